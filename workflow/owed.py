"""The papers that a move owes: wanted in the same transaction, made after it."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, select

from models import Document, DocumentStatus, LegalText, Step, User
from workflow.errors import NotAllowed, Refused
from workflow.permissions import Right, may
from workflow.procedure import Transition
from workflow.time_zone import legal_day

# Each version is kept for ever: more than this is a button held down, not work.
MOST_VERSIONS = 50


def want_papers(session: Session, text: LegalText, step: Step, move: Transition) -> None:
    """Write the papers that `move` owes as wanted; the caller commits."""
    for kind in move.produces:
        session.add(
            Document(
                text_id=text.id, kind=kind, number=next_number(session, text.id, kind), step_id=step.id,
                situation_on=legal_day(step.at), wanted_by_id=step.by_id, wanted_at=step.at,
            )
        )  # fmt: skip


def ask_for_paper(session: Session, text: LegalText, kind: str, *, by: User, on: date, at: datetime) -> Document:
    """Write a paper as wanted because somebody asks for it; the caller commits. Raises NotAllowed and Refused."""
    if not may(by, Right.MAKE_PAPERS):
        raise NotAllowed(kind)
    number = next_number(session, text.id, kind)
    if number > MOST_VERSIONS:
        raise Refused([f"Ce papier a déjà {MOST_VERSIONS} versions pour ce texte : ouvrez la dernière."])
    document = Document(
        text_id=text.id, kind=kind, number=number, situation_on=on, wanted_by_id=by.id, wanted_at=at
    )  # fmt: skip
    session.add(document)
    return document


def want_again(session: Session, document: Document, *, by: User) -> None:
    """Put a paper that could not be made back among those wanted; the caller commits. Raises NotAllowed."""
    if not may(by, Right.MAKE_PAPERS):
        raise NotAllowed(document.kind)
    if document.status == DocumentStatus.FAILED:
        document.status, document.error = DocumentStatus.WANTED, ""
        session.add(document)


def next_number(session: Session, text_id: UUID | None, kind: str) -> int:
    """Give the number of the next version of a paper of this text."""
    last = session.exec(
        select(func.max(Document.number)).where(Document.text_id == text_id, Document.kind == kind)
    ).one()
    return (last or 0) + 1
