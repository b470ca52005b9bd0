"""The papers that a move owes: wanted in the same transaction, made after it."""

from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, select

from models import Document, LegalText, Step
from workflow.procedure import Transition
from workflow.time_zone import legal_day


def want_papers(session: Session, text: LegalText, step: Step, move: Transition) -> None:
    """Write the papers that `move` owes as wanted; the caller commits."""
    for kind in move.produces:
        session.add(
            Document(
                text_id=text.id, kind=kind, number=next_number(session, text.id, kind), step_id=step.id,
                situation_on=legal_day(step.at), wanted_by_id=step.by_id, wanted_at=step.at,
            )
        )  # fmt: skip


def next_number(session: Session, text_id: UUID | None, kind: str) -> int:
    """Give the number of the next version of a paper of this text."""
    last = session.exec(
        select(func.max(Document.number)).where(Document.text_id == text_id, Document.kind == kind)
    ).one()
    return (last or 0) + 1
