"""The sentence at the head of the first page, made of the counts of its rows."""

from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _
from flask_babel import ngettext

from workflow.language.typography import capital
from workflow.worklist.action import Group
from workflow.worklist.worklist import Worklist

_WORDS = (
    "aucune", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize",
)  # fmt: skip
_SUNDAY = 7
_OF_LAW = tuple(group for group in Group if group is not Group.WITHOUT)


@dataclass(frozen=True)
class Clause:
    """A part of the sentence: its words, and the group of rows that it counts."""

    words: str
    group: Group


@dataclass(frozen=True)
class Heading:
    """How many actions wait, in words, and what presses among them."""

    opening: str
    clauses: tuple[Clause, ...] = ()
    # What stands before the clauses.
    joint: str = " : "


def heading(found: Worklist, *, on: date) -> Heading:
    """Say how many actions are listed and how they press; every number is that of the rows of its group."""
    count = found.count()
    if not count:
        return Heading(str(_("Rien ne vous attend")))
    many = in_words(count)
    opening = ngettext("%(many)s action vous attend", "%(many)s actions vous attendent", count, many=many)
    if not found.is_whole:
        opening = _("plus de %(many)s actions vous attendent ; parmi les %(many)s premières", many=many)
    if not found.count(*_OF_LAW):
        return Heading(capital(str(opening)), (Clause(str(_("sans délai légal")), Group.WITHOUT),), joint=", ")
    return Heading(capital(str(opening)), _clauses(found, on))


def in_words(count: int) -> str:
    """Write a small number as French does before a feminine noun: "une", "neuf"; then in figures."""
    return _WORDS[count] if count < len(_WORDS) else str(count)


def _clauses(found: Worklist, on: date) -> tuple[Clause, ...]:
    end = _("aujourd’hui") if on.isoweekday() == _SUNDAY else _("d’ici dimanche")
    said = {
        Group.LATE: _late(found.count(Group.LATE)),
        Group.WEEK: _due(found.count(Group.WEEK), end, is_first=True),
        Group.NEXT: _due(found.count(Group.NEXT), _("la semaine prochaine"), is_first=not found.count(Group.WEEK)),
        Group.LATER: _due(found.count(Group.LATER), _("plus tard"), is_first=not found.count(Group.WEEK, Group.NEXT)),
        Group.WITHOUT: _without(found.count(Group.WITHOUT)),
    }
    return tuple(Clause(words, group) for group, words in said.items() if found.count(group))


def _late(count: int) -> str:
    many = "un" if count == 1 else in_words(count)
    return str(ngettext("%(many)s délai légal est dépassé", "%(many)s délais légaux sont dépassés", count, many=many))


def _due(count: int, end: str, *, is_first: bool) -> str:
    """Say how many limits end when; only the first clause names them, and after it their number alone is understood."""
    many = in_words(count)
    if not is_first:
        return str(_("%(many)s %(end)s", many=many, end=end))
    words = ngettext("%(many)s échéance tombe %(end)s", "%(many)s échéances tombent %(end)s", count, many=many, end=end)
    return str(words)


def _without(count: int) -> str:
    return str(ngettext("%(many)s sans délai légal", "%(many)s sans délai légal", count, many=in_words(count)))
