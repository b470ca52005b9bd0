"""The ladder of a clock: the days around its due date from which somebody is told of it.

A rule has two ladders: reminders, to the person responsible for the text, and escalations, to the managers. Who tells,
who promises and who looks for what is to be told all count by this module.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from workflow.calendar.working_days import Calendar
from workflow.procedure.deadline_rule import DeadlineRule

_DAY = timedelta(days=1)
# Once it passed so long ago, what no law sets presses nobody any more: the list of texts has it.
_FORGOTTEN = timedelta(days=365)


@dataclass(frozen=True)
class Rung:
    """One rung: how many days after the due date it stands, and the first day on which it is told if mails leave."""

    days: int
    is_reminder: bool
    told_from: date


def is_telling_day(on: date, calendar: Calendar) -> bool:
    """Whether reminders leave by themselves on that day."""
    return calendar.is_working_day(on)


def ladder(rule: DeadlineRule, due_on: date, calendar: Calendar) -> list[Rung]:
    """Give the rungs that may be told.

    A reminder whose day nobody works is told on the working day before: told after, it would come late. An escalation
    is never told before its day. Nobody is late for a window or a wait, of which nothing is told after the due date.
    """
    rungs = [Rung(days, True, _last_working_day(due_on + days * _DAY, calendar)) for days in rule.remind]
    rungs += [Rung(days, False, due_on + days * _DAY) for days in rule.escalate]
    return [rung for rung in rungs if rule.term == "limit" or rung.told_from <= due_on]


def forgotten_before(on: date) -> date:
    """Give the day before which a chamber's rule or a marker has to have passed to press nobody on the day `on`."""
    return on - _FORGOTTEN


def is_forgotten(rule: DeadlineRule, due_on: date, *, on: date) -> bool:
    """Whether the due date passed so long ago, and is so little of the law, that nobody is told of it any more."""
    return not rule.is_legal and due_on < forgotten_before(on)


def passed(rule: DeadlineRule, due_on: date, calendar: Calendar, *, on: date) -> Iterator[Rung]:
    """Give what is to be told on that day: the latest rung reached of each ladder, reminders first."""
    if (rule.term != "limit" and due_on < on) or is_forgotten(rule, due_on, on=on):
        return
    reached = [rung for rung in ladder(rule, due_on, calendar) if rung.told_from <= on]
    for kind in (True, False):
        if own := [rung for rung in reached if rung.is_reminder is kind]:
            yield max(own, key=lambda rung: rung.days)


def next_rung_on(
    rule: DeadlineRule, due_on: date | None, calendar: Calendar, *, after: date | None = None
) -> date | None:
    """Give the first day, `after` that one if it is given, from which a rung is told; None when there is none."""
    days = (rung.told_from for rung in ladder(rule, due_on, calendar)) if due_on else ()
    return min((day for day in days if after is None or day > after), default=None)


def first_reminder_on(rule: DeadlineRule, due_on: date, calendar: Calendar, *, since: date) -> date | None:
    """Give the day on which the first reminder leaves for a clock that starts on the day `since`, if one does.

    A reminder whose day is passed already is caught up the next time that reminders leave.
    """
    days = [rung.told_from for rung in ladder(rule, due_on, calendar) if rung.is_reminder]
    if not days:
        return None
    first = calendar.next_working_day(max(min(days), since))
    return first if rule.term == "limit" or first <= due_on else None


def _last_working_day(day: date, calendar: Calendar) -> date:
    while not calendar.is_working_day(day):
        day -= _DAY
    return day
