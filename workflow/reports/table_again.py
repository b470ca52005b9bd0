"""A table read again over a base that knows texts: what becomes of each of its rows."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlmodel import Session

from models import LegalText, User
from workflow.calendar.working_days import Calendar
from workflow.history.fold import fold
from workflow.history.steps import histories
from workflow.importing.moved_since import MovedSince, moved_since, write_moves
from workflow.importing.taking_over import PlannedRow, write_row
from workflow.reports.same_source import Rival, Twin, twins_of
from workflow.reports.same_text import Found, Sought, find_same, known_as
from workflow.rulebook.files import procedure_of


class Verdict(StrEnum):
    """What becomes of a row; one that has moved may be contradicted in something else too."""

    NEW = "new"
    MOVED = "moved"
    UNCHANGED = "unchanged"
    CONTRADICTED = "contradicted"
    UNDECIDED = "undecided"
    TWICE = "twice"
    LEFT = "left"


KNOWN = frozenset({Verdict.MOVED, Verdict.UNCHANGED, Verdict.CONTRADICTED, Verdict.TWICE})
_LEFT_AS_IS = ", laissé tel quel."
_LEFT = {
    Verdict.UNDECIDED: " : à décider, non repris.",
    Verdict.MOVED: " : ses étapes sont à confirmer.",
}


@dataclass(frozen=True)
class Weighed:
    """A row, the text of the base that it is or may be, and what has moved since, if there is one.

    `twin` is the row of the same source that this one repeats, or may repeat.
    """

    planned: PlannedRow
    verdict: Verdict
    found: Found | None = None
    since: MovedSince | None = None
    twin: Twin | None = None

    @property
    def reason(self) -> str:
        """Why nothing of this row is written, "" where there is no such reason."""
        return (self.since.left if self.since else "") or ("" if self.found else self.planned.left)

    def left(self, *, with_moves: bool) -> str:
        """Say why the row is not written, "" for one that is; known texts only move `with_moves`."""
        if self.twin:
            return _sentence(self.twin.why)
        if self.reason or self.verdict is Verdict.NEW or (with_moves and self.verdict is Verdict.MOVED):
            return self.reason
        return _sentence(f"{known_as(self.found)}{_LEFT.get(self.verdict, _LEFT_AS_IS)}") if self.found else ""

    def as_dict(self, *, with_moves: bool) -> dict[str, object]:
        """Give the row as JSON holds it; what is known of its text stands under `base`.

        `written` is the state that will be written, or else `left` says why none will. `with_moves` tells whether the
        moves of known texts are to be written.
        """
        left = self.left(with_moves=with_moves)
        told = self.planned.as_dict() | {"written": None if left else self.planned.row.state, "left": left or None}
        if self.verdict in (Verdict.NEW, Verdict.LEFT) and self.found is None:
            return told
        base: dict[str, object] = {"verdict": self.verdict}
        if self.twin:
            base["same_as_row"] = self.twin.place + 1
        if self.found and self.since:
            base |= {"known_by": self.found.reason, "text": _named(self.found.text)} | self.since.as_dict()
        return told | {"base": base}


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _named(text: LegalText) -> dict[str, object]:
    return {"id": str(text.id), "title": text.title_fr, "number": text.number, "state": text.state}


def weigh_alone(planned: Sequence[PlannedRow]) -> list[Weighed]:
    """Say what becomes of each row where there is no base yet."""
    return _verdicts(planned, [None] * len(planned), {})


def weigh(session: Session, planned: Sequence[PlannedRow], *, today: date) -> list[Weighed]:
    """Say what becomes of each row, in their order; nothing is written.

    Where a text stands twice in the source, one row is kept (see `twins_of`). One query for all histories, besides
    those that look for the texts.
    """
    found = find_same(session, [sought(each) for each in planned])
    texts = {one.text.id: one.text for each in found for one in each[:1]}
    compared = dict(_compared(session, planned, found, texts, today=today))
    return _verdicts(planned, [each[0] if each else None for each in found], compared)


def write_weighed(session: Session, weighed: Weighed, *, by: User, at: datetime, calendar: Calendar) -> str:
    """Write the moves since of a text that the row is, or open the row as a new one; the caller commits.

    Give "" when the row is written; else the reason why nothing of it is.
    """
    if weighed.since is None:
        return weighed.planned.left or write_row(session, weighed.planned, by=by, at=at, calendar=calendar)
    return write_moves(session, weighed.since, by=by, at=at, calendar=calendar)


def sought(planned: PlannedRow) -> Sought:
    """Give a row as texts of the base are looked for."""
    row = planned.row
    return Sought(row.kind, (row.title,), row.own_number or "")


def tally(weighed: Sequence[Weighed]) -> Mapping[Verdict, int]:
    """Count the rows of each verdict."""
    return Counter(each.verdict for each in weighed)


def _compared(
    session: Session,
    planned: Sequence[PlannedRow],
    found: Sequence[Sequence[Found]],
    texts: Mapping[UUID, LegalText],
    *,
    today: date,
) -> Iterator[tuple[int, MovedSince]]:
    steps = histories(session, texts) if texts else {}
    starts = {key: fold(procedure_of(text), steps[key]) for key, text in texts.items()}
    for place, (each, alike) in enumerate(zip(planned, found, strict=True)):
        if alike:
            text = alike[0].text
            yield place, moved_since(each.row, text, starts[text.id], today=today)


def _verdicts(
    planned: Sequence[PlannedRow], found: Sequence[Found | None], compared: Mapping[int, MovedSince]
) -> list[Weighed]:
    each = [_weigh(row, found[place], compared.get(place)) for place, row in enumerate(planned)]
    rivals = {place: _rival(one) for place, one in enumerate(each) if one.verdict is not Verdict.UNDECIDED}
    for place, twin in twins_of(rivals).items():
        verdict = Verdict.TWICE if twin.is_certain else Verdict.UNDECIDED
        each[place] = replace(each[place], verdict=verdict, twin=twin)
    return each


def _rival(weighed: Weighed) -> Rival:
    """Set a row beside the others of its source; a text of the base that it is for certain tells it from all others."""
    found, row = weighed.found, sought(weighed.planned)
    same = frozenset({found.text.id} if found else row.keys)
    return Rival(weighed.planned.row, row, same, weighed.verdict is not Verdict.LEFT)


def _weigh(planned: PlannedRow, found: Found | None, since: MovedSince | None) -> Weighed:
    if found and not found.is_certain:
        return Weighed(planned, Verdict.UNDECIDED, found, since)
    if since is None:
        return Weighed(planned, Verdict.LEFT if planned.left else Verdict.NEW)
    if since.left:
        return Weighed(planned, Verdict.LEFT, found, since)
    if since.has_moved:
        return Weighed(planned, Verdict.MOVED, found, since)
    return Weighed(planned, Verdict.CONTRADICTED if since.is_contradicted else Verdict.UNCHANGED, found, since)
