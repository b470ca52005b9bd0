"""A table read again over a base that knows texts: what becomes of each of its rows."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
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
from workflow.reports.same_text import Found, Sought, find_same
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


@dataclass(frozen=True)
class Weighed:
    """A row, the text of the base that it is or may be, and what has moved since, if there is one."""

    planned: PlannedRow
    verdict: Verdict
    found: Found | None = None
    since: MovedSince | None = None

    @property
    def reason(self) -> str:
        """Why nothing of this row is written, "" where there is no such reason."""
        return (self.since.left if self.since else "") or ("" if self.found else self.planned.left)

    def as_dict(self, *, with_moves: bool) -> dict[str, object]:
        """Give the row as JSON holds it; what is known of its text stands under `base`.

        `with_moves` tells whether the moves of known texts are to be written.
        """
        told = self.planned.as_dict()
        if self.verdict in (Verdict.NEW, Verdict.LEFT) and self.found is None:
            return told
        base: dict[str, object] = {"verdict": self.verdict}
        if self.found and self.since:
            base |= {"known_by": self.found.reason, "text": _named(self.found.text)} | self.since.as_dict()
        is_written = with_moves and self.verdict is Verdict.MOVED
        return told | {
            "written": self.planned.row.state if is_written else None,
            "left": self.reason or None,
            "base": base,
        }


def _named(text: LegalText) -> dict[str, object]:
    return {"id": str(text.id), "title": text.title_fr, "number": text.number, "state": text.state}


def weigh_alone(planned: Sequence[PlannedRow]) -> list[Weighed]:
    """Say what becomes of each row where there is no base yet."""
    return [Weighed(each, Verdict.LEFT if each.left else Verdict.NEW) for each in planned]


def weigh(session: Session, planned: Sequence[PlannedRow], *, today: date) -> list[Weighed]:
    """Say what becomes of each row, in their order; nothing is written.

    Where a new text stands twice, the first row that can be written is kept. One query for all histories, besides those
    that look for the texts.
    """
    found = find_same(session, [sought(each) for each in planned])
    texts = {one.text.id: one.text for each in found for one in each[:1]}
    compared = dict(_compared(session, planned, found, texts, today=today))
    order = sorted(range(len(planned)), key=lambda place: bool(planned[place].left))
    met: set[object] = set()
    weighed: dict[int, Weighed] = {}
    for place in order:
        each = planned[place]
        weighed[place] = _weigh(each, found[place][0] if found[place] else None, compared.get(place), met)
    return [weighed[place] for place in range(len(planned))]


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


def _weigh(planned: PlannedRow, found: Found | None, since: MovedSince | None, met: set[object]) -> Weighed:
    """Give the verdict on a row; `met` keeps what rows before it were, so that a text is written once."""
    if found and not found.is_certain:
        return Weighed(planned, Verdict.UNDECIDED, found, since)
    keys: set[object] = {found.text.id} if found else {*sought(planned).keys}
    is_met = bool(met & keys)
    met |= keys
    if is_met:
        return Weighed(planned, Verdict.TWICE, found, since)
    if since is None:
        return Weighed(planned, Verdict.LEFT if planned.left else Verdict.NEW)
    if since.left:
        return Weighed(planned, Verdict.LEFT, found, since)
    if since.has_moved:
        return Weighed(planned, Verdict.MOVED, found, since)
    return Weighed(planned, Verdict.CONTRADICTED if since.is_contradicted else Verdict.UNCHANGED, found, since)
