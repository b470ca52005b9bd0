"""What a person asks of the list of texts, as an address, a view or a field of a form keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from urllib.parse import parse_qsl, urlencode
from uuid import UUID

from flask import url_for

from models import Priority
from workflow.language.legible import clean
from workflow.rulebook.files import sections

_LONGEST = 200
_DIGITS = 4
# The list without filters has a word of its own: without any, the default view of the person opens.
_EVERYTHING = {"view": "all"}


@dataclass(frozen=True)
class Filters:
    """What the person asked to see, and in what order; nothing is asked where a field is empty.

    `since` is a number of days, `year` that of the official number; `over` is "yes" for texts whose way has ended, "no"
    for those under way, "any" for both, none folded; `sort` names an order, with "-" before it from its end; `flat`
    leaves sections aside.
    """

    q: str = ""
    section: str = ""
    kind: str = ""
    phase: str = ""
    state: str = ""
    holder: str = ""
    since: str = ""
    responsible: str = ""
    due: str = ""
    year: str = ""
    priority: str = ""
    over: str = ""
    sort: str = ""
    flat: str = ""
    after: str = ""

    @property
    def asked(self) -> dict[str, str]:
        """What narrows the list, by the name of its field, in the order in which it is shown."""
        return {name: value for name in NARROWING if (value := getattr(self, name))}

    @property
    def is_set(self) -> bool:
        """Whether anything narrows the list."""
        return bool(self.asked)

    @property
    def days_held(self) -> int | None:
        """For more than how many days the same holder is to have had a text; None where that is no number."""
        return int(self.since) if _is_short_number(self.since) else None

    @property
    def has_year(self) -> bool:
        """Whether the year asked for is one."""
        return _is_short_number(self.year) and len(self.year) == _DIGITS

    @property
    def sections(self) -> list[str]:
        """The sections asked for, by code, that the vocabulary has."""
        asked = self.section.split(",")
        return [each.code for each in sections() if each.code in asked]

    @property
    def is_understood(self) -> bool:
        """Whether each filter that is a number, a person, a section or a known word is one: no text answers another."""
        return (
            (not self.section or bool(self.sections))
            and (self.days_held is not None or not self.since)
            and self.due in ("", "late", "soon", "marker")
            and self.priority in ("", Priority.URGENT)
            and self.over in ("", "yes", "no", "any")
            and (self.responsible in ("", "me", "none") or _is_key(self.responsible))
        )

    @property
    def ended(self) -> bool | None:
        """Whether the texts listed are those whose way has ended; None for both kinds.

        What nobody holds any more is left out where holders are asked for, and where it stands folded below the others.
        """
        if self.over:
            return {"yes": True, "no": False}.get(self.over)
        if self.holder or self.days_held is not None:
            return False
        return None if self.q or self.phase or self.state or self.due else False

    @property
    def folds(self) -> bool:
        """Whether texts whose way has ended stand folded below the others of their section."""
        return self.ended is False and not (self.over or self.holder or self.days_held is not None)

    def without(self, *names: str) -> "Filters":
        """Give the same with these fields empty, from the first page."""
        return replace(self, **dict.fromkeys((*names, "after"), ""))

    def over_in(self, section: str) -> "Filters":
        """Give the same for the texts of a section whose way has ended, which stand folded in it."""
        return replace(self, section=section, over="yes", after="")


def _is_key(written: str) -> bool:
    try:
        UUID(written)
    except ValueError:
        return False
    return True


def _is_short_number(written: str) -> bool:
    return written.isascii() and written.isdigit() and len(written) <= _DIGITS


FIELDS = tuple(each.name for each in fields(Filters))
NARROWING = FIELDS[: FIELDS.index("sort")]


def read_filters(given: Mapping[str, str]) -> Filters:
    """Read what is asked from an address; what is not known is left out."""
    return Filters(**{name: clean(value).strip()[:_LONGEST] for name, value in given.items() if name in FIELDS})


def query_of(filters: Filters) -> str:
    """Write what is asked, page included, in the one order that makes two equal questions equal words."""
    return urlencode({name: value for name in FIELDS if (value := getattr(filters, name))})


def filters_in(query: str) -> Filters:
    """Read the filters that a view, or a field of a form, keeps as a query string."""
    return read_filters(dict(parse_qsl(query)))


def view_of(filters: Filters) -> str:
    """Write filters as a view keeps them: from the first page on."""
    return query_of(replace(filters, after=""))


def question(filters: Filters) -> str:
    """Write what is asked as an address carries it; it is never empty."""
    return query_of(filters) or urlencode(_EVERYTHING)


def address(filters: Filters) -> str:
    """Give the address of the list so asked."""
    return f"{url_for('texts.index')}?{question(filters)}"
