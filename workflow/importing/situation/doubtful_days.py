"""What looks like a date in a sentence and is none, or only one with a supposition: said, never dropped."""

import re
from collections.abc import Iterator
from datetime import date

from workflow.calendar import hijri
from workflow.calendar import words as dates
from workflow.importing.page.wording import fold
from workflow.importing.situation.days import PAIR, YEARS, Day, days_in
from workflow.old_files.doubts import weekday_doubts

_MONTH = (
    r"(?:janv(?:ier)?|fevr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:l|let)?|aout|sept(?:embre)?|oct(?:obre)?|"
    r"nov(?:embre)?|dec(?:embre)?)\b\.?"
)
_DAY = r"\b(?:1\s?er|\d{1,2})"
# They read folded text, where each letter keeps its place.
_FIGURES = re.compile(
    r"(?<![\w/.-])(?:\d{1,2}/\d{1,2}/\d{1,5}|\d{1,2}\.\d{1,2}\.(?:19|20)\d{2}|\d{4}-\d{2}-\d{2})(?![\w/-])"
)
_WORDED = re.compile(rf"{_DAY}\s+{_MONTH}(?P<year>\s+\d{{3,5}})?")
_VAGUE = re.compile(
    r"\b(?:(?:1er|2e|premier|second|deuxieme|troisieme|quatrieme|dernier)\s+)?"
    r"(?:debut|fin|mi|courant|printemps|ete|automne|hiver|semestre|trimestre)[\s-]+"
    r"(?:de\s+|d'|de l'annee\s+|l'annee\s+)?\d{4}\b"
    r"|\bil y a (?:\w+\s+){1,4}?(?:ans?|annees?|mois|semaines?|jours?)\b"
    r"|\b(?:l'an dernier|l'an passe|l'annee derniere|le mois dernier|la semaine derniere|avant-hier|hier|recemment)\b"
)
_SEVERAL = re.compile(rf"{_DAY}(?:\s*,|\s+(?:et|au|ou))\s+(?:le\s+|l')?{_DAY}\s+{_MONTH}(?:\s+\d{{4}})?")
_MONTH_OF_MOON = re.compile(r"(?<!\d )(?<!er )\b[^\W\d_]{3,}(?:\s+i{1,2})?\s+1[345]\d\d(?!\d)")


def doubts_of_days(text: str) -> Iterator[str]:
    """Say, in French and naming the words, each date of a sentence that is not read, or read with a supposition.

    These are days that no calendar has, without year or with one that cannot be, told vaguely, several told at once,
    given in the Hijri calendar alone, or of another weekday than the one told.
    """
    days = days_in(text)
    yield from doubtful_pairs(text)
    yield from weekday_doubts(text, None)
    yield from (day.doubt for day in days if day.doubt)
    folded = fold(text)
    for match in _SEVERAL.finditer(folded):
        yield f"« {_words(text, match)} » nomme plusieurs jours : seul le dernier est lu, l’autre est à vérifier."
    for pattern in (_FIGURES, _WORDED, _VAGUE, _MONTH_OF_MOON):
        for match in pattern.finditer(folded):
            if not any(_overlap(match, day) for day in days):
                yield from _unread(_words(text, match), match)


def doubtful_pairs(text: str) -> Iterator[str]:
    """Say what is wrong with each day given in both calendars that cannot be the same day."""
    for match in PAIR.finditer(text):
        try:
            moon, civil = hijri.parse_fr(match[1]), dates.parse_fr(match[2])
        except ValueError:
            continue
        if civil.is_full and (doubt := hijri.check_pair(moon, date(civil.year, civil.month, civil.day))):
            yield doubt


def _words(text: str, match: re.Match[str]) -> str:
    return text[match.start() : match.end()].strip()


def _overlap(match: re.Match[str], day: Day) -> bool:
    return match.start() < day.end and day.start < match.end()


def _unread(words: str, match: re.Match[str]) -> Iterator[str]:
    if match.re is _MONTH_OF_MOON:
        if _is_month_of_moon(words):
            yield f"« {words} » est une date hégirienne sans jour : elle n’est pas reprise, à préciser."
    elif match.re is _WORDED and not match["year"]:
        yield f"« {words} » est dit sans année : cette date n’est pas reprise, à préciser."
    elif match.re is _VAGUE:
        yield f"« {words} » ne donne pas une date : elle n’est pas reprise, à préciser."
    else:
        yield _impossible(words)


def _is_month_of_moon(words: str) -> bool:
    try:
        return bool(hijri.parse_fr(f"1 {words}"))
    except ValueError:
        return False


def _impossible(words: str) -> str:
    """Say why a date is none: its year is not one of a text, or no calendar has its day."""
    numbers = re.findall(r"\d+", words)
    year = next((number for number in numbers if len(number) > len("31")), numbers[-1])
    if len(year) == len("23") or int(year) in YEARS:
        return f"« {words} » n’existe pas dans le calendrier : veuillez vérifier le jour."
    return f"« {words} » : l’année {year} ne se peut pas ; cette date n’est pas reprise, à vérifier."
