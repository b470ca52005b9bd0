"""The deadlines of a text as its page shows them: the law's first, markers apart, each with its reckoning."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from flask_babel import gettext as _

from models import DeadlineStatus
from workflow.calendar.working_days import Calendar
from workflow.deadlines.clocks import Clock
from workflow.deadlines.day_row import DayCell, day_row, how_counted_fr
from workflow.deadlines.pressing import Place, place_of
from workflow.deadlines.reckoning import explanation


@dataclass(frozen=True)
class Limit:
    """One deadline of a text, on the day `today`."""

    clock: Clock
    calendar: Calendar
    today: date

    @property
    def is_of_law(self) -> bool:
        """Whether somebody is late by the law once it has passed."""
        return self.clock.rule.is_legal

    @property
    def lines(self) -> list[str]:
        """How its day was found, in French, one sentence a line."""
        counted = how_counted_fr(self.clock)
        *told, last = explanation(self.clock, self.calendar)
        return [*told, *([counted] if counted and self.clock.due_on else []), last]

    @cached_property
    def days(self) -> tuple[DayCell, ...]:
        """The days over which it is counted, to be drawn."""
        return day_row(self.clock, self.calendar)

    @property
    def place(self) -> Place:
        """How it presses among the others, where its day is known."""
        return place_of(self.clock.rule, self.clock.due_on or date.max, on=self.today)

    @property
    def standstill(self) -> str:
        """Say why no distance to its day is told: it is suspended, over, or its day unknown; nothing where one is."""
        if self.clock.status is DeadlineStatus.SUSPENDED:
            return str(_("suspendue"))
        if self.clock.is_over(self.today):
            return str(_("délai écoulé"))
        if self.clock.due_on:
            return ""
        return str(_("sans date fixée") if self.clock.was_never_set else _("date de départ inconnue"))

    @property
    def tells_nature(self) -> bool:
        """Whether its nature is to be said: the words of a distance say it, save of a limit of the law."""
        return self.is_of_law or bool(self.standstill)

    @property
    def days_left(self) -> int | None:
        """The days from today to its own; negative when it has passed, None where no day is known."""
        return self.clock.days_left(self.today)


@dataclass(frozen=True)
class Limits:
    """Every deadline of a text: those that run, the law's apart from the others, and those that are closed."""

    law: list[Limit]
    markers: list[Limit]
    closed: list[Limit]

    @property
    def running(self) -> list[Clock]:
        """The clocks that run or wait to run again, the law's first."""
        return [limit.clock for limit in (*self.law, *self.markers)]

    @property
    def clocks(self) -> list[Clock]:
        """Every clock, those that are closed last."""
        return [*self.running, *(limit.clock for limit in self.closed)]

    @property
    def next(self) -> Limit | None:
        """The limit to name first, as lists do; None without any."""
        dated = (limit for limit in (*self.law, *self.markers) if _is_limit(limit.clock))
        return min(dated, key=lambda limit: limit.place, default=None)


def limits_of(run: Iterable[Clock], *, calendar: Calendar, today: date) -> Limits:
    """Sort the deadlines of a text: those still to come by their day, then the times that ran out harmlessly."""
    ordered = sorted(run, key=lambda clock: (clock.is_over(today), clock.due_on or date.max))
    limits: Sequence[Limit] = [Limit(clock, calendar, today) for clock in ordered]
    running = [limit for limit in limits if limit.clock.is_open]
    return Limits(
        law=[limit for limit in running if limit.is_of_law],
        markers=[limit for limit in running if not limit.is_of_law],
        closed=[limit for limit in limits if not limit.clock.is_open],
    )


def _is_limit(clock: Clock) -> bool:
    return clock.status is DeadlineStatus.RUNNING and clock.due_on is not None and clock.rule.term == "limit"
