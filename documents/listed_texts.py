"""The texts of a list as they are given away: what each column says, for spreadsheets and for Word."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from documents.spreadsheets import Sheet, Value
from models import PartialDate

COLUMNS = (
    ("N°", 12), ("Nature", 18), ("Intitulé en français", 60), ("Intitulé en arabe", 50), ("Situation", 60),
    ("Entre les mains de", 26), ("Depuis", 14), ("Prochaine échéance", 34), ("Date de l’échéance", 14),
    ("Date estimée", 9), ("Nature de l’échéance", 20), ("Responsable", 22),
)  # fmt: skip


@dataclass(frozen=True)
class ListedText:
    """One text of the list. What is not known is empty; `nature` says whether the law sets the next limit.

    `is_estimated` says whether the day of that limit is not known exactly.
    """

    number: str
    kind: str
    title_fr: str
    title_ar: str
    sentence: str
    holder: str
    since: PartialDate | None
    due: str
    due_on: date | None
    is_estimated: bool
    nature: str
    responsible: str


def sheet_of(title: str, texts: Iterable[ListedText], *, shape: str) -> Sheet:
    """Set texts as a table for spreadsheets, read while it is written; `shape` is "csv" or "xlsx".

    Of lines of CSV a spreadsheet would take the number « 05-81 » for May 1981: there, it has its sign.
    """
    sign = "n° " if shape == "csv" else ""
    return Sheet(title, COLUMNS, (_row(each, sign) for each in texts))


def _row(each: ListedText, sign: str) -> Sequence[Value]:
    return (
        f"{sign}{each.number}" if each.number else "", each.kind, each.title_fr, each.title_ar, each.sentence,
        each.holder, each.since, each.due, each.due_on, "oui" if each.is_estimated else "",
        each.nature, each.responsible,
    )  # fmt: skip


def at_most(texts: Iterable[ListedText], most: int) -> Iterator[ListedText]:
    """Give up to so many texts; where there are more, a last line says so."""
    for place, each in enumerate(texts):
        if place == most:
            more = f"Liste arrêtée à {most:,} textes : filtrez-la pour avoir les suivants.".replace(",", "\u202f")
            yield ListedText("", "", more, "", "", "", None, "", None, False, "", "")
            return
        yield each
