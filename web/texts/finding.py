"""Which texts the list shows, and how many there are: each query reads along an index, no further than a page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, case, func, literal, union_all
from sqlmodel import Session, col, select

from models import LegalText, TextCount, User
from workflow.history.words import mark
from workflow.people.permissions import Right, may, visible_texts
from workflow.reports.search import Search
from workflow.rulebook.files import procedures, sections

PAGE = 50
WEEK = timedelta(days=7)
# The texts that filters keep are counted in each section up to so many, of very many texts no further than a page.
MOST = 1000
_VERY_MANY = 50_000
# Up to so many texts are read and sorted; of more, one in a thousand at least answers where the list is walked.
_FEW = 1000


@dataclass(frozen=True)
class Filters:
    """What the person asked to see, as it stands in the address."""

    q: str = ""
    kind: str = ""
    state: str = ""
    phase: str = ""
    responsible: str = ""
    due: str = ""
    section: str = ""
    after: str = ""

    @property
    def is_set(self) -> bool:
        """Whether anything narrows the list."""
        return any((self.q, self.kind, self.state, self.phase, self.responsible, self.due, self.section))


@dataclass(frozen=True)
class Counters:
    """What the whole list holds: by section, and what presses.

    Late and soon are limits of the law; `marker` counts the texts of which only something else has passed.
    """

    sections: dict[str, int] = field(default_factory=dict)
    late: int = 0
    soon: int = 0
    marker: int = 0
    mine: int = 0

    def of(self, codes: Sequence[str]) -> int:
        """Count the texts of these sections."""
        return sum(self.sections.get(code, 0) for code in codes)


def count_texts(session: Session, *, by: User, today: date) -> Counters:
    """Count the whole list, from the counts that the database keeps, in one query."""
    if not may(by, Right.READ_TEXTS):
        return Counters()
    counted, value = col(TextCount.column), col(TextCount.value)
    total = func.sum(TextCount.texts)
    due = case((value < today.isoformat(), "late"), else_="soon")
    until = (today + WEEK).isoformat()
    # Four reads along the key rather than one of every count.
    parts = (
        select(counted, value, total).where(counted == "section").group_by(counted, value),
        select(counted, literal("mine"), total)
        .where(counted == "responsible_id", value == by.id.hex)
        .group_by(counted),
        select(counted, due, total).where(counted == "legal_due_on", value > "", value <= until).group_by(counted, due),
        select(counted, literal("passed"), total)
        .where(counted == "next_due_on", value > "", value < today.isoformat())
        .group_by(counted),
    )
    found = {(name, key): int(texts) for name, key, texts in session.execute(union_all(*parts)).all()}
    late = found.get(("legal_due_on", "late"), 0)
    return Counters(
        sections={key: texts for (name, key), texts in found.items() if name == "section" and key and texts > 0},
        late=late,
        soon=found.get(("legal_due_on", "soon"), 0),
        # The next limit of any nature is never after that of the law: where the law's has passed, so has it.
        marker=found.get(("next_due_on", "passed"), 0) - late,
        mine=found.get(("responsible_id", "mine"), 0),
    )


class Listing:
    """The texts that some filters keep for a person, section by section in the order of the ministry's table."""

    def __init__(self, session: Session, filters: Filters, whole: Counters, *, by: User, today: date) -> None:
        """Take what to keep of the whole list, whose counts choose the way to it."""
        self._session, self._filters, self._whole = session, filters, whole
        self._by, self._today = by, today
        self._search = Search(session, filters.q)
        self._counted: dict[str, int] = {}
        self.most = MOST if sum(whole.sections.values()) <= _VERY_MANY else PAGE

    def page(self, most: int = PAGE) -> tuple[list[LegalText], str]:
        """Give one page of texts, and the cursor of the next page if there is one; keep what it counted on the way."""
        cursor = _read_cursor(self._filters.after)
        first = cursor[0] if cursor else 0
        found: list[LegalText] = []
        # One section after the other, so that those beyond the page are not read: no more queries than sections.
        for rank, codes in self._groups():
            room = most + 1 - len(found)
            if rank >= first and room > 0:
                part = self._kept(codes).order_by(*self._search.order).limit(room)
                if cursor and rank == first:
                    part = part.where(self._search.is_after(*cursor[1:]))
                texts = self._session.execute(part).scalars().all()
                if not cursor and len(codes) == 1 and (len(texts) < room or len(texts) > self.most):
                    self._counted[codes[0]] = len(texts)
                found += texts
        shown = found[:most]
        return shown, _write_cursor(shown[-1]) if len(found) > most else ""

    def count(self, wanted: Iterable[str]) -> dict[str, int]:
        """Count the texts kept of each of these sections; one more than `most` stands for any greater number."""
        if not self._filters.is_set:
            return self._whole.sections
        parts = []
        for code in set(wanted) - set(self._counted):
            kept = self._kept([code]).with_only_columns(col(LegalText.id)).limit(self.most + 1).subquery()
            parts.append(select(literal(code), func.count()).select_from(kept))
        read = {row[0]: row[1] for row in self._session.execute(union_all(*parts))} if parts else {}
        return self._counted | read

    def _groups(self) -> Iterator[tuple[int, list[str]]]:
        """Give the sections to read, by rank: a section that the vocabulary no longer has comes after the others."""
        codes = [section.code for section in sections()]
        asked, possible = set(self._filters.section.split(",")) & set(codes), self._possible()
        for rank, code in enumerate(codes):
            if code in self._whole.sections and code in possible and (not asked or code in asked):
                yield rank, [code]
        if not asked and (others := [code for code in self._whole.sections if code not in codes]):
            yield len(codes), others

    def _possible(self) -> set[str]:
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

    def _kept(self, codes: list[str]) -> Select[Any]:
        """Select what the filters keep of these sections."""
        query: Select[Any] = visible_texts(self._by).where(*self._due())
        if self._search.leads and len(codes) == 1:
            query = query.where(*(func.coalesce(col(column), "") == wanted for column, wanted in self._places()))
            return self._search.narrow(query, [mark("s", codes[0]), *self._marks()])
        return self._search.narrow(query.where(_is(codes), *self._columns()), ())

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


def _is(codes: list[str]) -> ColumnElement[bool]:
    section = col(LegalText.section)
    return section == codes[0] if len(codes) == 1 else section.in_(codes)


def _write_cursor(text: LegalText) -> str:
    rank = next((rank for rank, section in enumerate(sections()) if section.code == text.section), len(sections()))
    return f"{rank}_{text.created_at.isoformat()}_{text.id.hex}"


def _read_cursor(cursor: str) -> tuple[int, datetime, UUID] | None:
    try:
        rank, created_at, key = cursor.split("_")
        return min(int(rank[:2]), len(sections())), datetime.fromisoformat(created_at).astimezone(UTC), UUID(key)
    except (ValueError, OverflowError):
        return None
