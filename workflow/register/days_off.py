"""Writes the days that the ministry declares off or worked, and counts again the deadlines that depend on them."""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, func, select

from models import Deadline, DeadlineStatus, HolidayOverride, LegalText
from workflow.calendar.decided_days import DecidedDay, Decision, read_calendar
from workflow.calendar.working_days import SATURDAY, Calendar
from workflow.deadlines.clocks import Clock
from workflow.deadlines.ladder import next_rung_on
from workflow.errors import Unfit
from workflow.history.steps import histories
from workflow.language.legible import kept_line
from workflow.register.recount import recount
from workflow.standing.standing import standing

_LOG = logging.getLogger(__name__)

# A day may change what is due later, what is counted back from after it, and when a reminder or an escalation is told:
# the longest of these is thirty days.
REACH = timedelta(days=62)
LONGEST = 200
_NAMELESS = "Donnez le nom de ce jour chômé en français."
_WEEKEND = "Le samedi et le dimanche ne sont pas travaillés : cette déclaration ne changerait rien."
_UNDECIDED = "Rien n’a été décidé de ce jour : le calendrier vaut déjà."


class ChangedLimit(NamedTuple):
    """An open deadline of which a decision moves the due date, or the day on which its next reminder leaves."""

    text_id: UUID
    title: str
    label: str
    before: date
    after: date
    is_estimated: bool
    reminder_before: date | None
    reminder_after: date | None


@dataclass(frozen=True)
class Changes:
    """The open deadlines that a decision moves, the first due first, and whether they are all that it moves."""

    limits: Sequence[ChangedLimit]
    is_whole: bool

    @property
    def due(self) -> int:
        """How many have another due date."""
        return sum(each.before != each.after for each in self.limits)

    @property
    def reminders(self) -> int:
        """How many have the same due date, and a reminder that leaves on another day."""
        return len(self.limits) - self.due


def checked_day(session: Session, decided: DecidedDay) -> DecidedDay:
    """Give it with its names as they are kept.

    Raise Unfit for a day off without a name, for names that cannot be kept, for a Saturday or a Sunday said to be
    worked, and for taking back what was not decided.
    """
    label_fr, label_ar = _named("label_fr", decided.label_fr), _named("label_ar", decided.label_ar)
    decided = replace(decided, label_fr=label_fr, label_ar=label_ar)
    if decided.decision is Decision.OFF and not decided.label_fr:
        raise Unfit({"label_fr": _NAMELESS})
    if decided.decision is Decision.CALENDAR and session.get(HolidayOverride, decided.day) is None:
        raise Unfit({"day": _UNDECIDED})
    if decided.decision is Decision.WORKED and decided.day.weekday() >= SATURDAY:
        raise Unfit({"day": _WEEKEND})
    return decided


def _named(field: str, words: str) -> str:
    try:
        return kept_line(words, LONGEST)
    except ValueError as error:
        raise Unfit({field: str(error)}) from error


def changes_by(session: Session, decided: DecidedDay, *, on: date, most: int = 300) -> Changes:
    """Tell which open deadlines change if this is decided, without writing; `most` texts are looked at. `on` is today.

    All deadlines are read once, text by text, which a base of a million takes part of a second.
    """
    calendar = read_calendar(session)
    of_text = col(Deadline.text_id)
    running = select(of_text).where(_may_move(decided.day), Deadline.status == DeadlineStatus.RUNNING)
    first = running.group_by(of_text).order_by(func.min(Deadline.due_on), of_text).limit(most + 1)
    ids = session.exec(first).all()
    texts = session.exec(select(LegalText).where(col(LegalText.id).in_(ids[:most]))).all()
    limits = _moved(session, texts, (calendar, decided.over(calendar)), on)
    return Changes(sorted(limits, key=lambda each: (each.before, each.title)), is_whole=len(ids) <= most)


def decide_day(session: Session, decided: DecidedDay, *, on: date, commit: Callable[[], None]) -> int:
    """Write what is decided of a day and count again the deadlines that it may move.

    Give how many texts with a running deadline were counted again. `on` is today; `commit` makes each batch of texts
    durable, the decision with the first one. Raise Unfit as `checked_day` does.
    """
    decided = checked_day(session, decided)
    if decided.decision is Decision.CALENDAR:
        session.delete(session.get_one(HolidayOverride, decided.day))
    else:
        is_worked = decided.decision is Decision.WORKED
        labels = {} if is_worked else {"label_fr": decided.label_fr, "label_ar": decided.label_ar}
        session.merge(HolidayOverride(day=decided.day, worked=is_worked, **labels))
    session.flush()
    _LOG.info("day decided", extra={"day": decided.day.isoformat(), "decision": str(decided.decision)})
    concerned = col(LegalText.id).in_(select(Deadline.text_id).where(_may_move(decided.day)))
    return recount(session, read_calendar(session), on=on, commit=commit, only=concerned)


def _may_move(day: date) -> ColumnElement[bool]:
    return col(Deadline.due_on) >= day - REACH


def _moved(
    session: Session, texts: Sequence[LegalText], calendars: tuple[Calendar, Calendar], on: date
) -> Iterator[ChangedLimit]:
    steps = histories(session, [text.id for text in texts])
    for text in texts:
        before, after = (standing(text, steps[text.id], on=on, calendar=each).open_clocks for each in calendars)
        for old, new in zip(before, after, strict=True):
            days = [_days(clock, calendar, on) for clock, calendar in zip((old, new), calendars, strict=True)]
            if old.due_on and new.due_on and days[0] != days[1]:
                reminders = (days[0][1], days[1][1])
                due = (old.due_on, new.due_on, new.is_estimated)
                yield ChangedLimit(text.id, text.title_fr, old.label_fr, *due, *reminders)


def _days(clock: Clock, calendar: Calendar, on: date) -> tuple[date | None, date | None]:
    """Give when a clock is due and when its next reminder leaves, from the day `on` on."""
    return clock.due_on, next_rung_on(clock.rule, clock.due_on, calendar, after=on - timedelta(days=1))
