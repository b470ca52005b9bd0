"""The week ahead: the Council, sessions of Parliament, holidays, and the limits of the law that fall due."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from workflow.calendar.sessions import session_openings
from workflow.calendar.working_days import Calendar, Holiday
from workflow.council.days import Meeting, meeting_on
from workflow.overview.due import Due
from workflow.rulebook.files import shared_vocabulary

_DAY = timedelta(days=1)
_CELLS = 5
_SATURDAY = 5
# So far ahead things are told; of what comes after the week, so many days.
HORIZON = timedelta(days=21)
_LATER = 4
# A holiday is told so far ahead.
_HOLIDAYS = 62


@dataclass(frozen=True)
class Day:
    """One day and what it brings; the limits due on a Saturday or a Sunday stand with the Friday."""

    on: date
    holiday: Holiday | None = None
    # A Council that is expected, and how many texts of the ministry its agenda is known to have.
    council: Meeting | None = None
    council_texts: int = 0
    opens_session: bool = False
    limits: list[Due] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether it brings nothing."""
        return not (self.holiday or self.council or self.opens_session or self.limits)


@dataclass(frozen=True)
class Week:
    """The next five days from Monday to Friday, the first days after them that bring something, the next holiday.

    `holiday` is the first one after the five days, unless it is among `later`.

    `is_whole` tells whether all limits were read: of very many, those of the last days are not.
    """

    days: list[Day]
    later: list[Day]
    holiday: tuple[date, Holiday] | None
    is_whole: bool


def week(today: date, limits: Sequence[Due], named: Mapping[date, int], *, is_whole: bool, calendar: Calendar) -> Week:
    """Lay out what is due, and the Councils that texts name with how many, over the days from `today` on."""
    every = [today + _DAY * ahead for ahead in range(HORIZON.days + 1)]
    weekdays = [day for day in every if day.weekday() < _SATURDAY]
    days = {day: _day(day, named, calendar) for day in weekdays}
    for limit in limits:
        days[max((day for day in weekdays if day <= limit.due_on), default=weekdays[0])].limits.append(limit)
    first, rest = weekdays[:_CELLS], weekdays[_CELLS:]
    later = [days[day] for day in rest if not days[day].is_empty][:_LATER]
    holiday = _next_holiday(first[-1], calendar)
    told = {day.on for day in later}
    return Week([days[day] for day in first], later, holiday if holiday and holiday[0] not in told else None, is_whole)


def _day(day: date, named: Mapping[date, int], calendar: Calendar) -> Day:
    meeting = meeting_on(day, named, vocabulary=shared_vocabulary(), calendar=calendar)
    return Day(
        day,
        calendar.holiday(day),
        meeting if meeting.is_expected else None,
        named.get(day, 0),
        day in session_openings(day.year),
    )


def _next_holiday(after: date, calendar: Calendar) -> tuple[date, Holiday] | None:
    days = (after + _DAY * ahead for ahead in range(1, _HOLIDAYS))
    return next(((day, holiday) for day in days if (holiday := calendar.holiday(day))), None)
