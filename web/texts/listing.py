"""The list of texts: its filters, its counters, its pages; a fixed number of queries whatever the rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import case, func, tuple_, union_all
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from models import LegalText, PartialDate, User
from workflow.people.permissions import visible_texts
from workflow.procedure.vocabulary import Section
from workflow.reports.search import found_by
from workflow.rulebook.files import procedure_of, sections
from workflow.sentences.path import days_since
from workflow.sentences.sentence import holder

PAGE = 50
WEEK = timedelta(days=7)


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
class Row:
    """One text of the list, with what is computed from its history."""

    text: LegalText
    sentence: str
    holder: str
    since: PartialDate | None
    days: int | None
    days_left: int | None


@dataclass(frozen=True)
class Counters:
    """What the whole list holds: by section, and what presses."""

    sections: dict[str, int]
    late: int
    soon: int
    mine: int

    def of(self, codes: Sequence[str]) -> int:
        """Count the texts of these sections."""
        return sum(self.sections.get(code, 0) for code in codes)


def table_order() -> tuple[Any, Any, Any]:
    """Give the order of the ministry's table: its sections as the vocabulary ranks them today, then the oldest file."""
    ranks = {section.code: rank for rank, section in enumerate(sections())}
    rank = case(ranks, value=col(LegalText.section), else_=len(ranks))
    return rank, col(LegalText.created_at), col(LegalText.id)


def find_texts(filters: Filters, *, by: User, today: date) -> SelectOfScalar[LegalText]:
    """Select the texts that the filters keep."""
    query = visible_texts(by)
    query = query.where(*found_by(filters.q))
    for column, wanted in ((LegalText.procedure, filters.kind), (LegalText.state, filters.state),
                           (LegalText.phase, filters.phase)):  # fmt: skip
        if wanted:
            query = query.where(column == wanted)
    if wanted_sections := {section.code for section in sections()} & set(filters.section.split(",")):
        query = query.where(col(LegalText.section).in_(wanted_sections))
    return _by_due(_by_responsible(query, filters.responsible, by), filters.due, today)


def _by_responsible(query: SelectOfScalar[LegalText], wanted: str, by: User) -> SelectOfScalar[LegalText]:
    if wanted == "me":
        return query.where(LegalText.responsible_id == by.id)
    if wanted == "none":
        return query.where(col(LegalText.responsible_id).is_(None))
    try:
        return query.where(LegalText.responsible_id == UUID(wanted)) if wanted else query
    except ValueError:
        return query


def _by_due(query: SelectOfScalar[LegalText], wanted: str, today: date) -> SelectOfScalar[LegalText]:
    due_on = col(LegalText.next_due_on)
    if wanted == "late":
        return query.where(due_on < today)
    if wanted == "soon":
        return query.where(due_on >= today, due_on <= today + WEEK)
    return query


def page_of(session: Session, filters: Filters, *, by: User, today: date) -> tuple[list[LegalText], str]:
    """Give one page of texts, in the order of the ministry's table, and the cursor of the next page if there is one."""
    query = find_texts(filters, by=by, today=today).with_only_columns(col(LegalText.id))
    section, key = col(LegalText.section), (col(LegalText.created_at), col(LegalText.id))
    codes = [each.code for each in sections()]
    first, *after = _read_cursor(filters.after) or (0,)
    # Each section is read along its index, no further than a page: the whole list is never sorted.
    parts = []
    for rank, here in enumerate([*(section == code for code in codes), section.not_in(codes)]):
        if rank >= min(first, len(codes)):
            part = query.where(here, tuple_(*key) > tuple(after)) if after and rank == first else query.where(here)
            parts.append(select(part.order_by(*key).limit(PAGE + 1).subquery().c.id))
    near = select(LegalText).where(col(LegalText.id).in_(union_all(*parts)))
    found = list(session.exec(near.order_by(*table_order()).limit(PAGE + 1)).all())
    more = len(found) > PAGE
    found = found[:PAGE]
    return found, _write_cursor(found[-1]) if more else ""


def _write_cursor(text: LegalText) -> str:
    rank = next((rank for rank, section in enumerate(sections()) if section.code == text.section), len(sections()))
    return f"{rank}_{text.created_at.isoformat()}_{text.id.hex}"


def _read_cursor(cursor: str) -> tuple[int, datetime, UUID] | None:
    try:
        rank, created_at, key = cursor.split("_")
        return int(rank[:2]), datetime.fromisoformat(created_at).astimezone(UTC), UUID(key)
    except (ValueError, OverflowError):
        return None


def rows_of(texts: Sequence[LegalText], *, today: date) -> list[Row]:
    """Tell these texts from their rows alone: what their steps come to was written there with the last one."""
    return [
        Row(
            text=text,
            sentence=text.sentence_fr,
            holder=holder(procedure_of(text), text.state, text.chamber),
            since=text.held_since,
            days=days_since(text.held_since, today),
            days_left=(text.next_due_on - today).days if text.next_due_on else None,
        )
        for text in texts
    ]


def groups_of(rows: Iterable[Row]) -> list[tuple[Section, list[Row]]]:
    """Group rows that are in the order of the table by their section."""

    def code(row: Row) -> str:
        return procedure_of(row.text).section(row.text.state).code

    known = {section.code: section for section in sections()}
    return [(known[key], list(group)) for key, group in groupby(rows, code)]


def count_texts(session: Session, filters: Filters, *, by: User, today: date) -> Counters:
    """Count what the filters keep, in one query."""
    kept = find_texts(filters, by=by, today=today).subquery()
    presses = (
        func.sum(case((kept.c.next_due_on < today, 1), else_=0)),
        func.sum(case(((kept.c.next_due_on >= today) & (kept.c.next_due_on <= today + WEEK), 1), else_=0)),
        func.sum(case((kept.c.responsible_id == by.id, 1), else_=0)),
    )
    found = session.execute(select(kept.c.section, func.count(), *presses).group_by(kept.c.section)).all()  # type: ignore[call-overload]
    return Counters(
        sections={section: count for section, count, *_rest in found},
        late=sum(row[2] for row in found),
        soon=sum(row[3] for row in found),
        mine=sum(row[4] for row in found),
    )
