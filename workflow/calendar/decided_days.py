"""Days that the ministry declared off or worked, over the calendar."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from sqlmodel import Session, select

from models import HolidayOverride
from workflow.calendar.working_days import Calendar, Holiday


class Decision(StrEnum):
    """What may be decided of a day."""

    OFF = "off"
    WORKED = "worked"
    # What was decided is taken back: the day is again what the calendar says.
    CALENDAR = "calendar"


@dataclass(frozen=True)
class DecidedDay:
    """A day, what is decided of it and, of a day off, its names."""

    day: date
    decision: Decision
    label_fr: str = ""
    label_ar: str = ""

    def over(self, calendar: Calendar) -> Calendar:
        """Give the calendar as it is once this is decided."""
        days = {day: holiday for day, holiday in calendar.overrides.items() if day != self.day}
        if self.decision is not Decision.CALENDAR:
            is_off = self.decision is Decision.OFF
            days[self.day] = Holiday(self.label_fr, self.label_ar) if is_off else None
        return Calendar(days)


class ListedDay(NamedTuple):
    """A day of which the calendar or the ministry says something; `holiday` is None where it is worked all the same."""

    day: date
    holiday: Holiday | None
    is_decided: bool
    # What the calendar alone says of it.
    of_calendar: Holiday | None


def read_calendar(session: Session) -> Calendar:
    """Read the calendar with what the ministry decided."""
    rows = session.exec(select(HolidayOverride)).all()
    return Calendar({row.day: None if row.worked else Holiday(row.label_fr, row.label_ar) for row in rows})


def listed_days(calendar: Calendar, first: date, last: date) -> Iterator[ListedDay]:
    """Give, from the day `first` to the day `last`, the holidays and the days that the ministry decided of."""
    of_calendar = Calendar()
    for ahead in range((last - first).days + 1):
        day = first + timedelta(days=ahead)
        told = ListedDay(day, calendar.holiday(day), day in calendar.overrides, of_calendar.holiday(day))
        if told.holiday or told.is_decided:
            yield told
