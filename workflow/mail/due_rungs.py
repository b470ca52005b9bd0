"""Whom each running clock is to be told to on a day.

Clocks are found by the day of their next rung, which is kept on them: among a million, a day's scan reads the few
hundred that have something to tell.
"""

import logging
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Date, Uuid, bindparam, select, tuple_
from sqlmodel import Session, col

from models import Deadline, LegalText, Reminder, User
from workflow.calendar.working_days import Calendar
from workflow.deadlines.ladder import Rung, next_rung_on, passed
from workflow.mail.told_clock import is_running
from workflow.people.permissions import MANAGERS
from workflow.people.recipients import Staff
from workflow.procedure.deadline_rule import DeadlineRule
from workflow.rulebook.files import procedures

_LOG = logging.getLogger(__name__)
# How many clocks are looked at, and locked, at a time: some hundredths of a second.
BATCH = 500

Place = tuple[date, UUID]
_Told = dict[UUID, set[tuple[date, int, UUID]]]


class Watched(NamedTuple):
    """What is read of a clock to know whether somebody is to be told of it."""

    next_rung_on: date
    deadline_id: UUID
    rule: str
    due_on: date
    kind: str
    version: str
    responsible_id: UUID | None


_DAY, _KEY = col(Deadline.next_rung_on), col(Deadline.id)
# Statements made once: they would cost more than what they find. The columns are in the order of the fields above.
_SCAN = (
    select(
        _DAY, _KEY, col(Deadline.rule), col(Deadline.due_on), col(LegalText.procedure),
        col(LegalText.procedure_version), col(LegalText.responsible_id),
    )
    .join(LegalText, col(LegalText.id) == col(Deadline.text_id))
    .where(is_running(), bindparam("on", type_=Date()) >= _DAY, col(Deadline.due_on).is_not(None))
    .order_by(_DAY, _KEY)
    .limit(BATCH)
)  # fmt: skip
_FURTHER = _SCAN.where(tuple_(_DAY, _KEY) > tuple_(bindparam("day", type_=Date()), bindparam("key", type_=Uuid())))
_TOLD = select(col(Reminder.deadline_id), col(Reminder.due_on), col(Reminder.rung), col(Reminder.person_id)).where(
    col(Reminder.deadline_id).in_(bindparam("ids", expanding=True))
)


@dataclass(frozen=True)
class DueRung:
    """One rung of one deadline that one person is to be told."""

    deadline_id: UUID
    due_on: date
    rung: int
    person: User


@dataclass
class Due:
    """What one batch of clocks has to tell, and how many had nobody to be told to or no rule to go by.

    `advanced` gives the day of the next rung of each clock that is done with; `last` is where the next batch begins.
    """

    rungs: list[DueRung] = field(default_factory=list)
    advanced: dict[UUID, date | None] = field(default_factory=dict)
    untold: int = 0
    skipped: int = 0
    last: Place | None = None


def due_rungs(
    session: Session, *, on: date, calendar: Calendar, after: Place | None = None, to_write: bool = False
) -> Due:
    """Find the latest passed rung of each ladder of a batch of clocks, for everyone who was not told it yet.

    `to_write` locks the clocks and their texts until the caller commits: an account opened or a text assigned meanwhile
    is seen here, or comes after and makes the clock be looked at again. What others have locked waits for the next run.
    """
    clocks = _watched(session, on, after, to_write=to_write)
    told = _told(session, [clock.deadline_id for clock in clocks])
    staff = Staff.at_work(session, on=on)
    due = Due(last=clocks[-1][:2] if len(clocks) == BATCH else None)
    reckoned = _Reckoned(on, calendar)
    for clock in clocks:
        found = reckoned.of(clock)
        if found is None:
            due.skipped += 1
            continue
        untold = sum(_tell(due, clock, rung, _people(clock, rung, staff, found), told) for rung in found.rungs)
        due.untold += untold
        if not untold:
            due.advanced[clock.deadline_id] = _earliest(found.following, staff.absent_from(clock.responsible_id))
    return due


def _earliest(following: date | None, absent_from: date | None) -> date | None:
    """Give the day on which a clock is looked at next: whoever stands in is told, that day, what was told."""
    return min((day for day in (following, absent_from) if day), default=None)


class _OfDay(NamedTuple):
    """What a clock has to tell on a day, and the day of its next rung; `is_legal` for a limit of the law."""

    rungs: list[Rung]
    following: date | None
    is_legal: bool


@dataclass
class _Reckoned:
    """The rungs of the day and the day of the next one, by rule and due date: many clocks of a day share both."""

    on: date
    calendar: Calendar
    found: dict[tuple[str, str, str, date], _OfDay] = field(default_factory=dict)

    def of(self, clock: Watched) -> _OfDay | None:
        """Give them for a clock; None when the procedure no longer has its rule."""
        key = (clock.kind, clock.version, clock.rule, clock.due_on)
        if key not in self.found:
            rule = _rule(clock)
            if rule is None:
                return None
            rungs = list(passed(rule, clock.due_on, self.calendar, on=self.on))
            following = next_rung_on(rule, clock.due_on, self.calendar, after=self.on)
            self.found[key] = _OfDay(rungs, following, rule.is_legal)
        return self.found[key]


def _watched(session: Session, on: date, after: Place | None, *, to_write: bool) -> list[Watched]:
    scan = _FURTHER if after else _SCAN
    if to_write:
        scan = scan.with_for_update(of=(Deadline, LegalText), skip_locked=True)
    place = dict(zip(("day", "key"), after, strict=True)) if after else {}
    return [Watched(*row) for row in session.execute(scan, {"on": on} | place)]


def _told(session: Session, deadline_ids: Sequence[UUID]) -> _Told:
    found: _Told = defaultdict(set)
    for deadline_id, *told in session.execute(_TOLD, {"ids": deadline_ids}) if deadline_ids else ():
        found[deadline_id].add(tuple(told))
    return found


def _rule(clock: Watched) -> DeadlineRule | None:
    kind = procedures().get(clock.kind)
    rule = kind.at(clock.version).deadlines.get(clock.rule) if kind else None
    if rule is None:
        _LOG.warning("deadline %s skipped: no rule %s in %s", clock.deadline_id, clock.rule, clock.kind)
    return rule


def _people(clock: Watched, rung: Rung, staff: Staff, found: _OfDay) -> Sequence[User] | None:
    """Give whom a rung is told to; None where it is for nobody but a person responsible, and there is none.

    Managers, who stand in for a person responsible too, are told of limits of the law alone.
    """
    if not rung.is_reminder:
        return staff.with_role(MANAGERS)
    return staff.responsible(clock.responsible_id) if found.is_legal else staff.named(clock.responsible_id) or None


def _tell(due: Due, clock: Watched, rung: Rung, people: Sequence[User] | None, told: _Told) -> bool:  # noqa: PLR0917
    """Add whoever is to be told of a rung; say whether nobody is there who should be."""
    if people is None:
        return False
    known = told.get(clock.deadline_id, ())
    due.rungs += [
        DueRung(clock.deadline_id, clock.due_on, rung.days, person)
        for person in people
        if not known or (clock.due_on, rung.days, person.id) not in known
    ]
    if not people:
        _LOG.warning("deadline %s: nobody to tell", clock.deadline_id)
    return not people
