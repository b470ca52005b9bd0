"""The fields of the pages of acts."""

from documents.checking.dictionary import Field, listed
from documents.dictionary import LETTERHEAD, TEXT, said

_TITLE_FR = "Projet de décret n° ……… relatif à la commission nationale"
_TITLE_AR = "مشروع مرسوم رقم ……… يتعلق باللجنة الوطنية"

TITLE = (
    *LETTERHEAD,
    *TEXT,
    said("titre_acte", "Intitulé de l’acte : nature, numéro, date à la signature, objet", _TITLE_FR, _TITLE_AR),
    Field("projet", "Vrai pour une version de travail ; faux dès que le texte va à la signature", example=True),
)
PROVISIONS = (
    listed(
        "dispositif",
        "Divisions et articles, dans l’ordre du texte",
        Field("rang", "Rang du titre dans le document, de 2 à 8 ; vide pour un article écrit à la suite", "2"),
        said("titre", "Division avec son intitulé, ou numéro d’un article sur sa propre ligne", "Chapitre premier",
             "الباب الأول"),
        Field("article", "Numéro d’un article dont le texte suit sur la même ligne ; vide ailleurs",
              "ARTICLE PREMIER. – ", example_ar=""),
        said("debut", "Premier alinéa, à la suite du numéro", "La commission se réunit.", ""),
        Field("derniere", "Vrai pour le dernier article, qui reste avec la date et les signatures", example=False),
        Field("alineas", "Alinéas suivants", "Elle délibère.", is_list=True, example_ar="تجتمع اللجنة."),
    ),
)  # fmt: skip
PREAMBLE_OF_LAW = (
    Field("preambule", "Préambule d’une loi, un alinéa par ligne", "Le Royaume garantit l’égalité.", is_list=True,
          example_ar="تضمن المملكة المساواة."),
)  # fmt: skip
PREAMBLE = (
    Field("emetteurs", "Qui prend l’acte, une autorité par ligne", "LE CHEF DU GOUVERNEMENT,", is_list=True,
          example_ar="رئيس الحكومة،"),
    Field("visas", "Visas, proposition, avis et délibération, un par ligne, avec leur ponctuation",
          "Vu la Constitution, notamment son article 90 ;", is_list=True,
          example_ar="بناء على الدستور، ولا سيما الفصل 90 منه؛"),
    said("formule", "Formule qui précède les articles, accordée avec ceux qui prennent l’acte", "DÉCRÈTE :",
         "رسم ما يلي:"),
)  # fmt: skip
_QUALITY = said("qualite", "Qualité du signataire", "La ministre de la famille,", "وزيرة الأسرة،")
CLOSING = (
    said("fait", "Lieu et date de l’acte, dans les deux calendriers", "Fait à Rabat, le ……… (………).",
         "وحرر بالرباط في ……… (………)."),
    said("signature", "Nom de qui prend l’acte, du premier s’ils sont plusieurs", "SAAD-EDDINE EL OTHMANI.",
         "الإمضاء: سعد الدين العثماني."),
    listed(
        "signatures",
        "Ceux qui prennent l’acte, deux par rangée, comme signe un arrêté conjoint",
        said("qualite_1", "Qualité du premier", "Le ministre de la justice,", "وزير العدل،"),
        said("nom_1", "Nom du premier", "MOHAMED AUJJAR.", "الإمضاء: محمد أوجار."),
        said("qualite_2", "Qualité du second ; vide s’il n’y en a pas", "La ministre de la famille,", "وزيرة الأسرة،"),
        said("nom_2", "Nom du second ; vide s’il n’y en a pas", "BASSIMA HAKKAOUI.", "الإمضاء: بسيمة الحقاوي."),
    ),
    listed("contreseings", "Ministres qui contresignent, dans l’ordre", _QUALITY,
           said("nom", "Nom du ministre", "BASSIMA HAKKAOUI.", "الإمضاء: بسيمة الحقاوي.")),
    said("note_traduction", "Où le texte en langue arabe a été publié ; vide avant la publication, et en arabe",
         "Le texte en langue arabe a été publié dans l’édition générale du « Bulletin officiel » n° 6655 du ………", ""),
)  # fmt: skip

LAW = (*TITLE, *PREAMBLE_OF_LAW, *PROVISIONS)
REGULATION = (*TITLE, *PREAMBLE, *PROVISIONS, *CLOSING)
