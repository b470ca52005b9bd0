"""The days Moroccan administrations work, and the holidays that are known or estimated."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

import holidays

from workflow.calendar.hijri import to_hijri
from workflow.calendar.words import estimated_fr

_DAY = timedelta(days=1)
SATURDAY = 5
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
        if day.weekday() >= SATURDAY:
            return "samedi" if day.weekday() == SATURDAY else "dimanche"
        holiday = self.holiday(day)
        if holiday is None:
            return None
        return estimated_fr(holiday.label_fr) if holiday.estimated else holiday.label_fr

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
