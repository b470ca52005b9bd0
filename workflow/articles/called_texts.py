"""The kinds of text that a clause of a law can call for, and how each language names them."""

from enum import StrEnum

# How many signs before and after the name of a text are read: a verb further off does not govern it, and a paragraph
# of thousands of lines costs no more than its length.
REACH = 600


class Called(StrEnum):
    """What a clause names; REGULATORY where it leaves open which of the others it will be."""

    DECREE = "decret"
    ORDER = "arrete"
    JOINT_ORDER = "arrete_conjoint"
    REGULATORY = "reglementaire"


NAMES: dict[str, dict[Called, str]] = {
    "fr": {
        Called.DECREE: "Décret",
        Called.ORDER: "Arrêté",
        Called.JOINT_ORDER: "Arrêté conjoint",
        Called.REGULATORY: "Texte réglementaire",
    },
    "ar": {
        Called.DECREE: "مرسوم",
        Called.ORDER: "قرار",
        Called.JOINT_ORDER: "قرار مشترك",
        Called.REGULATORY: "نص تنظيمي",
    },
}
