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
_PAIR = re.compile(
    rf"\b((?:1\s?er|\d{{1,2}})\s+[^\W\d_][^\W\d]*(?:\s+[^\W\d_]+)?\s+1[345]\d\d)(?!\d)\s*h?\s*"
    rf"(?:\(|,?\s*correspondant\s+au\s|,?\s*soit\s+le\s)\s*({_CIVIL})"
)
_BULLETIN = re.compile(
    r"\b(?:bulletin officiel|b\.?o\.?)(?!\w)\s*(?:(?:n[°o]?|numero)\s*)?(\d{4}(?:\s?bis)?)"
    rf"(?:\s*(?:du|en date du|,)\s*{_CIVIL})?"
)


class Day(NamedTuple):
    """A date and where it stands."""

    on: PartialDate
    start: int
    end: int


class Bulletin(NamedTuple):
    """A reference to the Bulletin officiel as written, and where it stands."""

    words: str
    start: int
    end: int


def days_in(text: str) -> list[Day]:
    """List the civil dates of a sentence, in order."""
    found = [*_worded(text), *_in_figures(text)]
    return sorted(found, key=lambda day: day.start)


def _worded(text: str) -> Iterator[Day]:
    for match in _WORDED.finditer(text):
        try:
            yield Day(dates.parse_fr(match[0]), match.start(), match.end())
        except ValueError:
            continue


def _in_figures(text: str) -> Iterator[Day]:
    for match in _FIGURES.finditer(text):
        day, month, year = (int(part) for part in match.groups())
        try:
            yield Day(PartialDate(year, month, day), match.start(), match.end())
        except ValueError:
            continue


def bulletins_in(text: str) -> list[Bulletin]:
    """List the references to the Bulletin officiel."""
    return [
        Bulletin(text[match.start() : match.end()], match.start(), match.end())
        for match in _BULLETIN.finditer(fold(text))
    ]


def doubtful_pairs(text: str) -> Iterator[str]:
    """Say what is wrong with each day given in both calendars that cannot be the same day."""
    for match in _PAIR.finditer(text):
        try:
            moon, civil = hijri.parse_fr(match[1]), dates.parse_fr(match[2])
        except ValueError:
            continue
        if civil.is_full and (doubt := hijri.check_pair(moon, date(civil.year, civil.month, civil.day))):
            yield doubt
