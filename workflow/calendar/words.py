"""The words of civil dates, in French and in Arabic.

Arabic uses the month names of legal texts (أغسطس، سبتمبر), which are not those of daily use (غشت، شتنبر).
"""

import re
from datetime import date

from models.partial_date import PartialDate
from workflow.language.counting import DAYS, MONTHS, YEARS, counted_ar
from workflow.language.folding import plain
from workflow.language.typography import DOTS, MONTHS_FR

WEEKDAYS_FR = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MONTHS_SHORT_FR = (
    *("janv.", "févr.", "mars", "avr.", "mai", "juin"),
    *("juill.", "août", "sept.", "oct.", "nov.", "déc."),
)
_TOLD = re.compile(rf"(?P<le>\ble )?(?P<day>\b\d{{1,2}}(?:er)? (?:{'|'.join(MONTHS_FR)}) \d{{4}})")
_DAYS_TOLD_IN_MONTHS = 120
_DAYS_TOLD_IN_YEARS = 731
_DAYS_IN_MONTH, _DAYS_IN_YEAR = 30.44, 365.25
_MONTHS_AR = (
    *("يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو"),
    *("يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
)
# Daily use spells some months otherwise than legal texts.
_MONTHS_OF_DAILY_USE_AR = {
    "غشت": 8, "شتنبر": 9, "نونبر": 11, "دجنبر": 12, "مايو": 5, "يوليوز": 7, "يونيه": 6, "يوليه": 7,
}  # fmt: skip
_MONTHS_READ_AR = {name: month for month, name in enumerate(_MONTHS_AR, start=1)} | _MONTHS_OF_DAILY_USE_AR
WRITTEN_AR = re.compile(rf"(?:(فاتح|\d{{1,2}}) )?({'|'.join(_MONTHS_READ_AR)}) ([12]\d{{3}})(?!\d)")
_TOLD_AR = re.compile(rf"(?P<on>(?<![\d)] )بتاريخ )?(?P<day>(?:فاتح|\b\d{{1,2}}) (?:{'|'.join(_MONTHS_AR)}) \d{{4}})")
_WRITTEN = re.compile(
    r"(?:le |en )?(?:(?:(?P<day>0?[1-9]|[12]\d|3[01])(?: ?er)? )?(?P<month>[a-z]+)\.? )?(?P<year>[12]\d{3})", re.ASCII
)


_MONTHS_READ = {
    plain(name).rstrip("."): month
    for names in (MONTHS_FR, _MONTHS_SHORT_FR)
    for month, name in enumerate(names, start=1)
}


def ordinal_fr(day: int) -> str:
    """Give the number of a day of the month as French says it: "1er", then "2"."""
    return "1er" if day == 1 else str(day)


def ordinal_ar(day: int) -> str:
    """Give the number of a day of the month as Arabic legal texts say it: "فاتح", then "2"."""
    return "فاتح" if day == 1 else str(day)


def day_fr(day: date) -> str:
    """Word a day in French: "1er août 2018"."""
    return f"{ordinal_fr(day.day)} {MONTHS_FR[day.month - 1]} {day.year}"


def day_short_fr(day: date) -> str:
    """Word a day in French, month abbreviated: "12 sept. 2018"."""
    return f"{ordinal_fr(day.day)} {_MONTHS_SHORT_FR[day.month - 1]} {day.year}"


def day_ar(day: date) -> str:
    """Word a day in Arabic: "6 يونيو 2014", "فاتح سبتمبر 2014"."""
    return f"{ordinal_ar(day.day)} {_MONTHS_AR[day.month - 1]} {day.year}"


def partial_fr(when: PartialDate) -> str:
    """Word a date in French with its preposition: "le 7 novembre 2013", "en juillet 2016", "en 2015"."""
    if when.is_full:
        return f"le {day_fr(when.first_day)}"
    return f"en {MONTHS_FR[when.month - 1]} {when.year}" if when.month else f"en {when.year}"


def estimated_fr(day: str) -> str:
    """Say of a day in words that it is estimated: "30 nov. 2026 (date estimée)"."""
    return f"{day} (date estimée)"


def estimated_ar(day: str) -> str:
    """Say the same in Arabic: "30 نوفمبر 2026 (تاريخ تقديري)"."""
    return f"{day} (تاريخ تقديري)"


def same_day_fr(words: str) -> str:
    """Say "le même jour" of a day that is the one told just before it in the sentence."""
    before = ""

    def told(match: re.Match[str]) -> str:
        nonlocal before
        again, before = match["day"] == before, match["day"]
        return "le même jour" if again and match["le"] else match[0]

    return _TOLD.sub(told, words)


def partial_short_fr(when: PartialDate | None) -> str:
    """Word a date for a table: "7 nov. 2013", "juill. 2016", "2015", "date inconnue"."""
    if when is None:
        return "date inconnue"
    if when.is_full:
        return day_short_fr(when.first_day)
    return f"{_MONTHS_SHORT_FR[when.month - 1]} {when.year}" if when.month else str(when.year)


def days_fr(days: int) -> str:
    """Word a number of days, as people say it: days, then months, then years."""
    if days >= _DAYS_TOLD_IN_YEARS:
        return f"{int(days / _DAYS_IN_YEAR)} ans"
    if days >= _DAYS_TOLD_IN_MONTHS:
        return f"{int(days / _DAYS_IN_MONTH)} mois"
    return f"{days} jour{'s' if days > 1 else ''}"


def partial_ar(when: PartialDate) -> str:
    """Word a date in Arabic with its preposition: "في 7 نوفمبر 2013", "في يوليو 2016", "سنة 2015"."""
    if when.is_full:
        return f"في {day_ar(when.first_day)}"
    return f"في {_MONTHS_AR[when.month - 1]} {when.year}" if when.month else f"سنة {when.year}"


def days_ar(days: int, *, governed: bool = False) -> str:
    """Word a number of days in Arabic, as `days_fr` does; `governed` as counted nouns are after a preposition."""
    if days >= _DAYS_TOLD_IN_YEARS:
        return counted_ar(int(days / _DAYS_IN_YEAR), YEARS, governed=governed)
    if days >= _DAYS_TOLD_IN_MONTHS:
        return counted_ar(int(days / _DAYS_IN_MONTH), MONTHS, governed=governed)
    return counted_ar(days, DAYS, governed=governed)


def same_day_ar(words: str) -> str:
    """Say "في اليوم نفسه" of a day that is the one told just before it; not of the day of an act, after its number."""
    before = ""

    def told(match: re.Match[str]) -> str:
        nonlocal before
        again, before = match["day"] == before, match["day"]
        return "في اليوم نفسه" if again and match["on"] else match[0]

    return _TOLD_AR.sub(told, words)


def parse_fr(text: str) -> PartialDate:
    """Read a date as people write it in French, in full or abbreviated; raise ValueError when it is none."""
    match = _WRITTEN.fullmatch(plain(text))
    month = _MONTHS_READ.get(match["month"], 0) if match and match["month"] else 0
    if not match or (match["month"] and not month):
        raise ValueError(f"« {text} » ne se lit pas comme une date : écrivez par exemple « 7 novembre 2013 »")
    try:
        return PartialDate(int(match["year"]), month, int(match["day"] or 0))
    except ValueError as error:
        raise ValueError(f"« {text} » n’existe pas dans le calendrier : veuillez vérifier le jour") from error


def parse_ar(text: str) -> PartialDate:
    """Read a date as people write it in Arabic, "6 يونيو 2014", "فاتح شتنبر 2014"; raise ValueError when it is none."""
    match = WRITTEN_AR.fullmatch(text.strip())
    if not match:
        raise ValueError(f"« {text} » ne se lit pas comme une date : écrivez par exemple « 6 يونيو 2014 »")
    day, month, year = match.groups()
    return PartialDate(int(year), _MONTHS_READ_AR[month], 1 if day == "فاتح" else int(day or 0))


def long_date(when: PartialDate | date | None) -> str:
    """Word a date as papers do, without preposition: "12 mars 2018", "mars 2018"; dots when it is not known."""
    if when is None:
        return DOTS
    if isinstance(when, date):
        return day_fr(when)
    return partial_fr(when).partition(" ")[2]
