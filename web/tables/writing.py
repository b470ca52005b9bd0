"""What was chosen of a table, written: each row whole or not at all, and each that was not with its reason."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlmodel import Session

from models import User
from web.tables.reading import OTHER, Line
from workflow.calendar.working_days import Calendar
from workflow.reports.table_again import Verdict, Weighed, write_weighed

_CHANGED = "Navette a changé depuis que cette page était ouverte : relisez ce qui est proposé maintenant."
_NOTHING = "il n’y a rien à enregistrer de cette ligne."


@dataclass
class Written:
    """How many texts were opened and moved, and the rows that were not, each with its reason."""

    opened: int = 0
    moved: int = 0
    left: list[tuple[Line, str]] = field(default_factory=list)


def write_lines(session: Session, lines: Sequence[Line], *, by: User, at: datetime, calendar: Calendar) -> Written:
    """Write the rows that were ticked; the caller commits."""
    written = Written()
    for line in lines:
        chosen = _as_chosen(line)
        reason = _obstacle(line, chosen) or write_weighed(session, chosen, by=by, at=at, calendar=calendar)
        if reason:
            written.left.append((line, reason))
        elif chosen.since is None:
            written.opened += 1
        else:
            written.moved += 1
    return written


def _as_chosen(line: Line) -> Weighed:
    """Give the row of a text that may be one of the base as the person decided."""
    if not line.is_undecided:
        return line.weighed
    if line.choice.decided == OTHER:
        return replace(line.weighed, verdict=Verdict.NEW, found=None, since=None)
    return replace(line.weighed, verdict=Verdict.MOVED)


def _obstacle(line: Line, chosen: Weighed) -> str:
    if line.choice.seen != line.mark:
        return _CHANGED
    if line.fault:
        return line.fault
    is_offered = chosen.verdict is Verdict.NEW or (chosen.since is not None and chosen.since.has_moved)
    return "" if is_offered else _NOTHING
