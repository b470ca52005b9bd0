"""Where a text is, and before whom, in words: chambers, readings, institutions by the names of the day."""

from models import PartialDate
from workflow.history.fold import other_chamber
from workflow.language.articles import of
from workflow.language.phrases import fill
from workflow.procedure.institutions import by_fr, of_fr, the_fr, to_fr
from workflow.procedure.model import Procedure

_READINGS = ("", "", "deuxième", "troisième", "quatrième", "cinquième", "sixième")
_READINGS_AR = ("", "", "ثانية", "ثالثة", "رابعة", "خامسة", "سادسة", "سابعة", "ثامنة", "تاسعة", "عاشرة")
_ONE_AR = "أحد مجلسي البرلمان"  # of which no source tells the name
# How an institution is named in the forms that want its article.
NAMINGS = {"of": of_fr, "the": the_fr, "to": to_fr, "by": by_fr}


def chamber_fr(procedure: Procedure, chamber: str | None) -> str:
    """Name a chamber with its article; nothing for none."""
    return procedure.vocabulary.chambers[chamber].fr if chamber else ""


def chamber_or_one_fr(procedure: Procedure, chamber: str | None, form: str = "") -> str:
    """Name the chamber before which a text is: one whose name no source tells is "une Chambre"."""
    words = chamber_fr(procedure, chamber) or "une Chambre"
    return of(words) if form == "of" else words


def reading_fr(reading: int) -> str:
    """Word the rank of a reading, feminine: "deuxième"; nothing for the first."""
    return _READINGS[reading] if reading < len(_READINGS) else f"{reading}e"


def body_fr(procedure: Procedure, body: str, chamber: str | None) -> str:
    """Name a body of the vocabulary: of the chamber before which the text is, where it is one of a chamber."""
    return in_chamber_fr(procedure, procedure.vocabulary.bodies[body].fr, chamber)


def in_chamber_fr(procedure: Procedure, phrase: str, chamber: str | None) -> str:
    """Fill a phrase that names the chamber before which a text is, and nothing else."""
    return fill(phrase, lambda blank: chamber_or_one_fr(procedure, chamber, blank.partition(":")[2]))


def any_body_fr(procedure: Procedure, body: str) -> str:
    """Name a body of the vocabulary whichever the chamber: "Bureau de la Chambre"."""
    words = procedure.vocabulary.bodies[body].fr
    return fill(words, lambda blank: of("la Chambre") if blank.endswith(":of") else "la Chambre")


def institution_fr(code: str, form: str, on: PartialDate | None) -> str:
    """Name an institution of the registry as on the day of what is told: a court of 2013 has the name it had then."""
    return NAMINGS[form or "the"](code, on.last_day if on else None)


def place_fr(procedure: Procedure, chamber: str | None, reading: int, form: str) -> dict[str, str]:
    """Give the blanks that say where in Parliament a text is: "of" is the form that follows "de"."""
    other = chamber_fr(procedure, other_chamber(chamber)) or "l’autre Chambre"
    return {
        "chamber": chamber_or_one_fr(procedure, chamber, form),
        "named_chamber": chamber_fr(procedure, chamber),
        "other_chamber": of(other) if form == "of" else other,
        "reading": reading_fr(reading) if chamber else "",
    }


def chamber_ar(procedure: Procedure, chamber: str | None) -> str:
    """Name a chamber in Arabic; nothing for none."""
    return procedure.vocabulary.chambers[chamber].ar if chamber else ""


def reading_ar(reading: int) -> str:
    """Word the rank of a reading in Arabic, after "قراءة": "ثانية"; nothing for the first."""
    return _READINGS_AR[reading] if reading < len(_READINGS_AR) else str(reading)


def body_ar(procedure: Procedure, body: str, chamber: str | None) -> str:
    """Name a body of the vocabulary in Arabic, of the chamber before which the text is where it is one of a chamber."""
    return in_chamber_ar(procedure, procedure.vocabulary.bodies[body].ar, chamber)


def in_chamber_ar(procedure: Procedure, phrase: str, chamber: str | None) -> str:
    """Fill a phrase that names in Arabic the chamber before which a text is, and nothing else."""
    return fill(phrase, lambda _blank: chamber_ar(procedure, chamber) or _ONE_AR)


def any_body_ar(procedure: Procedure, body: str) -> str:
    """Name a body of the vocabulary in Arabic whichever the chamber: "مكتب المجلس"."""
    return fill(procedure.vocabulary.bodies[body].ar, lambda _blank: "المجلس")


def place_ar(procedure: Procedure, chamber: str | None, reading: int) -> dict[str, str]:
    """Give in Arabic the blanks that say where in Parliament a text is."""
    return {
        "chamber": chamber_ar(procedure, chamber) or _ONE_AR,
        "named_chamber": chamber_ar(procedure, chamber),
        "other_chamber": chamber_ar(procedure, other_chamber(chamber)) or "المجلس الآخر",
        "reading": reading_ar(reading) if chamber else "",
    }
