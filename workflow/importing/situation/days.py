"""The dates in a sentence, and those it gives in both calendars."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
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
PAIR = re.compile(
    rf"\b((?:1\s?er|\d{{1,2}})\s+[^\W\d_][^\W\d]*(?:\s+[^\W\d_]+)?\s+1[345]\d\d)(?!\d)\s*h?\s*"
    rf"(?:\(|,?\s*correspondant\s+au\s|,?\s*soit\s+le\s)\s*({_CIVIL})"
)
# A year on two figures. Numbers of texts are written so with points and hyphens, hours and votes after a day in words.
_SHORT_FIGURES = re.compile(r"(?<![\w/.-])(\d{1,2})/(\d{1,2})/(\d{2})(?![\w/-])")
_SHORT_WORDED = re.compile(r"\b(1\s?er|\d{1,2})\s+([^\W\d_]{3,10}\.?)\s+(\d{2})(?![\w/-])(?!\s*(?:h|voix|:))")
_HIJRI = re.compile(r"\b(?:1\s?er|\d{1,2})\s+[^\W\d_][^\W\d]*(?:\s+[^\W\d_]+)?\s+1[345]\d\d(?!\d)")
_ANY_CIVIL = rf"(?:{_CIVIL}|\d{{1,2}}[/.]\d{{1,2}}[/.](?:\d{{4}}|\d{{2}})(?!\d)|\d{{4}}-\d{{2}}-\d{{2}}(?!\d))"
_BULLETIN = re.compile(
    r"(?:\b(?:bulletin officiel|b\.? ?o\.?)(?!\w)\s*(?:(?:n[°ºo]?|numero)\.?\s*)?|الجريدة الرسمية\s*(?:عدد|رقم)?\s*)"
    rf"(?P<number>\d{{4}}(?!\d)(?:\s?bis)?)(?P<dated>\s*(?:\(?\s*(?:du|en date du)|[,(])\s*{_ANY_CIVIL}|"
    r"\s*(?:بتاريخ|الصادر في)\s*[^\n.;]{5,20}\d{4})?"
)

# A year outside these is misread or miswritten; up to 1599 it is that of the Hijri calendar.
YEARS = range(1900, 2200)
# Years on two figures are those of texts since independence, as in their numbers.
_PIVOT = 56

_BETWEEN = re.compile(r"\s*(?:h\.?\s*)?[(,/]?\s*(?:correspondant au|soit le)?\s*")


class Day(NamedTuple):
    """A date and where it stands; `doubt` says in French what was supposed to read it, "" where nothing was."""

    on: PartialDate
    start: int
    end: int
    doubt: str = ""


class Bulletin(NamedTuple):
    """A reference to the Bulletin officiel as written, and where it stands; `on` is the day it gives to the issue."""

    words: str
    number: str
    start: int
    end: int
    on: PartialDate | None = None


def days_in(text: str) -> list[Day]:
    """List the dates of a sentence, in order; one told in the Hijri calendar alone is given as its civil day."""
    found = [*_worded(text), *_in_figures(text), *_in_arabic(text), *_with_short_year(text)]
    civil = sorted((day for day in found if day.on.year in YEARS), key=lambda day: day.start)
    return sorted([*civil, *_of_moon_alone(text, civil)], key=lambda day: day.start)


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


def _with_short_year(text: str) -> Iterator[Day]:
    written = [(match, [int(part) for part in match.groups()]) for match in _SHORT_FIGURES.finditer(text)]
    for match, (day, month, year) in written:
        yield from _supposed(match, f"{_full_year(year)}-{month:02}-{day:02}", PartialDate.parse)
    for match in _SHORT_WORDED.finditer(text):
        yield from _supposed(match, f"{match[1]} {match[2]} {_full_year(int(match[3]))}", dates.parse_fr)


def _full_year(year: int) -> int:
    return year + (1900 if year >= _PIVOT else 2000)


def _supposed(match: re.Match[str], completed: str, read: Callable[[str], PartialDate]) -> Iterator[Day]:
    with suppress(ValueError):
        on = read(completed)
        doubt = f"« {match[0]} » donne l’année sur deux chiffres : lu {dates.partial_fr(on)}, à confirmer."
        yield Day(on, match.start(), match.end(), doubt)


def _of_moon_alone(text: str, civil: Sequence[Day]) -> Iterator[Day]:
    for match in _HIJRI.finditer(text):
        with suppress(ValueError):
            found = hijri.to_gregorian(hijri.parse_fr(match[0]))
            if found is None or any(_is_beside(text, match, day) for day in civil):
                continue
            estimated = "date estimée, à un jour près" if found.estimated else "date convertie"
            on = PartialDate.of(found.day)
            doubt = f"« {match[0]} » n’est donné qu’en hégirien : lu {dates.partial_fr(on)} ({estimated}), à confirmer."
            yield Day(on, match.start(), match.end(), doubt)


def _is_beside(text: str, match: re.Match[str], day: Day) -> bool:
    """Whether a civil day is the same one in the other calendar: nothing but marks and "soit le" between the two."""
    first, last = sorted((match.span(), (day.start, day.end)))
    return bool(_BETWEEN.fullmatch(fold(text[first[1] : last[0]])))


def _in_arabic(text: str) -> Iterator[Day]:
    for match in dates.WRITTEN_AR.finditer(text):
        try:
            yield Day(dates.parse_ar(match[0]), match.start(), match.end())
        except ValueError:
            continue


def hijri_in(text: str) -> str | None:
    """Give the Hijri day of the first date given in both calendars, as written, if it can be read as one."""
    match = PAIR.search(text)
    try:
        return match[1] if match and hijri.parse_fr(match[1]) else None
    except ValueError:
        return None


def bulletins_in(text: str) -> list[Bulletin]:
    """List the references to the Bulletin officiel."""
    return [_bulletin(text, match) for match in _BULLETIN.finditer(fold(text))]


def _bulletin(text: str, match: re.Match[str]) -> Bulletin:
    days = days_in(text[match.start() : match.end()]) if match["dated"] else []
    on = days[0].on if days else None
    return Bulletin(text[match.start() : match.end()], match["number"], match.start(), match.end(), on)
