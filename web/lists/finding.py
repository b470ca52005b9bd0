"""Which texts the list shows, and how many there are: each query reads along an index, no further than a page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, union_all
from sqlmodel import Session, col, select

from models import LegalText, User
from web.lists.counting import Counters, count_up_to
from web.lists.filters import Filters
from web.lists.narrowing import Narrowing
from web.lists.orders import ORDERS, Place, offered, order_of
from workflow.reports.search import Search
from workflow.rulebook.files import sections

PAGE = 50
# Of the texts that stand folded under a section, so many are shown.
FOLDED = 20
# The texts that filters keep are counted in each section up to so many, of very many texts no further than a page.
MOST = 1000
_VERY_MANY = 50_000


@dataclass(frozen=True)
class Folded:
    """Texts of a section whose way has ended: how many, one more than is counted for any greater number; the first."""

    count: int
    texts: list[LegalText]


class Listing:
    """The texts that some filters keep for a person, section by section in the order of the ministry's table."""

    def __init__(self, session: Session, filters: Filters, whole: Counters, *, by: User, today: date) -> None:
        """Take what to keep of the whole list, whose counts choose the way to it."""
        self._session, self._filters, self._whole = session, filters, whole
        self._search = Search(session, filters.q)
        self._narrowing = Narrowing(filters, whole, self._search, by=by, today=today)
        self._counted: dict[str, int] = {}
        self._is_small = sum(whole.sections.values()) <= _VERY_MANY
        self.most = MOST if self._is_small else PAGE
        self.order = order_of(filters.sort, is_small=self._is_small, is_searched=bool(filters.q))
        # Few enough texts to be sorted, or those of the one order that an index keeps of the whole list.
        self.is_flat = bool(filters.flat) and (self._is_small or (self.order.name == "due" and not filters.section))
        # The sections of which the last text under way stands on the page that was read.
        self.walked: list[str] = []

    @property
    def folds(self) -> bool:
        """Whether texts whose way has ended stand folded under each section."""
        return self._filters.folds and not self.is_flat

    @property
    def offers(self) -> set[str]:
        """The names of the orders in which the list can be read."""
        searched = bool(self._filters.q)
        return {name for name, each in ORDERS.items() if offered(each, is_small=self._is_small, is_searched=searched)}

    def page(self, most: int = PAGE) -> tuple[list[LegalText], str]:
        """Give one page of texts, and the cursor of the next page if there is one; keep what it counted on the way."""
        first, place = self._begin()
        found: list[LegalText] = []
        # One section after the other, so that those beyond the page are not read: a few queries for each at most.
        for rank, codes in self._groups():
            room = most + 1 - len(found)
            if rank < first or room <= 0:
                continue
            texts = self._read(codes, room, place if rank == first else None)
            found += texts
            if len(texts) < room:
                self.walked += codes
            if not place and len(codes) == 1 and not self.folds and (len(texts) < room or room > self.most):
                self._counted[codes[0]] = len(texts)
        shown = found[:most]
        return shown, self._cursor_after(shown[-1]) if len(found) > most else ""

    def _read(self, codes: list[str], room: int, place: Place | None) -> list[LegalText]:
        """Read up to `room` texts of a group, from a place on, one part of the order after the other."""
        ended = self._filters.ended
        if self._search.leads and self.order == ORDERS["opened"]:  # the index of words has that order by itself
            part = self._kept(codes, ended=ended).order_by(*self._search.order).limit(room)
            if place:
                part = part.where(self._search.is_after(place.value, place.key))
            return list(self._session.execute(part).scalars())
        found: list[LegalText] = []
        for rank, each in enumerate(self.order.parts):
            if len(found) < room and rank >= (place.part if place else 0):
                query = self._kept(codes, ended=ended).where(*each.where).limit(room - len(found))
                query = query.order_by(*self.order.by(each))
                if place and rank == place.part:
                    query = query.where(self.order.is_after(each, place))
                found += self._session.execute(query).scalars()
        return found

    def count(self, wanted: Iterable[str]) -> dict[str, int]:
        """Count the texts kept of each of these sections; one more than `most` stands for any greater number."""
        if not self._filters.is_understood:
            return {}
        if not self._filters.is_set and not self.is_flat:
            return self._whole.sections
        ended = None if self.folds else self._filters.ended
        if self.is_flat:
            return count_up_to(self._session, self.most, {"": self._kept(self._filters.sections, ended=ended)})
        return self._counted | self._count(set(wanted) - set(self._counted), ended=ended)

    def _count(self, codes: Iterable[str], *, ended: bool | None) -> dict[str, int]:
        parts = {code: self._kept([code] if code else self._others, ended=ended) for code in codes}
        return count_up_to(self._session, self.most, parts)

    def folded(self) -> dict[str, Folded]:
        """Give what stands folded under each section that ends on the page just read; two queries at most.

        Those of a section that are not all shown are counted apart.
        """
        if not self.folds or not self.walked:
            return {}
        parts: list[Any] = []
        for code in self.walked:
            key = self._kept([code], ended=True).with_only_columns(col(LegalText.id))
            part = key.order_by(col(LegalText.created_at), col(LegalText.id)).limit(FOLDED).subquery()
            parts.append(select(part.c.id))
        query = select(LegalText).where(col(LegalText.id).in_(union_all(*parts)))
        shown = self._session.exec(query.order_by(col(LegalText.created_at), col(LegalText.id))).all()
        found = {code: [text for text in shown if text.section == code] for code in {text.section for text in shown}}
        counted = self._count((code for code, texts in found.items() if len(texts) == FOLDED), ended=True)
        return {code: Folded(counted.get(code, len(texts)), texts) for code, texts in found.items()}

    def _groups(self) -> Iterator[tuple[int, list[str]]]:
        """Give the sections to read, by rank: a section that the vocabulary no longer has comes after the others.

        Where a filter means nothing, no text answers it.
        """
        if not self._filters.is_understood:
            return
        codes = [section.code for section in sections()]
        asked, possible = self._filters.sections, self._narrowing.sections()
        if self.is_flat:
            yield 0, asked
            return
        for rank, code in enumerate(codes):
            if code in self._whole.sections and code in possible and (not asked or code in asked):
                yield rank, [code]
        if not asked and self._others:
            yield len(codes), self._others

    @property
    def _others(self) -> list[str]:
        """The sections of texts that the vocabulary no longer has: one group, which has no code."""
        known = {section.code for section in sections()}
        return [code for code in self._whole.sections if code not in known]

    def _kept(self, codes: list[str], *, ended: bool | None) -> Select[Any]:
        return self._narrowing.kept(codes, ended=ended)

    def _cursor_after(self, text: LegalText) -> str:
        codes = [] if self.is_flat else [section.code for section in sections()]
        rank = codes.index(text.section) if text.section in codes else len(codes)
        part, value = self.order.place_of(text)
        return f"{rank}_{part}_{value}_{text.id.hex}"

    def _begin(self) -> tuple[int, Place | None]:
        """Read the cursor: the rank of a section, and the place in it after which the page begins."""
        try:
            rank, number, value, key = self._filters.after.split("_")
            part = self.order.parts[int(number[:1])]
            place = Place(int(number[:1]), part.read(value) if part.read else None, UUID(key))
            return min(int(rank[:2]), len(sections())), place
        except (ValueError, OverflowError, IndexError):
            return 0, None
