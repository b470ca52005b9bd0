"""What the filters of the list keep, as the database is asked for it: by a condition that an index answers."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, false, func, literal_column
from sqlmodel import col, select

from models import ON_ITS_WAY, LegalText, Priority, User, certainly_before
from web.lists.counting import WEEK, Counters
from web.lists.filters import Filters
from workflow.history.words import mark
from workflow.people.permissions import visible_texts
from workflow.reports.search import Search
from workflow.rulebook.files import procedures, sections

# Up to so many texts are read and sorted; of more, one in a thousand at least answers where the list is walked.
_FEW = 1000


class Narrowing:
    """The texts that some filters keep for a person on a day."""

    def __init__(self, filters: Filters, whole: Counters, search: Search, *, by: User, today: date) -> None:
        """Take what is asked, and the counts of the whole list, which choose the way to it."""
        self._filters, self._whole, self._search = filters, whole, search
        self._by, self._today = by, today

    def sections(self) -> set[str]:
        """Give the sections where procedures place what is asked; all of them where the files know no such thing."""
        every = {section.code for section in sections()}
        kind, state, phase = self._filters.kind, self._filters.state, self._filters.phase
        if not (kind or state or phase):
            return every
        versions = (one for head in procedures().values() for one in head.siblings.values() if kind in ("", one.kind))
        found = {
            one.section(place.code).code
            for one in versions
            for place in one.states.values()
            if state in ("", place.code) and phase in ("", place.phase)
        }
        return found or every

    def kept(self, codes: Sequence[str], *, ended: bool | None) -> Select[Any]:
        """Select what is kept of these sections, all of them where none is named."""
        query: Select[Any] = visible_texts(self._by).where(*self._due(), *self._others())
        if ended is False:
            query = query.where(ON_ITS_WAY)  # its indexes ask it in these words
        if ended is not None and not (ended is False and self._has_index_of_its_own):
            query = query.where(col(LegalText.ended).is_(ended))
        if self._search.leads and len(codes) == 1:
            query = query.where(*(func.coalesce(col(column), "") == wanted for column, wanted in self._places()))
            return self._search.narrow(query, [mark("s", codes[0]), *self._marks()])
        return self._search.narrow(query.where(*_are(codes), *self._columns()), ())

    @property
    def _has_index_of_its_own(self) -> bool:
        """Whether what is asked is read along an index in the order of opening, which has not whether the way ended.

        Asked besides that somebody has the text, which says as much, SQLite would walk all that is under way instead.
        """
        filters = self._filters
        return filters.sort in ("", "opened", "-opened") and bool(filters.holder or filters.phase or filters.state)

    def _columns(self) -> Iterator[ColumnElement[bool]]:
        for column, wanted in ((LegalText.procedure, self._filters.kind), *self._places()):
            if wanted:
                yield col(column) == wanted
        yield from (col(LegalText.responsible_id) == person for person in self._responsible())

    def _places(self) -> Iterator[tuple[str, str]]:
        """Give what is asked of where texts stand."""
        asked = ((LegalText.state, self._filters.state), (LegalText.phase, self._filters.phase))
        yield from ((column, wanted) for column, wanted in asked if wanted)

    def _marks(self) -> Iterator[str]:
        """Give kind and person as marks, for a frequent word and a rare kind; asked of the rows, they would be slow."""
        asked = {"k": self._filters.kind}
        # What is no code is a mark that no text has.
        yield from (mark(kind, value if value.isidentifier() else "=") for kind, value in asked.items() if value)
        yield from (mark("r", person.hex if person else "") for person in self._responsible())

    def _responsible(self) -> tuple[UUID | None, ...]:
        """Give the person asked for, None for nobody; nothing where all will do."""
        wanted = self._filters.responsible
        if wanted in ("me", "none"):
            return (self._by.id if wanted == "me" else None,)
        try:
            return (UUID(wanted),) if wanted else ()
        except ValueError:
            return ()

    def _due(self) -> Iterator[ColumnElement[bool]]:
        wanted, today, whole = self._filters.due, self._today, self._whole
        next_on, legal_on = col(LegalText.next_due_on), col(LegalText.legal_due_on)
        pressing: tuple[ColumnElement[bool], ...]
        if wanted == "marker":
            # Those of which a limit of the law has passed are read too, where they are found by their date.
            pressing, read = (next_on < today, legal_on.is_(None) | (legal_on >= today)), whole.marker + whole.late
        elif wanted == "late":
            pressing, read = (legal_on < today,), whole.late
        elif wanted == "soon":
            pressing, read = (legal_on >= today, legal_on <= today + WEEK), whole.soon
        else:
            return
        yield from pressing
        if read <= _FEW:
            yield col(LegalText.id).in_(select(LegalText.id).where(*pressing))

    def _others(self) -> Iterator[ColumnElement[bool]]:
        """Give what is asked of days held, holder, year and priority."""
        filters = self._filters
        if filters.days_held is not None:
            yield from certainly_before(col(LegalText.held_since), self._today - timedelta(days=filters.days_held))
        if filters.holder:
            yield col(LegalText.holder) == filters.holder
        if filters.year:
            year = col(LegalText.number_order)
            # Signs of one form, which every database puts in one order.
            yield year.between(f"{filters.year}-0000", f"{filters.year}-9999") if filters.has_year else false()
        if filters.priority == Priority.URGENT:
            yield col(LegalText.priority) == literal_column("'urgent'")  # written out, as its index has it


def _are(codes: Sequence[str]) -> Iterator[ColumnElement[bool]]:
    section = col(LegalText.section)
    if codes:
        yield section == codes[0] if len(codes) == 1 else section.in_(codes)
    else:
        yield section != ""  # files reunited with another one are in none
