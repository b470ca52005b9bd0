"""The fields that the templates of every paper may use, with what each says; those of one kind stand beside it."""

from datetime import date
from typing import Any

from documents.checking.dictionary import Field, Sort
from documents.grammar import ActReference, Agreement

# What a template may ask of a value: those of `documents.filters`, named again because loading it takes longer than a
# check; a test holds the two together.
FILTERS: dict[str, tuple[Sort, ...]] = {
    **dict.fromkeys(("capitalize", "lower", "numero_ar", "numero_fr", "points", "upper"), ("words",)),
    **dict.fromkeys(("date_ar", "date_longue", "date_double_ar", "date_double_fr"), ("date",)),
    **dict.fromkeys(("arrete_ar", "arrete_fr", "chacun_ar", "chacun_fr", "charge_fr"), ("agreement",)),
    **dict.fromkeys(("reference_ar", "reference_fr"), ("act",)),
    "join": ("list",),
    "length": ("list", "words"),
}


def said(name: str, description_fr: str, example: Any, example_ar: Any = None) -> Field:  # noqa: ANN401 - any value
    """Describe a field whose example is another one in Arabic."""
    return Field(name, description_fr, example, example_ar=example_ar)


LETTERHEAD = (
    Field("ministere", "Nom du ministère, en français", "Ministère de la Solidarité"),
    Field("ministere_ar", "Nom du ministère, en arabe", "وزارة التضامن"),
    Field("direction", "Direction, en français", "Direction des affaires juridiques"),
    Field("direction_ar", "Direction, en arabe", "مديرية الشؤون القانونية"),
    Field("division", "Division, en français", "Division de la législation"),
    Field("division_ar", "Division, en arabe", "قسم التشريع"),
    said("ville", "Ville, dans la langue du document", "Rabat", "الرباط"),
    Field("ville_ar", "Ville, en arabe", "الرباط"),
    said("ministre", "Comment on s’adresse au ministre", "Madame la Ministre", "السيدة الوزيرة"),
    Field("ministre_ar", "Comment on s’adresse au ministre, en arabe", "السيدة الوزيرة"),
    said("secretaire_general", "Comment on s’adresse au secrétaire général", "Monsieur le Secrétaire général",
           "السيد الكاتب العام"),
    Field("accord_ministre", "Le ministre, pour accorder un mot ; à écrire avec charge_fr, arrete_fr ou arrete_ar",
          Agreement("f")),
)  # fmt: skip
FOOT = (
    said("dossier", "Nom du dossier, au pied de chaque page", "Dossier n° 103-13", "الملف رقم 103.13"),
    Field("situation_le", "Jour dont le document dit la situation ; à écrire avec date_longue ou date_ar",
          date(2018, 3, 20)),
    said("version_papier", "Version du document ; vide pour un tableau", "version 1", "الصيغة 1"),
    Field("code_verification", "Code qui permet de vérifier le document ; vide s’il n’est pas conservé",
          "7K3M-9QXA-2BCD"),
    Field("adresse_verification", "Adresse où ce code se saisit ; vide de même", "https://navette.exemple.ma/v"),
)  # fmt: skip
TITLE_FR, TITLE_AR = "Projet de loi relatif à la lutte contre les violences", "مشروع قانون يتعلق بمحاربة العنف"
PLACE_FR = "La commission examine le texte depuis le 5 mars 2018."
PLACE_AR = "مشروع القانون قيد الدراسة أمام اللجنة منذ 5 مارس 2018."
TEXT = (
    *FOOT,
    said("nature", "Nature du texte", "Projet de loi", "مشروع قانون"),
    said("intitule", "Intitulé, dans la langue du document s’il y est connu", TITLE_FR, TITLE_AR),
    Field("intitule_fr", "Intitulé, en français", TITLE_FR),
    Field("intitule_ar", "Intitulé, en arabe ; vide s’il manque", TITLE_AR),
    said("objet", "Intitulé, avec le numéro s’il est connu", f"{TITLE_FR} (n° 103-13)", f"{TITLE_AR} (رقم 103.13)"),
    said("numero", "Numéro du texte ; vide s’il n’en a pas", "103-13", "103.13"),
    Field("acte", "Le texte tel qu’un autre le cite, une fois signé ; à écrire avec reference_fr ou reference_ar",
          ActReference("loi", "القانون", "103-13", date(2018, 2, 22), "1-18-19")),
    said("etat", "État du texte dans sa procédure", "En commission", "لدى اللجنة"),
    said("phrase", "Phrase qui dit où en est le texte", PLACE_FR, PLACE_AR),
    said("detenteur", "Qui détient le texte", "Commission permanente de la Chambre des conseillers",
           "اللجنة الدائمة لمجلس المستشارين"),
    said("detenu_depuis", "Depuis quand ; vide si le parcours est achevé", "depuis le 5 mars 2018",
           "منذ 5 مارس 2018"),
    Field("responsable", "Qui suit le texte ; vide si personne", "Youssef El Idrissi"),
    said("dernier_acte", "Dernier acte enregistré", "Le texte a été renvoyé à la commission.",
           "أحيل النص إلى اللجنة."),
    Field("dernier_acte_le", "Jour du dernier acte ; à écrire avec date_longue ou date_ar", date(2018, 3, 5)),
    said("prochaine_action", "Étape qui vient", "Vote de la commission", "تصويت اللجنة"),
)  # fmt: skip
EXPECTED = said("libelle", "Ce qui est attendu", "Rapport de la commission", "تقرير اللجنة")
BASIS = said("fondement", "Article qui la fixe", "Constitution, art. 84", "الدستور، الفصل 84")
ADDRESSES = (
    said("expediteur", "Qui envoie", "La Ministre de la Solidarité", "وزيرة التضامن"),
    said("destinataire", "À qui ; vide s’il n’est pas connu", "Monsieur le Secrétaire général du gouvernement",
           "السيد الأمين العام للحكومة"),
    said("destinataire_service", "Service du destinataire ; vide s’il n’y en a pas",
           "Direction de l’Imprimerie officielle", "مديرية المطبعة الرسمية"),
    Field("sous_couvert", "Par qui la lettre passe, une ligne par échelon", "S/C de Monsieur le Secrétaire général",
          is_list=True, example_ar="تحت إشراف السيد الكاتب العام"),
)  # fmt: skip
SIGNED = (
    said("signataire", "Qualité de qui signe", "La Ministre", "الوزيرة"),
    said("signataire_formule", "Formule de délégation ; vide si le ministre signe",
           "Pour la Ministre et par délégation,", "عن الوزيرة وبتفويض منها،"),
    said("signataire_nom", "Nom de qui signe ; vide s’il n’est pas connu", "Amina Berrada", "أمينة برادة"),
)  # fmt: skip
LETTER_FIELDS = (
    *ADDRESSES,
    *SIGNED,
    said("objet_lettre", "Objet de la lettre", f"Demande d’avis – {TITLE_FR}", f"طلب إبداء الرأي – {TITLE_AR}"),
    said("references", "Lettres et textes cités en référence ; vide s’il n’y en a pas", "votre lettre n° 412",
           "رسالتكم رقم 412"),
    said("pj", "Combien de pièces sont jointes ; vide s’il n’y en a pas", "2 pièces", "وثيقتان"),
    said("pieces_jointes", "Ce que sont les pièces jointes", "projet en arabe ; note de présentation",
           "المشروع بالعربية؛ مذكرة تقديم"),
    said("appel", "Formule d’appel, selon le rang du destinataire", "Monsieur le Secrétaire général du gouvernement,",
           "سلام تام بوجود مولانا الإمام،"),
    said("politesse", "Formule de politesse, selon le rang du destinataire",
           "Veuillez agréer, Monsieur le Ministre, l’expression de ma haute considération.",
           "وتقبلوا، السيد الوزير، فائق عبارات التقدير والاحترام،"),
    said("ampliations", "À qui copie est adressée ; vide si à personne", "Cabinet", "الديوان"),
    said("le_texte", "Le texte nommé par sa nature, avec son article", "le projet de loi", "مشروع القانون"),
    Field("courriel", "Adresse électronique de qui suit le texte ; vide si personne", "y.elidrissi@exemple.ma"),
)  # fmt: skip
