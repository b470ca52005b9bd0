"""Whom each running clock is to be told to on a day.

Clocks are found by the day of their next rung, which is kept on them: among a million, a day's scan reads the few
hundred that have something to tell.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlalchemy import Date, Select, Uuid, literal, select, tuple_
from sqlmodel import Session, col

from models import Deadline, LegalText, Reminder, User
from workflow.calendar.working_days import Calendar
from workflow.deadlines.ladder import Rung, next_rung_on, passed
from workflow.mail.told_clock import COLUMNS, ToldClock, is_running
from workflow.people.permissions import MANAGERS
from workflow.people.recipients import Staff
from workflow.procedure.deadline_rule import DeadlineRule

_LOG = logging.getLogger(__name__)
# How many clocks are looked at, and locked, at a time: some hundredths of a second.
BATCH = 500

Place = tuple[date, UUID]


@dataclass(frozen=True)
class DueRung:
    """One rung of one deadline that one person is to be told."""

    clock: ToldClock
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
    scan = _scan(on, after)
    if to_write:
        scan = scan.with_for_update(of=(Deadline, LegalText), skip_locked=True)
    rows = session.execute(scan).all()
    clocks = [ToldClock(*row[1:]) for row in rows]
    told = _told(session, [clock.deadline_id for clock in clocks])
    staff = Staff.at_work(session)
    due = Due(last=(rows[-1][0], rows[-1][1]) if len(rows) == BATCH else None)
    reckoned = _Reckoned(on, calendar)
    for clock in clocks:
        rule = _rule(clock)
        if rule is None:
            due.skipped += 1
            continue
        rungs, following = reckoned.of(rule, clock.due_on)
        untold = sum(_tell(due, clock, rung, staff, told) for rung in rungs)
        due.untold += untold
        if not untold:
            due.advanced[clock.deadline_id] = following
    return due


@dataclass
class _Reckoned:
    """The rungs of the day by rule and due date: many clocks of a day share both."""

    on: date
    calendar: Calendar
    found: dict[tuple[int, date], tuple[list[Rung], date | None]] = field(default_factory=dict)

    def of(self, rule: DeadlineRule, due_on: date) -> tuple[list[Rung], date | None]:
        # Versions of a procedure have each their own rule of one code.
        key = (id(rule), due_on)
        if key not in self.found:
            self.found[key] = (
                list(passed(rule, due_on, self.calendar, on=self.on)),
                next_rung_on(rule, due_on, self.calendar, after=self.on),
            )
        return self.found[key]


def _scan(on: date, after: Place | None) -> Select[tuple[object, ...]]:
    day, key = col(Deadline.next_rung_on), col(Deadline.id)
    query = (
        select(day, *COLUMNS)
        .join(LegalText, col(LegalText.id) == col(Deadline.text_id))
        .where(is_running(), day <= on, col(Deadline.due_on).is_not(None))
        .order_by(day, key)
        .limit(BATCH)
    )
    if after:
        query = query.where(tuple_(day, key) > tuple_(literal(after[0], Date()), literal(after[1], Uuid())))
    return query


def _told(session: Session, deadline_ids: Sequence[UUID]) -> set[tuple[UUID, date, int, UUID]]:
    query = select(col(Reminder.deadline_id), col(Reminder.due_on), col(Reminder.rung), col(Reminder.person_id)).where(
        col(Reminder.deadline_id).in_(deadline_ids)
    )
    return {(deadline_id, due_on, rung, person_id) for deadline_id, due_on, rung, person_id in session.execute(query)}


def _rule(clock: ToldClock) -> DeadlineRule | None:
    try:
        return clock.procedure.deadlines[clock.rule]
    except LookupError:
        _LOG.warning("deadline %s skipped: no rule %s in %s", clock.deadline_id, clock.rule, clock.kind)
        return None


def _tell(due: Due, clock: ToldClock, rung: Rung, staff: Staff, told: set[tuple[UUID, date, int, UUID]]) -> bool:  # noqa: PLR0917
    """Add whoever is to be told of a rung; say whether nobody is there."""
    people = staff.responsible(clock.responsible_id) if rung.is_reminder else staff.with_role(MANAGERS)
    due.rungs += [
        DueRung(clock, rung.days, person)
        for person in people
        if (clock.deadline_id, clock.due_on, rung.days, person.id) not in told
    ]
    if not people:
        _LOG.warning("deadline %s: nobody to tell", clock.deadline_id)
    return not people
