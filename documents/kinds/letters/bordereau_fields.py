"""The fields of the slip that sends a text to the SGG."""

from documents.checking.dictionary import Field, listed
from documents.dictionary import LETTERHEAD, TEXT, said

FIELDS = (
    *LETTERHEAD,
    *TEXT,
    said("projet", "Nature du texte, dans une phrase", "projet de loi", "مشروع القانون"),
    said("expediteur", "Qui envoie", "La Ministre de la Solidarité", "وزيرة التضامن"),
    said("signataire", "Qualité de qui signe", "La Ministre", "الوزيرة"),
    said("signataire_formule", "Formule de délégation ; vide si le ministre signe",
           "Pour la Ministre et par délégation,", "عن الوزيرة وبتفويض منها،"),
    said("signataire_nom", "Nom de qui signe ; vide s’il n’est pas connu", "Amina Berrada", "أمينة برادة"),
    said("envoi", "Ce qui est envoyé, et pourquoi, dans une phrase", "le projet de loi visé en objet",
           "مشروع القانون المشار إليه في الموضوع أعلاه"),
    said("pj", "Combien de pièces sont jointes", "3 pièces", "3 وثائق"),
    listed(
        "pieces",
        "Pièces envoyées",
        said("designation", "Ce qu’est la pièce", "Projet en langue arabe", "المشروع باللغة العربية"),
        Field("nombre", "Nombre d’exemplaires", "1"),
        said("observations", "Remarque", "Pour examen et suite de la procédure", "للإثبات"),
    ),
    listed(
        "controle",
        "Pièces qu’un dossier complet contient",
        Field("case", "Case cochée ou vide", "☑"),
        said("libelle", "Ce qu’est la pièce", "Note de présentation", "مذكرة تقديم"),
    ),
)  # fmt: skip
