"""Working days, sessions of Parliament, and how a length in the law's words becomes a date.

The texts set lengths without saying how to count them. The conventions kept here: the day of the event is day 0, days
are calendar days unless a procedure says otherwise, and a month ends on the same day number, or on the last day of a
shorter month. A due date is not moved off a holiday: whoever wants that asks for `next_working_day`.
"""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Literal, NamedTuple, Self, cast

import holidays

from workflow.hijri import to_hijri

Counted = Literal["calendar", "working"]
Unit = Literal["D", "W", "M", "Y"]

_DAY = timedelta(days=1)
_FRIDAY = 4
_SATURDAY = 5
_ESTIMATED = {"fr": " (estimé)", "ar": " (تقديري)"}
_FEASTS = {  # (month, day) of the Hijri year
    (1, 1): ("Premier Moharrem", "فاتح محرم"),
    (3, 12): ("Aïd Al Mawlid Annabaoui", "عيد المولد النبوي"),
    (3, 13): ("Aïd Al Mawlid Annabaoui", "عيد المولد النبوي"),
    (10, 1): ("Aïd Al Fitr", "عيد الفطر"),
    (10, 2): ("Aïd Al Fitr", "عيد الفطر"),
    (12, 10): ("Aïd Al Adha", "عيد الأضحى"),
    (12, 11): ("Aïd Al Adha", "عيد الأضحى"),
}


@dataclass(frozen=True)
class Holiday:
    """A public holiday; `estimated` while the moon, or a decision, may still move it."""

    label_fr: str
    label_ar: str
    estimated: bool = False


@dataclass(frozen=True)
class Calendar:
    """The days Moroccan administrations work.

    The civil holidays and the feasts of the Moroccan Hijri year are known; `overrides` adds a holiday or, with None,
    cancels one. An Aïd that moves is one of each.
    """

    overrides: Mapping[date, Holiday | None] = field(default_factory=dict)

    def holiday(self, day: date) -> Holiday | None:
        """Give the holiday that `day` is, if any."""
        if day in self.overrides:
            return self.overrides[day]
        return _fixed_holidays(day.year).get(day) or _feast(day)

    def day_off_fr(self, day: date) -> str | None:
        """Say in French why nobody works on `day`; None on a working day."""
        if day.weekday() >= _SATURDAY:
            return "samedi" if day.weekday() == _SATURDAY else "dimanche"
        holiday = self.holiday(day)
        if holiday is None:
            return None
        return f"{holiday.label_fr} (date estimée)" if holiday.estimated else holiday.label_fr

    def is_working_day(self, day: date) -> bool:
        """Whether administrations work on `day`: Monday to Friday, holidays apart."""
        return self.day_off_fr(day) is None

    def next_working_day(self, day: date) -> date:
        """Give the first working day from `day` on, `day` itself included."""
        while not self.is_working_day(day):
            day += _DAY
        return day


@cache
def _fixed_holidays(year: int) -> dict[date, Holiday]:
    """List the holidays of the civil calendar.

    The package also gives the religious feasts, but on the days of Umm al-Qura: those it marks as estimated are left.
    """
    french, arabic = (holidays.country_holidays("MA", years=year, language=language) for language in ("fr", "ar"))
    found = {}
    for day in french:
        label_fr, label_ar = _certain(french.get_list(day), "fr"), _certain(arabic.get_list(day), "ar")
        if label_fr:
            found[day] = Holiday(label_fr, label_ar)
    return found


def _certain(labels: list[str], language: str) -> str:
    return ", ".join(label for label in labels if not label.endswith(_ESTIMATED[language]))


def _feast(day: date) -> Holiday | None:
    dual = to_hijri(day)
    labels = _FEASTS.get((dual.hijri.month, dual.hijri.day)) if dual else None
    return Holiday(*labels, estimated=dual.estimated) if dual and labels else None


_DURATION = re.compile(r"(-?)P(\d{1,4})([DWMY])", re.ASCII)
_UNITS_FR: dict[Unit, tuple[str, str]] = {
    "D": ("jour", "jours"),
    "W": ("semaine", "semaines"),
    "M": ("mois", "mois"),
    "Y": ("an", "ans"),
}


@dataclass(frozen=True)
class Duration:
    """A length in the law's words, such as thirty days or six months; negative when it runs back from the event."""

    count: int
    unit: Unit
    counted: Counted = "calendar"

    def __post_init__(self) -> None:
        """Raise ValueError for working weeks, months or years: only days can be counted as working days."""
        if self.counted == "working" and self.unit != "D":
            raise ValueError(f"Une durée en jours ouvrables se compte en jours : {self}")

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
    """Word a duration in French, without its sign: "30 jours", "1 mois", "10 jours ouvrables"."""
    count = abs(duration.count)
    plural = count > 1
    words = f"{count} {_UNITS_FR[duration.unit][plural]}"
    if duration.counted == "calendar":
        return words
    return f"{words} ouvrables" if plural else f"{words} ouvrable"


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


class SessionOpenings(NamedTuple):
    """The two days of a civil year on which an ordinary session of Parliament opens."""

    spring: date
    autumn: date


def session_openings(year: int) -> SessionOpenings:
    """Give the second Fridays of April and October (Constitution, article 65).

    The closing days cannot be computed: the two chambers agree on them, or a decree sets them after four months.
    """
    return SessionOpenings(_second_friday(year, 4), _second_friday(year, 10))


def next_session_opening(day: date) -> date:
    """Give the day on which the next ordinary session of Parliament opens after `day` (Constitution, art. 65)."""
    years = (session_openings(year) for year in (day.year, day.year + 1))
    return min(opening for openings in years for opening in openings if opening > day)


def _second_friday(year: int, month: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(_FRIDAY - first.weekday()) % 7 + 7)
