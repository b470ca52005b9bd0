"""The dates in a sentence, and those it gives in both calendars."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from models.partial_date import PartialDate
from workflow.calendar import hijri
from workflow.calendar import words as dates
from workflow.importing.page.wording import fold

_CIVIL = r"(?:(?:1\s?er|\d{1,2})\s+)?(?:[^\W\d_]{3,10}\.?|\ben)\s+\d{4}(?!\d)"
_WORDED = re.compile(_CIVIL)
_FIGURES = re.compile(r"(?<![\d/.-])(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)")
# As spreadsheets and databases write days; numbers of texts have no four figures before their first hyphen.
_ISO = re.compile(r"(?<![\w/.-])(\d{4})-(\d{2})-(\d{2})(?![\d/.-]*\d)")
_PAIR = re.compile(
    rf"\b((?:1\s?er|\d{{1,2}})\s+[^\W\d_][^\W\d]*(?:\s+[^\W\d_]+)?\s+1[345]\d\d)(?!\d)\s*h?\s*"
    rf"(?:\(|,?\s*correspondant\s+au\s|,?\s*soit\s+le\s)\s*({_CIVIL})"
)
_BULLETIN = re.compile(
    r"(?:\b(?:bulletin officiel|b\.?o\.?)(?!\w)\s*(?:(?:n[°o]?|numero)\s*)?|الجريدة الرسمية\s*(?:عدد|رقم)?\s*)"
    rf"(?P<number>\d{{4}}(?:\s?bis)?)(?:\s*(?:du|en date du|,)\s*{_CIVIL}|"
    r"\s*(?:بتاريخ|الصادر في)\s*[^\n.;]{5,20}\d{4})?"
)


# A year up to this one is that of the Hijri calendar, whatever stands before it.
_LAST_HIJRI_YEAR = 1599


class Day(NamedTuple):
    """A date and where it stands."""

    on: PartialDate
    start: int
    end: int


class Bulletin(NamedTuple):
    """A reference to the Bulletin officiel as written, and where it stands."""

    words: str
    number: str
    start: int
    end: int


def days_in(text: str) -> list[Day]:
    """List the civil dates of a sentence, in order."""
    found = [*_worded(text), *_in_figures(text), *_in_arabic(text)]
    return sorted((day for day in found if day.on.year > _LAST_HIJRI_YEAR), key=lambda day: day.start)


def _worded(text: str) -> Iterator[Day]:
    for match in _WORDED.finditer(text):
        try:
            yield Day(dates.parse_fr(match[0]), match.start(), match.end())
        except ValueError:
            continue


def _in_figures(text: str) -> Iterator[Day]:
    written = [(match, match.groups()[::-1]) for match in _FIGURES.finditer(text)]
    written += [(match, match.groups()) for match in _ISO.finditer(text)]
    for match, parts in written:
        try:
            yield Day(PartialDate(*map(int, parts)), match.start(), match.end())
        except ValueError:
            continue


def _in_arabic(text: str) -> Iterator[Day]:
    for match in dates.WRITTEN_AR.finditer(text):
        try:
            yield Day(dates.parse_ar(match[0]), match.start(), match.end())
        except ValueError:
            continue


def hijri_in(text: str) -> str | None:
    """Give the Hijri day of the first date given in both calendars, as written, if it can be read as one."""
    match = _PAIR.search(text)
    try:
        return match[1] if match and hijri.parse_fr(match[1]) else None
    except ValueError:
        return None


def bulletins_in(text: str) -> list[Bulletin]:
    """List the references to the Bulletin officiel."""
    return [
        Bulletin(text[match.start() : match.end()], match["number"], match.start(), match.end())
        for match in _BULLETIN.finditer(fold(text))
    ]


def unreal_days(text: str) -> Iterator[str]:
    """Say which days of a sentence do not exist: "31 février 2024"."""
    for match in _WORDED.finditer(text):
        try:
            dates.parse_fr(match[0])
        except ValueError as error:
            if isinstance(error.__cause__, ValueError):  # read as a date, and in no calendar
                yield f"{error}."


def doubtful_pairs(text: str) -> Iterator[str]:
    """Say what is wrong with each day given in both calendars that cannot be the same day."""
    for match in _PAIR.finditer(text):
        try:
            moon, civil = hijri.parse_fr(match[1]), dates.parse_fr(match[2])
        except ValueError:
            continue
        if civil.is_full and (doubt := hijri.check_pair(moon, date(civil.year, civil.month, civil.day))):
            yield doubt
