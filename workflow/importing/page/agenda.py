"""What the heading of a list says of every text in it: the Council it was before, the Bulletin it is published in.

A list "Conseil de gouvernement du 12 octobre 2022" names no situation on its lines: the page itself says that the
texts are on the agenda of that Council. What is so deduced is marked, and doubted, by who reads the rows.
"""

import re

from workflow.calendar.words import WRITTEN_AR, day_fr, parse_ar
from workflow.importing.page.wording import fold
from workflow.importing.situation.words import AR_GOVERNMENT, AR_MINISTERS
from workflow.language.typography import MONTHS_FR
from workflow.language.undone import is_taken_back

_MONTHS = rf"(?:{fold('|'.join(MONTHS_FR))})"
_DAY = rf"\b(?:1\s?er|\d{{1,2}}) {_MONTHS} \d{{4}}"
_COUNCIL = r"conseil (?:d[eu] gouvernement|(?P<ministers>des ministres))"
_COUNCIL_AR = rf"(?P<which>{fold(AR_GOVERNMENT)}|(?P<ministers>{fold(AR_MINISTERS)}))"
_HEADS = re.compile(
    r"(?:\W*(?:ordre du jour|reunion|communique|compte rendu|travaux|agenda|projets? examines?)[^.;:]{0,40}? )?"
    rf"(?:le |du |au |en )?{_COUNCIL}[^.;]{{0,40}}?{_DAY}[^.;]{{0,40}}"
)
_SENTENCE = re.compile(rf".*?\b{_COUNCIL}\b.*")
_ADOPTED = re.compile(r"\b(?:a|ont) (?:\w+ment )?(?:adopte|approuve)\b")
_HEADS_AR = re.compile(
    rf"(?:\W*(?:{fold('جدول أعمال|اجتماع|بلاغ|أشغال|(?:مشاريع )?(?:ال)?نصوص|مشاريع')})[^.;:]{{0,60}}? )?"
    rf"{_COUNCIL_AR}[^.;]{{0,80}}"
)
_BULLETIN = re.compile(
    r"(?:sommaire d[ue] )?(?:l'edition \w+ d[ue] )?(?:bulletin officiel|b\.?o\.?)[^.;]{0,30}?"
    r"n\s?[°o]\s?(?P<number>\d{4}(?:\s?bis)?)\b[^.;]{0,80}"
)
_SHORT = 140
_LISTED = "inscrit à l'ordre du jour du"
_PUBLISHED = "publié au Bulletin officiel"


def situation_of_list(line: str) -> str:
    """Word in French the situation that a heading gives to the texts under it.

    It is "" where the line names neither a Council with its day nor a number of the Bulletin, or says that what they do
    was not done or was put off. A sentence counts when it announces a list; a Council without its day says nothing that
    can be dated.
    """
    folded = fold(line)
    if is_taken_back(folded):
        return ""
    day = re.search(_DAY, folded)
    on = f" du {line[day.start() : day.end()]}" if day else ""
    if len(line) <= _SHORT:
        if bulletin := _BULLETIN.fullmatch(folded):
            return f"{_PUBLISHED} n° {line[slice(*bulletin.span('number'))]}{on}"
        if council := _HEADS_AR.fullmatch(folded):
            return _in_arabic(council, line)
    council = _HEADS.fullmatch(folded) if len(line) <= _SHORT else None
    if not council and line.rstrip().endswith(":"):
        council = _SENTENCE.fullmatch(folded)
    if not council or not on:
        return ""
    return f"{'adopté par le' if _ADOPTED.search(folded) else _LISTED} {_named(council)}{on}"


def _in_arabic(council: re.Match[str], line: str) -> str:
    """Give the situation that a heading in Arabic gives: what it names may still have to be adopted."""
    try:
        written = WRITTEN_AR.search(line, council.end("which"))
        on = parse_ar(written[0]) if written else None
    except ValueError:  # a day that is in no calendar
        return ""
    return f"{_LISTED} {_named(council)} du {day_fr(on.first_day)}" if on and on.is_full else ""


def _named(council: re.Match[str]) -> str:
    return "Conseil des ministres" if council["ministers"] else "Conseil de gouvernement"


def says_contrary(line: str) -> bool:
    """Whether a line that announces a list takes from it what a heading above said of all its texts."""
    folded = fold(line)
    heads = _BULLETIN.match(folded) or _HEADS.match(folded) or _HEADS_AR.match(folded)
    return bool(line.rstrip().endswith(":") or (heads and len(line) <= _SHORT)) and is_taken_back(folded)


def is_of_bulletin(situation: str) -> bool:
    """Whether the situation given to a list is that of a number of the Bulletin, all of whose texts are published."""
    return situation.startswith(_PUBLISHED)
