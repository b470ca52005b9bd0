"""How a length in the law's words becomes a date.

The texts set lengths without saying how to count them. The conventions kept here: the day of the event is day 0, days
are calendar days unless a procedure says otherwise, of clear days ("jours francs") neither the first nor the last one
counts, and a month ends on the same day number, or on the last day of a
shorter month. A due date is not moved off a holiday: whoever wants that asks for `next_working_day`.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple, Self, cast

from workflow.calendar.working_days import Calendar
from workflow.language.counting import CLEAR_DAYS, DAYS, MONTHS, WEEKS, WORKING_DAYS, YEARS, CountedNoun, counted_ar

_DAY = timedelta(days=1)


Counted = Literal["calendar", "working", "clear"]


Unit = Literal["D", "W", "M", "Y"]


_DURATION = re.compile(r"(-?)P(\d{1,4})([DWMY])", re.ASCII)


_UNITS_FR: dict[Unit, tuple[str, str]] = {
    "D": ("jour", "jours"),
    "W": ("semaine", "semaines"),
    "M": ("mois", "mois"),
    "Y": ("an", "ans"),
}


_COUNTED_FR = {"working": "ouvrable", "clear": "franc"}
# One of them is told in letters, as the law does.
_ONE_FR: dict[Unit, str] = {"W": "une semaine", "M": "un mois", "Y": "un an"}


_UNITS_AR: dict[Unit, CountedNoun] = {"D": DAYS, "W": WEEKS, "M": MONTHS, "Y": YEARS}
_COUNTED_AR: dict[Counted, CountedNoun] = {"working": WORKING_DAYS, "clear": CLEAR_DAYS}


@dataclass(frozen=True)
class Duration:
    """A length in the law's words, such as thirty days or six months; negative when it runs back from the event."""

    count: int
    unit: Unit
    counted: Counted = "calendar"

    def __post_init__(self) -> None:
        """Raise ValueError for working or clear weeks, months or years: only days are counted so."""
        if self.counted != "calendar" and self.unit != "D":
            raise ValueError(f"Une durée en jours {_COUNTED_FR[self.counted]}s se compte en jours : {self}")

    @classmethod
    def parse(cls, text: str, counted: Counted = "calendar") -> Self:
        """Read an ISO 8601 duration of one unit, "P30D", "-P10D" or "P6M"; raise ValueError for anything else."""
        match = _DURATION.fullmatch(text)
        if not match:
            raise ValueError(f"« {text} » n’est pas une durée : écrivez par exemple « P30D », « -P10D » ou « P6M »")
        sign, count, unit = match.groups()
        return cls(int(sign + count), cast("Unit", unit), counted)

    def __str__(self) -> str:
        """Give the ISO 8601 form."""
        return f"{'-' if self.count < 0 else ''}P{abs(self.count)}{self.unit}"


def duration_fr(duration: Duration) -> str:
    """Word a duration in French, without its sign: "30 jours", "un mois", "une semaine", "10 jours ouvrables"."""
    count = abs(duration.count)
    if count == 1 and duration.unit in _ONE_FR:
        return _ONE_FR[duration.unit]
    plural = count > 1
    words = f"{count} {_UNITS_FR[duration.unit][plural]}"
    if duration.counted == "calendar":
        return words
    return f"{words} {_COUNTED_FR[duration.counted]}{'s' if plural else ''}"


def duration_ar(duration: Duration) -> str:
    """Word a duration in Arabic, without its sign: "30 يوما", "شهر واحد", "10 أيام عمل"."""
    return counted_ar(abs(duration.count), _COUNTED_AR.get(duration.counted, _UNITS_AR[duration.unit]))


class Skipped(NamedTuple):
    """A day that did not count, and why."""

    day: date
    reason_fr: str


@dataclass(frozen=True)
class Reckoning:
    """How a due date was found: from which day, and over which days that did not count."""

    start: date
    due: date
    skipped: tuple[Skipped, ...] = ()


def add(start: date, duration: Duration, calendar: Calendar) -> date:
    """Give the day that `duration` leads to when `start` is the day of the event."""
    return explain(start, duration, calendar).due


def explain(start: date, duration: Duration, calendar: Calendar) -> Reckoning:
    """Count `duration` from `start` and keep how it went."""
    if duration.counted == "working":
        return _count_working_days(start, duration.count, calendar)
    if duration.unit in ("D", "W"):
        days = duration.count * (7 if duration.unit == "W" else 1)
        if duration.counted == "clear":
            days += 1 if days > 0 else -1
        return Reckoning(start, start + timedelta(days=days))
    months = duration.count * (12 if duration.unit == "Y" else 1)
    return Reckoning(start, _add_months(start, months))


def _count_working_days(start: date, count: int, calendar: Calendar) -> Reckoning:
    step = _DAY if count > 0 else -_DAY
    day, left, skipped = start, abs(count), []
    while left:
        day += step
        reason = calendar.day_off_fr(day)
        if reason:
            skipped.append(Skipped(day, reason))
        else:
            left -= 1
    return Reckoning(start, day, tuple(skipped))


def _add_months(start: date, count: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
