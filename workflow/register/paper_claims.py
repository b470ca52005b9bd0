"""Papers that wait to be made, taken a few at a time by whoever makes them: process, machine, or the one after a crash.

A paper is claimed until a moment. Whoever makes it keeps it before then; of a process that died, others take it up
after. One that is late makes it beside the next: the first to be kept stays.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, or_, update
from sqlmodel import Session, col, select

from models import Document, DocumentStatus
from workflow.history.steps import histories
from workflow.register.papers import struck_ids


@dataclass(frozen=True)
class Waiting:
    """A paper to be made: of which text, of those asked for together or not, and owed by which step."""

    id: UUID
    text_id: UUID
    job_id: UUID | None
    step_id: UUID | None


def papers_to_make(
    session: Session, *, at: datetime, text_id: UUID | None = None, before: datetime | None = None
) -> list[UUID]:
    """Give the papers that nobody makes at that moment, the oldest first; of one text, those asked for singly first.

    Those wanted after `before` are left to whoever asked for them, unless they were asked for together: then nobody
    else makes them. Those of a step that was struck are left, it may be restored.
    """
    query = select(Document.id, Document.text_id, Document.job_id, Document.step_id).where(*_is_free(at))
    if text_id:
        query = query.where(Document.text_id == text_id)
    if before:
        query = query.where(or_(col(Document.job_id).is_not(None), col(Document.wanted_at) <= before))
    rows = session.exec(query.order_by(col(Document.wanted_at), col(Document.text_id), col(Document.id)))
    found = [Waiting(*row) for row in rows]
    void = _struck(session, found)
    left = [each for each in found if each.step_id not in void]
    if text_id:
        left.sort(key=lambda each: each.job_id is not None)
    return [each.id for each in left]


def claim_papers(session: Session, ids: Sequence[UUID], *, at: datetime, until: datetime) -> list[UUID]:
    """Take those of these papers that nobody else has at that moment, until another one; the caller commits at once.

    Give those taken, in their order. One that somebody takes in the same instant is theirs: nobody waits for it.
    """
    free = select(Document.id).where(col(Document.id).in_(ids), *_is_free(at)).with_for_update(skip_locked=True)
    claim = update(Document).where(col(Document.id).in_(free)).values(claimed_until=until)
    taken = set(session.exec(claim.returning(col(Document.id))).scalars())
    return [each for each in ids if each in taken]


def _is_free(at: datetime) -> tuple[ColumnElement[bool], ...]:
    claimed = col(Document.claimed_until)
    return col(Document.status) == DocumentStatus.WANTED, or_(claimed.is_(None), claimed < at)


def _struck(session: Session, papers: Sequence[Waiting]) -> set[UUID]:
    owed = {paper.text_id for paper in papers if paper.step_id}
    steps = histories(session, owed) if owed else {}
    return {step_id for each in steps.values() for step_id in struck_ids(each)}
