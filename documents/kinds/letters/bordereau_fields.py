"""The fields of the slip that sends a text to the SGG."""

from documents.checking.dictionary import Field, listed
from documents.dictionary import ADDRESSES, LETTERHEAD, SIGNED, TEXT, said

FIELDS = (
    *LETTERHEAD,
    *TEXT,
    *ADDRESSES,
    *SIGNED,
    said("projet", "Nature du texte, dans une phrase", "projet de loi", "مشروع القانون"),
    said("envoi", "Ce qui est envoyé, et pourquoi, dans une phrase", "le projet de loi visé en objet",
           "مشروع القانون المشار إليه في الموضوع أعلاه"),
    said("pj", "Combien de pièces sont jointes", "3 pièces", "3 وثائق"),
    listed(
        "pieces",
        "Pièces envoyées",
        said("designation", "Ce qu’est la pièce", "Projet en langue arabe", "المشروع باللغة العربية"),
        Field("nombre", "Nombre d’exemplaires", "1"),
        said("observations", "Remarque", "Pour examen et suite de la procédure", "تعزيزا للملف"),
    ),
    listed(
        "controle",
        "Pièces qu’un dossier complet contient",
        Field("case", "Case cochée : jointe, enregistrée ou déclarée ; vide : manquante ; tiret : sans objet", "☑"),
        said("libelle", "Ce qu’est la pièce", "Note de présentation", "مذكرة تقديم"),
        said("etat", "Jointe, enregistrée, déclarée, manquante ou sans objet", "jointe", "مرفقة"),
        said("fondement", "Ce qui la demande", "décret n° 2-20-740, art. 3", "المرسوم رقم 2.20.740، المادة 3"),
    ),
)  # fmt: skip
