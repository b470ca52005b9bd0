"""What failed and may be tried again: mails, papers, drafts of which nothing could be read.

Each list is read along an index and bounded: its first rows, and how many there are up to a thousand.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Select, exists, func, select, tuple_
from sqlalchemy import text as sql
from sqlmodel import Session, col

from models import (
    Document,
    DocumentStatus,
    DraftReading,
    LegalText,
    Message,
    PaperJob,
    Piece,
    PieceVersion,
    PieceWords,
    Step,
    User,
)
from workflow.history.fold import ATTACH
from workflow.mail.outbox import PATIENCE, UNSENT
from workflow.people.permissions import may_read_confidential
from workflow.pieces.file_types import TYPES
from workflow.rulebook.files import procedures

LISTED = 20
COUNTED = 1000
# Of the pieces attached last, in whichever text, those looked at.
_LATEST = 300
_Row = TypeVar("_Row")


@dataclass(frozen=True)
class Some(Generic[_Row]):
    """The first rows of a list, and how many it has; a thousand stands for a thousand or more."""

    rows: Sequence[_Row] = ()
    count: int = 0

    @property
    def is_more(self) -> bool:
        """Whether there are more than were counted."""
        return self.count >= COUNTED


@dataclass(frozen=True)
class FailedPaper:
    """A paper that could not be made, and its text."""

    paper: Document
    text: LegalText


@dataclass(frozen=True)
class FailedJob:
    """Papers asked for together of which some could not be made, and how many."""

    job: PaperJob
    count: int


@dataclass(frozen=True)
class UnreadDraft:
    """A version of a draft whose articles, or whose words, could not be read as it was attached."""

    text: LegalText
    piece: Piece
    version: PieceVersion


def mails_given_up(session: Session) -> Some[Message]:
    """Give the mails that were given up, the latest first."""
    return _some(session, sql("status = 'failed'"), col(Message.created_at).desc())


def mails_late(session: Session, *, at: datetime) -> Some[Message]:
    """Give the mails that wait for longer than `PATIENCE`, those next to be tried first."""
    return _some(session, sql(UNSENT), col(Message.next_try_at), col(Message.created_at) <= at - PATIENCE)


def _some(session: Session, status: Any, order: Any, *also: Any) -> Some[Message]:  # noqa: ANN401 - parts of a query
    count = _count(session, select(col(Message.id)).where(status, *also))
    query = select(Message).where(status, *also).order_by(order).limit(LISTED)
    return Some(session.execute(query).scalars().all(), count) if count else Some()


def papers_failed(session: Session) -> tuple[Some[FailedPaper], Some[FailedJob]]:
    """Give the papers that could not be made: those asked for singly, then those asked for together, by their job."""
    failed = select(col(Document.id)).where(col(Document.status) == DocumentStatus.FAILED).limit(COUNTED).subquery()
    within = col(Document.id).in_(select(failed.c.id))
    alone = select(col(Document.id)).where(within, col(Document.job_id).is_(None))
    count = _count(session, alone)
    query = (
        select(Document, LegalText).join(LegalText, col(LegalText.id) == col(Document.text_id))
        .where(within, col(Document.job_id).is_(None))
        .order_by(col(Document.wanted_at).desc(), col(Document.id)).limit(LISTED)
    )  # fmt: skip
    papers = [FailedPaper(*row) for row in session.execute(query)] if count else []
    jobs = (
        select(PaperJob, func.count()).join(Document, col(Document.job_id) == col(PaperJob.id))
        .where(within).group_by(col(PaperJob.id)).order_by(col(PaperJob.at).desc())
    )  # fmt: skip
    found = [FailedJob(*row) for row in session.execute(jobs)]
    return Some(papers, count), Some(found[:LISTED], len(found))


def drafts_unread(session: Session, by: User) -> Some[UnreadDraft]:
    """Give the Word drafts, of the pieces attached last, of which nothing was read, and that this person may read."""
    kinds = _draft_kinds()
    attached = (
        select(col(Step.text_id), col(Step.number), col(Step.facts)).where(col(Step.move) == ATTACH)
        .order_by(col(Step.on).desc()).limit(_LATEST)
    )  # fmt: skip
    keys = {
        (UUID(facts["piece_id"]), facts["piece_version"]): (text_id, number)
        for text_id, number, facts in session.execute(attached)
        if facts.get("piece") in kinds
    }
    if not keys:
        return Some()
    query = (
        select(LegalText, Piece, PieceVersion)
        .join(Piece, col(Piece.id) == col(PieceVersion.piece_id))
        .join(LegalText, col(LegalText.id) == col(Piece.text_id))
        .where(tuple_(col(PieceVersion.piece_id), col(PieceVersion.number)).in_(keys), _is_unread())
        .order_by(col(PieceVersion.at).desc(), col(PieceVersion.id))
    )
    rows = [UnreadDraft(*row) for row in session.execute(query)]
    struck = _struck(session, rows)
    rows = [
        each for each in rows
        if keys[each.piece.id, each.version.number] not in struck
        and (not each.piece.confidential or may_read_confidential(by, each.text))
    ]  # fmt: skip
    return Some(rows[:LISTED], len(rows))


def unread_among(session: Session, version_ids: Collection[UUID]) -> list[UUID]:
    """Give which of these versions are Word files of which nothing was read: articles of a draft, or any words."""
    query = select(col(PieceVersion.id)).join(Piece, col(Piece.id) == col(PieceVersion.piece_id))
    return list(session.execute(query.where(col(PieceVersion.id).in_(version_ids), _is_unread())).scalars())


def _is_unread() -> ColumnElement[bool]:
    articles = exists().where(col(DraftReading.version_id) == col(PieceVersion.id))
    words = exists().where(col(PieceWords.version_id) == col(PieceVersion.id), col(PieceWords.is_read))
    no_articles = col(Piece.kind).in_(_draft_kinds()) & ~articles
    return (col(PieceVersion.media_type) == TYPES["docx"].media_type) & (no_articles | ~words)


def _draft_kinds() -> set[str]:
    return {code for each in procedures().values() for code, kind in each.vocabulary.pieces.items() if kind.language}


def _struck(session: Session, drafts: Sequence[UnreadDraft]) -> set[tuple[UUID, int]]:
    texts = {each.text.id for each in drafts}
    found = select(col(Step.text_id), col(Step.strikes)).where(
        col(Step.text_id).in_(texts), col(Step.strikes).is_not(None)
    )
    return {(text_id, number) for text_id, number in session.execute(found)} if texts else set()


def _count(session: Session, query: Select[Any]) -> int:
    bounded = query.limit(COUNTED).subquery()
    return session.execute(select(func.count()).select_from(bounded)).scalar() or 0
