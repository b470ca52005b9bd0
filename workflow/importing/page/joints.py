"""Where a title stops when a mark joins it to its situation: colon, dash, bracket, comma, or the verb itself."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from workflow.importing.page import arabic
from workflow.importing.page.openings import DONE, PLAIN_OPENINGS
from workflow.importing.page.wording import fold

# After a mark, a situation is often a noun or a verb that would open no sentence.
_SITUATION = re.compile(
    "|".join(
        (
            *PLAIN_OPENINGS,
            (
                r"(?:remis|prevu|programme|bloque|suspendu|ajourne|notifie|engage|entame|elabore|presente|discute|censure|"
                r"declare|ratifie|differe|gele|pret|diffuse|arbitre)e?s?\b"
            ),
            (
                r"(?:report|depot|adoption|examen|etude|promulgation|publication|retrait|vote|transmission|renvoi|arbitrage|"
                r"concertation|consultation|attente|approbation|discussion|signature|inscription|preparation|redaction|"
                r"elaboration|finalisation|rejet|version|avis)s?\b"
            ),
            (
                r"(?:a l'(?:etude|examen|arbitrage)|au niveau d|au s\.?g\.?g|au secretariat general|au parlement|"
                r"au conseil d|au bulletin officiel|devant l|en (?:premiere|deuxieme|seconde) lecture|en commission)\b"
            ),
            r"(?:n'a|n'est|non|pas|sera|seront|est|sont|a ete|ont ete|vient|fait l'objet|reste) ?\b",
            arabic.SITUATIONS,
        )
    )
)
# What is said of an agreement, or of another law that the title quotes, is no situation of the text.
_OF_ANOTHER = re.compile(
    r"(?:adopte|signe|conclu|approuve|fait)e?s? (?:a|en) (?!l'unanimite|la majorite|conseil|commission|seance)"
    r"[^,;]{2,30}\b(?:le|la|en)\b"
)
_PROMULGATED = re.compile(r"promulgue\w* par (?:le )?dahir")
_QUOTES_A_LAW = re.compile(r".\blois?\b.{1,40}?\d")
_FIRM = re.compile(
    rf"(?:deja |definitivement )?{DONE}e?s? (?:definitivement )?(?:par (?:le (?:conseil|parlement)|"
    r"la (?:chambre|commission)|les deux chambres)|en (?:conseil|commission|seance)|"
    r"au (?:conseil|bulletin|b\.?o\b|parlement|sgg|secretariat)|"
    r"a (?:l'unanimite|la majorite|la chambre))|en vigueur|en cours d"
)
_MARK = re.compile(r"\s*:\s+|\s+:\s*|\s+[-\u2013\u2014]\s+|\s*[\u2014\u2013]\s+")
_BRACKET = re.compile(r"\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)[\s.;]*$")
_COMMA = re.compile(r",\s+")
_VERB = re.compile(
    rf"\s(?=(?:est|sont|a ete|ont ete|sera|seront|vient d'etre) (?:\w+ment |deja |encore |toujours )?"
    rf"(?:{DONE}|remis|prevu|en cours|en attente|en instance|a l'etude|pret)\w*)"
)
_RELATIVE = re.compile(
    r"\b(?:qui|que|dont|ou|auquel|auxquels|laquelle|lesquel\w+|duquel|telle?s?|celle|celui)\b[^,;]*$"
)
_PRESENTED = re.compile(
    r",\s+(?=(?:egalement |aussi )?(?:presente|prepare|propose|elabore|soumis)e?s? par (?:le|la|l'|les|m))"
)
_PAGE = re.compile(r"(?:\s*(?:\.\s?){3,}|\s*…+|\t+|\s{2,}|(?<=[^\W\d]\.)\s+)\s*(?:p(?:age|\.)?\s*)?(\d{1,5})\s*$")


class Joint(NamedTuple):
    """The places where the title ends and where the words about it start and end."""

    title_end: int
    start: int
    end: int


def joint_of(line: str, *, by_verb: bool) -> Joint | None:
    """Find where a title is joined to its situation, or None: a mark alone is not enough, as titles have marks too.

    `by_verb` also parts "Le projet de loi n° 43-22 est soumis…", for lines known to start as a title.
    """
    found = [*_after_marks(line), *_in_brackets(line), *_after_commas(line)]
    found += _before_verbs(line) if by_verb else ()
    return min(found, key=lambda joint: joint.start, default=None)


def _after_marks(line: str) -> Iterator[Joint]:
    folded = fold(line)
    for mark in _MARK.finditer(line):
        if _SITUATION.match(folded, mark.end()) and not _is_of_another(folded, mark.start(), mark.end()):
            yield Joint(mark.start(), mark.end(), len(line))


def _in_brackets(line: str) -> Iterator[Joint]:
    folded = fold(line)
    bracket = _BRACKET.search(line)
    if not bracket:
        return
    start = bracket.start(1)
    if _SITUATION.match(folded, start) and not _is_of_another(folded, bracket.start(), start):
        yield Joint(bracket.start(), start, bracket.end(1))


def _after_commas(line: str) -> Iterator[Joint]:
    folded = fold(line)
    for comma in _COMMA.finditer(line):
        if _FIRM.match(folded, comma.end()) and not _is_of_another(folded, comma.start(), comma.end()):
            yield Joint(comma.start(), comma.end(), len(line))


def _before_verbs(line: str) -> Iterator[Joint]:
    folded = fold(line)
    for verb in _VERB.finditer(folded):
        if not _RELATIVE.search(folded[: verb.start()]):
            yield Joint(verb.start(), verb.end(), len(line))


def _is_of_another(folded: str, title_end: int, start: int) -> bool:
    if _OF_ANOTHER.match(folded, start):
        return True
    return bool(_PROMULGATED.match(folded, start) and _QUOTES_A_LAW.search(folded, 0, title_end))


class Aside(NamedTuple):
    """A title without what is written beside it that is neither title nor situation: the note."""

    title: str
    note: str


def without_aside(title: str) -> Aside:
    """Take from a title who presents the text, and the page of a summary that it stands on."""
    notes: list[str] = []
    if title[-1:].isdecimal() and (page := _PAGE.search(title)):
        notes.append(f"page {page[1]}")
        title = title[: page.start()]
    if presented := _PRESENTED.search(fold(title)):
        notes.insert(0, title[presented.end() :].rstrip(" .;"))
        title = title[: presented.start()]
    return Aside(title.rstrip(' ;:"'), ", ".join(notes))
