"""The groups of a table of texts: how their headings and the titles under them are written."""

import re
from dataclasses import dataclass
from functools import cache

from workflow.importing.page.wording import fold
from workflow.language.operative_words import OPERATIVE


@dataclass(frozen=True)
class Group:
    """A group of rows; patterns read folded text, and `title` is how a text of the group begins."""

    code: str
    kind: str
    label: str
    heading: str
    title: str
    family: str
    is_draft: bool = False


@dataclass(frozen=True)
class Family:
    """Groups that pages count together."""

    code: str
    label: str
    counted_as: str


_BILLS = r"(?:avant-)?projets? de lois?(?: organiques?|[ -]cadres?| de finances)?"
_MEMBERS_BILLS = r"propositions? de lois?(?: organiques?)?"
_DRAFT_DECREES = r"(?:avant-)?projets? de decrets?"
_DRAFT_ORDERS = r"(?:avant-)?projets? d'arretes?"

GROUPS = {
    group.code: group
    for group in (
        Group(
            code="projets_de_loi",
            kind="projet_de_loi",
            label="Projets de loi",
            heading=rf"{_BILLS}|{_MEMBERS_BILLS}|lois?(?: organiques?|[ -]cadres?)?|"
            r"مشاريع القوانين|مقترحات القوانين|القوانين",
            title=r"(?:(?:avant-)?projet|proposition) de loi|loi|dahir\b[^\n]{0,120}\bpromulgation de la loi|"
            r"(?:مشروع|مقترح) (?:ال)?قانون|(?:ال)?قانون|ظهير\b[^\n]{0,120}\bبتنفيذ القانون",
            family="projets_de_loi",
            is_draft=True,
        ),
        Group(
            code="projets_de_decrets",
            kind="decret",
            label="Projets de décrets",
            heading=rf"{_DRAFT_DECREES}|مشاريع المراسيم",
            title=r"(?:avant-)?projet de decret|مشروع (?:ال)?مرسوم",
            family="decrets",
            is_draft=True,
        ),
        Group(
            code="decrets",
            kind="decret",
            label="Décrets",
            heading=r"decrets?(?:-lois?)?|المراسيم",
            title=r"decret|(?:ال)?مرسوم",
            family="decrets",
        ),
        Group(
            code="projets_d_arretes",
            kind="arrete",
            label="Projets d'arrêtés",
            heading=rf"{_DRAFT_ORDERS}|مشاريع القرارات",
            title=r"(?:avant-)?projet d'arrete|مشروع (?:ال)?قرار",
            family="arretes",
            is_draft=True,
        ),
        Group(
            code="arretes",
            kind="arrete",
            label="Arrêtés",
            heading=r"arretes?|القرارات",
            title=r"arrete|(?:ال)?قرار",
            family="arretes",
        ),
    )
}

FAMILIES = {
    family.code: family
    for family in (
        Family("projets_de_loi", "Projets de loi", _BILLS),
        Family(
            "decrets",
            "Décrets et projets de décrets",
            rf"decrets? et (?:de )?{_DRAFT_DECREES}|{_DRAFT_DECREES} et (?:de )?decrets?|{_DRAFT_DECREES}|decrets?",
        ),
        Family(
            "arretes",
            "Arrêtés et projets d'arrêtés",
            rf"arretes? et (?:d'|de )?{_DRAFT_ORDERS}|{_DRAFT_ORDERS} et (?:d')?arretes?|{_DRAFT_ORDERS}|arretes?",
        ),
    )
}

_COUNT = r"\s*(?:[:\-(]?\s*\(?\d{1,3}\)?)?\s*:?"


# A list may count its items ("Le premier projet de loi portant sur…") or name them with an article.
_RANKED = (
    r"(?:(?:le|la|un|une) (?:(?:premi|deuxi|second|troisi|quatri|cinqui|sixi|septi|huiti|neuvi|dixi)(?:er|ere|eme|e)? "
    r"|(?=[^\n.;:]{0,40}?\b(?:n\s?[°o]s?|portant|relati(?:f|ve)s?)\b)))?"
)
_NUMBERED = re.compile(r"[^\n]{0,80}?\b(?:n\s?[°ºo]?s?|numero|رقم)\s*\.?\s*\d")


@cache
def _heading(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:les )?(?:{pattern}){_COUNT}")


@cache
def _title(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"{_RANKED}(?:{pattern})\b[^\n]*?\s\S")


def group_of_heading(text: str) -> Group | None:
    """Name the group that a line is the heading of; a heading over several groups names none."""
    folded = fold(text).strip()
    return next((group for group in GROUPS.values() if _heading(group.heading).fullmatch(folded)), None)


def is_heading(text: str) -> bool:
    """Whether a line only says what kind of texts come under it."""
    folded = fold(text).strip()
    families = any(_heading(family.counted_as).fullmatch(folded) for family in FAMILIES.values())
    return families or group_of_heading(text) is not None


def group_of_title(text: str, *, any_case: bool = False) -> Group | None:
    """Name the group of a text by the first words of its title.

    A title starts with a capital, unless `any_case` says that the line is known to start something (an item of a
    list); letters of Arabic have no case.
    """
    first = text[:1]
    if not (first.isalpha() if any_case else first.isalpha() and not first.islower()) or is_heading(text):
        return None
    folded = fold(text)
    return next((group for group in GROUPS.values() if _title(group.title).match(folded)), None)


def is_numbered(title: str) -> bool:
    """Whether a line that starts as a title goes on with a number, as only titles do."""
    return bool(_NUMBERED.match(fold(title)))


def is_operative(title: str) -> bool:
    """Whether a line that starts as a title says what the text does ("portant", "relatif à")."""
    return bool(OPERATIVE.search(fold(title)))


def is_draft(title: str, group: Group) -> bool:
    """Whether a text is still a draft; bills that became laws are listed among the bills."""
    return group.is_draft and not re.match(r"loi|dahir|(?:ال)?قانون|ظهير", fold(title))
