"""The fields that several notes share, as `contents` tells them."""

from collections.abc import Iterable

from documents.checking.dictionary import Field, listed
from documents.dictionary import TITLE_AR, TITLE_FR, said
from documents.kind import Fields
from documents.missing import missing


def left(name: str, words: str, example: str, example_ar: str) -> Field:
    """Describe what only people know: None until one of them has written it."""
    return said(name, f"{words} ; vide tant que personne ne l’a écrit", example, example_ar)


def unwritten(fields: Iterable[Field]) -> Fields:
    """Give what stands for each of these until somebody has written it, with what is to be written."""
    return {each.name: missing(_small(each.description_fr.partition(" ;")[0])) for each in fields}


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


ABOUT = said("presente", "L’intitulé, à la suite du titre de la note",
             f"relative au {TITLE_FR[:1].lower()}{TITLE_FR[1:]}", TITLE_AR)  # fmt: skip
LEGAL_BASIS = Field(
    "base_juridique", "Ce sur quoi le texte se fonde, un lien par ligne ; vide si aucun n’est connu",
    "Pris pour l’application de : loi n° 103-13, article 17", is_list=True,
    example_ar="صادر لتطبيق: القانون رقم 103.13، المادة 17",
)  # fmt: skip
PROVISIONS = Field(
    "dispositions", "Divisions ou articles du projet, un par ligne ; vide si le projet n’est pas au dossier",
    "Chapitre premier : Dispositions générales (articles premier à 4)", is_list=True,
    example_ar="الباب الأول: أحكام عامة (المواد من الأولى إلى 4)",
)  # fmt: skip
CONSULTATIONS = listed(
    "consultations",
    "Avis demandés, un par ligne",
    said("organisme", "Qui est consulté", "Conseil national des droits de l’Homme", "المجلس الوطني لحقوق الإنسان"),
    said("caractere", "« obligatoire » ou « facultatif »", "obligatoire", "إلزامي"),
    said("demande", "Jour de la demande", "5 mars 2018", "5 مارس 2018"),
    said(
        "suite", "Sens, jour et teneur de l’avis, ou « Non rendu »", "Favorable – 20 mars 2018", "موافق – 20 مارس 2018"
    ),
)
FINANCIAL_EFFECT = said(
    "incidence_financiere", "Si une incidence financière est déclarée", "Sans incidence financière déclarée.",
    "لم يصرح بأي انعكاس مالي.",
)  # fmt: skip
APPLICATION = Field(
    "application", "Textes d’application, un par ligne", "Décret n° 2-18-856, article 17 : pris.", is_list=True,
    example_ar="المرسوم رقم 2.18.856، المادة 17: صدر.",
)  # fmt: skip
