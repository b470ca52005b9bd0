"""Moroccan Hijri dates.

Official texts are dated in both calendars. A Moroccan month starts when the moon has been seen in Morocco, on the day
Umm al-Qura computes or on the next one. The months that the dual dates of the Bulletin officiel bear witness to are
kept in a table; outside it (before 1421, after the last witnessed month, and 2/1422, 6/1424, 5/1428 and 9/1430)
Umm al-Qura stands in, and the result says that it is estimated.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from hijridate import Gregorian, Hijri

from models.partial_date import PartialDate
from workflow.calendar.words import day_fr, ordinal_ar, ordinal_fr
from workflow.language.folding import plain

ArabicStyle = Literal["closing", "bo"]

_TABLE = Path(__file__).with_name("moroccan_hijri_months.csv")
_YEARS = range(1300, 1501)
_YEARS_CONVERTED = range(1365, 1500)  # before, hijridate has months of 28 and 31 days; after, none
_SHORT, _LONG = 29, 30
_LAST_DAY_WITHOUT_MIN = 10
_FIRST_YEAR_OF_CLOSE_PAIRS = 2000

_MONTHS_FR = (
    *("moharrem", "safar", "rabii I", "rabii II", "joumada I", "joumada II"),
    *("rejeb", "chaabane", "ramadan", "chaoual", "kaada", "hija"),
)
_MONTHS_AR = (
    *("محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة"),
    *("رجب", "شعبان", "رمضان", "شوال", "ذي القعدة", "ذي الحجة"),
)
_SPELLINGS = {
    1: ("moharrem", "moharram", "mouharrem", "mouharram", "muharrem", "muharram"),
    2: ("safar",),
    3: ("rabii", "rabia", "rabiaa", "rabi", "rabie", "rebia", "rebii"),
    5: ("joumada", "jumada", "djoumada"),
    7: ("rejeb", "rajab", "rajeb", "redjeb"),
    8: ("chaabane", "chaaban", "chabane"),
    9: ("ramadan", "ramadane"),
    10: ("chaoual", "chaoul", "choual", "chawal", "chawwal"),
    11: ("kaada", "qaada", "kada", "kiada", "qida", "qidah"),
    12: ("hija", "hijja", "hijjah", "hidja"),
}
_FIRST = ("i", "1", "1er", "ier", "premier", "al oula", "al awal", "al awwal", "al aoual", "al aouel")
_SECOND = (
    *("ii", "2", "second", "al akhira", "al akhir", "al oukhra", "al thani", "al thania", "attani", "athani"),
    *("attania", "athania", "at tani", "at tania", "ath thani", "ath thania"),
)
_PAIRED_MONTHS = (3, 5)
_WRITTEN = re.compile(
    r"(?P<day>0?[1-9]|[12]\d|30)(?: ?er)? (?:[dz]h?o?u(?:l ?| )(?:[ae]l )?)?(?P<month>[a-z][a-z0-9 ]*) "
    r"(?P<year>1[345]\d\d)(?: h)?",
    re.ASCII,
)


@dataclass(frozen=True, order=True)
class HijriDate:
    """A day as the Hijri calendar names it.

    Whether its month really had a thirtieth day is for the conversion to say: printed dates may be wrong.
    """

    year: int
    month: int
    day: int

    def __post_init__(self) -> None:
        """Raise ValueError for numbers that no Hijri date of the Bulletin officiel can have."""
        if self.year not in _YEARS or self.month not in range(1, 13) or self.day not in range(1, _LONG + 1):
            raise ValueError(f"Date hégirienne impossible : {self.day}/{self.month}/{self.year}")


@dataclass(frozen=True)
class DualDate:
    """One day in both calendars; `estimated` when no Moroccan month is known to bear it out."""

    hijri: HijriDate
    day: date
    estimated: bool


@cache
def _witnessed() -> dict[tuple[int, int], date]:
    """Read the first day of each month known, by year and month."""
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return {
            (int(row["hijri_year"]), int(row["hijri_month"])): date.fromisoformat(row["first_day_gregorian_MA"])
            for row in csv.DictReader(file)
        }


def _following(year: int, month: int) -> tuple[int, int]:
    return (year, month + 1) if month < 12 else (year + 1, 1)  # noqa: PLR2004 - months of a year


def _preceding(year: int, month: int) -> tuple[int, int]:
    return (year, month - 1) if month > 1 else (year - 1, 12)


@cache
def _first_day(year: int, month: int) -> date:
    """Give the first day of a month, kept 29 or 30 days away from its neighbours that are witnessed."""
    known = _witnessed()
    if (year, month) in known:
        return known[year, month]
    return max(_estimates(year, month))


def _estimates(year: int, month: int) -> Iterator[date]:
    known = _witnessed()
    yield Hijri(year, month, 1).to_gregorian()
    if before := known.get(_preceding(year, month)):
        yield before + timedelta(days=_SHORT)
    if after := known.get(_following(year, month)):
        yield after - timedelta(days=_LONG)


def _is_estimated(hijri: HijriDate) -> bool:
    """Whether the table cannot tell: the month, or for a thirtieth day the next one, is not in it."""
    month = (hijri.year, hijri.month)
    return month not in _witnessed() or (hijri.day == _LONG and _following(*month) not in _witnessed())


def to_gregorian(hijri: HijriDate) -> DualDate | None:
    """Find the civil day; None when it is out of reach or when the month had no thirtieth day.

    Out of reach are the years before 1365 and from 1500 on. A thirtieth day is taken as possible, and estimated,
    as long as the next month is not witnessed.
    """
    if hijri.year not in _YEARS_CONVERTED:
        return None
    day = _first_day(hijri.year, hijri.month) + timedelta(days=hijri.day - 1)
    estimated = _is_estimated(hijri)
    exists = day < _first_day(*_following(hijri.year, hijri.month)) or estimated
    return DualDate(hijri, day, estimated) if exists else None


def to_hijri(day: date) -> DualDate | None:
    """Find the Moroccan Hijri date of a civil day; None outside the years 1365 to 1499."""
    if not _first_day(_YEARS_CONVERTED[0], 1) <= day < _first_day(_YEARS_CONVERTED[-1] + 1, 1):
        return None
    computed = Gregorian.fromdate(day).to_hijri()
    month = (computed.year, computed.month)
    if _first_day(*month) > day:
        month = _preceding(*month)
    hijri = HijriDate(*month, (day - _first_day(*month)).days + 1)
    return DualDate(hijri, day, _is_estimated(hijri))


def check_pair(hijri: HijriDate, day: date) -> str | None:
    """Say in French what is wrong when a text gives both dates and they cannot be the same day.

    The civil day may be the one of Umm al-Qura or the next, or before 2000 the second next.
    """
    if hijri.year not in _YEARS_CONVERTED:
        return None
    computed = Hijri(hijri.year, hijri.month, 1).to_gregorian() + timedelta(days=hijri.day - 1)
    known = to_gregorian(hijri)
    usual = known.day if known else computed
    latest = 1 if day.year >= _FIRST_YEAR_OF_CLOSE_PAIRS else 2
    if 0 <= (day - computed).days <= latest or day == usual:
        return None
    gap = abs((day - usual).days)
    roughly = "" if known and not known.estimated else ", à un jour près"
    return (
        f"Le {format_fr(hijri)} correspond au {day_fr(usual)}{roughly}, et non au {day_fr(day)} "
        f"(écart de {gap} {'jours' if gap > 1 else 'jour'}). Veuillez vérifier les deux dates."
    )


def printed_doubt(printed: str | None, day: date | None) -> str | None:
    """Say in French what is wrong with a Hijri date as printed beside a civil one; None when the two can be one day."""
    if not printed:
        return None
    try:
        hijri = parse_fr(printed)
    except ValueError:
        return f"La date hégirienne « {printed} » ne se lit pas."
    return check_pair(hijri, day) if day else None


@cache
def _months_read() -> dict[str, int]:
    spelled: dict[str, int] = {}
    for month, names in _SPELLINGS.items():
        if month in _PAIRED_MONTHS:
            spelled |= {f"{name} {rank}": month for name in names for rank in _FIRST}
            spelled |= {f"{name} {rank}": month + 1 for name in names for rank in _SECOND}
        else:
            spelled |= dict.fromkeys(names, month)
    return spelled


def parse_fr(text: str) -> HijriDate:
    """Read a Hijri date as French texts and people spell it; raise ValueError when it is none."""
    match = _WRITTEN.fullmatch(plain(re.sub(r"[’‘'`ʿʾ]", "", text).replace("-", " ")))
    month = _months_read().get(match["month"]) if match else None
    if not match or not month:
        raise ValueError(
            f"« {text} » ne se lit pas comme une date hégirienne : écrivez par exemple « 8 chaabane 1435 »"
        )
    return HijriDate(int(match["year"]), month, int(match["day"]))


def format_fr(hijri: HijriDate) -> str:
    """Word the date with the French spelling of the Bulletin officiel: "8 chaabane 1435", "1er moharrem 1440"."""
    return f"{ordinal_fr(hijri.day)} {_MONTHS_FR[hijri.month - 1]} {hijri.year}"


def told_fr(dual: DualDate) -> str:
    """Word the Hijri day of a civil one, and say so where no Moroccan month bears it out."""
    return f"{format_fr(dual.hijri)} (estimé)" if dual.estimated else format_fr(dual.hijri)


def format_ar(hijri: HijriDate, style: ArabicStyle) -> str:
    """Word the date in Arabic: "closing" for the day a text was made, "bo" for that of the Bulletin officiel.

    The first takes من from the eleventh day on and writes ذي; the second never takes it and writes ذو.
    """
    month = _MONTHS_AR[hijri.month - 1]
    if style == "bo":
        return f"{ordinal_ar(hijri.day)} {month.replace('ذي', 'ذو')} {hijri.year}"
    of = " من " if hijri.day > _LAST_DAY_WITHOUT_MIN else " "
    return f"{ordinal_ar(hijri.day)}{of}{month} {hijri.year}"


@lru_cache(maxsize=4096)
def hijri_fr(on: PartialDate | None) -> str:
    """Give in French the Hijri day of a date known in full, marked where it is estimated; nothing when it is not."""
    dual = to_hijri(on.first_day) if on and on.is_full else None
    return told_fr(dual) if dual else ""
