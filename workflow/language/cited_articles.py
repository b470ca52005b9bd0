"""The articles of an act as others cite them: "notamment ses articles 4 et 5", "ولا سيما المادتين 4 و5 منه".

What people wrote is read as French writes it: "4", "articles 4, 5 et 7", "4 à 7", "4 bis", "9 (alinéa 2)".
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from workflow.language.articles import named_articles

_OF_ARTICLES = re.compile(r"(?:l[’'])?(?:les )?articles? ")
_LIST = re.compile(r"\s*(?:,|;|\bet\b)\s*")
_PART = re.compile(
    r"(?P<rank>premier|1er|\d{1,4})(?: ?(?P<again>bis|ter|quater))?(?:\s*(?:à|-|–)\s*(?P<end>\d{1,4}))?"
    r"(?: \(al(?:inéa|\.) (?P<paragraph>\d{1,2})\))?"
)
_FIRST = frozenset({"premier", "1er", "1"})
_TWO = 2


class _Names(NamedTuple):
    """How one article, two and more are named; the rank of the first, and of those numbered again after another."""

    one: str
    two: str
    two_governed: str
    many: str
    first: str
    again: str


_OF_AN_ACT = _Names("المادة", "المادتان", "المادتين", "المواد", "الأولى", "مكررة")
_OF_THE_CONSTITUTION = _Names("الفصل", "الفصلان", "الفصلين", "الفصول", "الأول", "مكرر")
_TIMES = {"bis": "", "ter": " مرتين", "quater": " ثلاث مرات"}


def notably_fr(named: str, written: str) -> str:
    """Add to a cited act its articles that matter: "la Constitution, notamment ses articles 90 et 92".

    Words that name no article, "annexe 2", stay as they are; without any the act stands alone.
    """
    articles = named_articles(written)
    if not articles:
        return named
    its = "ses " if articles.startswith("articles ") else "son " if articles.startswith("article ") else ""
    return f"{named}, notamment {its}{articles}"


def notably_ar(named: str, written: str, *, of_constitution: bool = False) -> str:
    """Add to a cited act its articles that matter: "الدستور، ولا سيما الفصلين 90 و92 منه".

    An act that stands alone in Arabic is masculine. Articles that are not wholly read are left out.
    """
    articles = articles_ar(written, of_constitution=of_constitution, governed=True)
    return f"{named}، ولا سيما {articles} منه" if articles else named


def articles_ar(written: str, *, of_constitution: bool = False, governed: bool = False) -> str:
    """Name articles in Arabic: "4" is "المادة 4", "4 et 5" "المادتان 4 و5"; empty where they are not wholly read.

    Those of the Constitution are فصول. `governed` is the form after a word that governs them: "ولا سيما المادتين".
    """
    which = _OF_ARTICLES.sub("", named_articles(written))
    parts = [_PART.fullmatch(part) for part in _LIST.split(which)] if which else []
    read = [part for part in parts if part]
    if not read or len(read) < len(parts):
        return ""
    names = _OF_THE_CONSTITUTION if of_constitution else _OF_AN_ACT
    if len(read) == 1 and not read[0]["end"]:
        return f"{names.one} {_rank(read[0], names)}"
    told = " و".join(_rank(part, names) for part in read)
    return f"{_name(read, names, governed=governed)} {told}"


def rank_ar(key: str) -> str:
    """Say in Arabic which article a key names, after المادة: "1" is الأولى, "4 bis" is "4 مكررة".

    A suffix that Arabic texts write otherwise, "4-1", stays as it is.
    """
    told = {"1": _OF_AN_ACT.first, "unique": "الفريدة", "préliminaire": "التمهيدية"}
    number, _space, again = key.partition(" ")
    named = told.get(number, number)
    return f"{named} {_OF_AN_ACT.again}{_TIMES[again]}" if again in _TIMES else told.get(key, key)


def _name(read: Sequence[re.Match[str]], names: _Names, *, governed: bool) -> str:
    if len(read) == _TWO and not any(part["end"] for part in read):
        return names.two_governed if governed else names.two
    return names.many


def _rank(part: re.Match[str], names: _Names) -> str:
    told = "1" if part["rank"] in _FIRST else part["rank"]
    if part["again"]:
        told = f"{told} {names.again}{_TIMES[part['again']]}"
    elif told == "1":
        told = names.first
    if part["end"]:
        told = f"من {told} إلى {part['end']}"
    if part["paragraph"]:
        told = f"{told} (الفقرة {'الأولى' if part['paragraph'] == '1' else part['paragraph']})"
    return told
