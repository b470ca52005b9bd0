"""What the tests of acts share: a case of any kind of text, wherever its story took it."""

from dataclasses import replace
from datetime import date
from typing import Any

from documents.case import Case
from documents.missing import dotted
from models import OfficeHolder
from tests.documents.office import AT, LETTERHEAD, plain
from tests.workflow.builders import File, Move, moved
from workflow.articles.structure import Article, Division, Draft, Item, placed
from workflow.names.periods import Names

ON = date(2018, 3, 20)
SINCE = date(2017, 3, 17)
HEAD = OfficeHolder(
    office="head_of_government", name_fr="Saad-Eddine El Othmani", name_ar="سعد الدين العثماني", gender="m",
    from_on=SINCE, recorded_at=AT,
)  # fmt: skip
MINISTER = OfficeHolder(
    office="minister", name_fr="Bassima Hakkaoui", name_ar="بسيمة الحقاوي", gender="f", from_on=SINCE, recorded_at=AT
)
NAMES = Names(holders=(HEAD, MINISTER))
OURS = "Ministère de la Famille"


def case(kind: str, *moves: Move, **changes: Any) -> Case:  # noqa: ANN401 - fields of a case
    """Give the case of a text that made these moves, with titles in both languages."""
    file = File.opened(kind, *moves)
    then = file.standing
    told = Case(
        text=file.text, procedure=then.procedure, situation=then.situation,
        title_fr="Projet de texte relatif à l’enfance", title_ar="مشروع نص يتعلق بالطفولة", number=then.number,
        sentence="", sentence_ar="", holder="", holder_ar="", held_since=None, clocks=(), steps=(),
        moves=(), responsible=None, ties=(), letterhead=LETTERHEAD, on=ON, names=NAMES,
    )  # fmt: skip
    return replace(told, **changes)


def named(*signatories: str) -> Move:
    """Name those who sign or countersign."""
    return moved("name_signatories", signatories="\n".join(signatories))


def draft(language: str, *items: Item, preamble: tuple[str, ...] = ()) -> dict[str, Draft]:
    """Give the draft read in one language."""
    return {language: Draft(language, preamble=preamble, items=placed(items))}


def article(label: str, key: str, *paragraphs: str) -> Article:
    return Article(label, key, paragraphs)


def division(level: str, label: str, heading: str = "") -> Division:
    return Division(level, label, "1", heading)


def said(words: list[str]) -> list[str]:
    """Give words with plain spaces, and dots where something is missing."""
    return [plain(dotted(each)) for each in words]
