"""The papers that a move owes: wanted in the same transaction, made after it."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, update
from sqlmodel import Session, col, select

from models import Document, DocumentStatus, LegalText, User
from workflow.calendar.time_zone import legal_day
from workflow.errors import NotAllowed, Refused
from workflow.history.steps import Recorded
from workflow.history.what_counts import struck
from workflow.people.permissions import Right, may
from workflow.procedure.model import Transition

# Each version is kept for ever: more than this is a button held down, not work.
MOST_VERSIONS = 50


def want_papers(session: Session, text: LegalText, step: Recorded, move: Transition) -> None:
    """Write the papers that `move` owes as wanted; the caller commits."""
    for kind in move.produces:
        session.add(
            Document(
                text_id=text.id, kind=kind, number=next_number(session, text.id, kind), step_id=step.id,
                situation_on=legal_day(step.at), wanted_by_id=step.by_id, wanted_at=step.at,
            )
        )  # fmt: skip
    if move.produces:
        session.flush()


def struck_ids(steps: Sequence[Recorded]) -> set[UUID]:
    """Give the steps that were struck: a paper that one of them owed is not made."""
    numbers = struck(steps)
    return {step.id for step in steps if step.number in numbers}


def want_papers_again(session: Session, retold: Sequence[Recorded], correction: Recorded) -> None:
    """Write as wanted a new version of the papers made of steps that now tell something else; the caller commits."""
    query = (
        select(Document).where(col(Document.step_id).in_([step.id for step in retold])).order_by(col(Document.number))
    )
    found = session.exec(query) if retold else ()
    last = {(paper.step_id, paper.kind, paper.language, paper.about): paper for paper in found}
    for paper in last.values():
        # One that was not made yet will tell what is told now.
        if paper.status == DocumentStatus.MADE:
            session.add(
                Document(
                    text_id=paper.text_id, kind=paper.kind, language=paper.language, about=paper.about,
                    number=next_number(session, paper.text_id, paper.kind, paper.language, paper.about),
                    step_id=paper.step_id, situation_on=paper.situation_on, wanted_by_id=correction.by_id,
                    wanted_at=correction.at,
                )
            )  # fmt: skip


def ask_for_paper(
    session: Session, text: LegalText, kind: str, *, by: User, at: datetime, language: str = "fr", about: str = ""
) -> Document:
    """Write a paper as wanted because somebody asks for it; the caller commits. Raises NotAllowed and Refused.

    `about` is the code of what it is made about, where a text has several such papers.
    """
    if not may(by, Right.MAKE_PAPERS):
        raise NotAllowed(kind)
    number = claim_number(session, text, kind, language, about)
    document = Document(
        text_id=text.id, kind=kind, language=language, about=about, number=number, situation_on=legal_day(at),
        wanted_by_id=by.id, wanted_at=at,
    )  # fmt: skip
    session.add(document)
    return document


def claim_number(session: Session, text: LegalText, kind: str, language: str, about: str) -> int:  # noqa: PLR0917 - what names a paper
    """Give the number of the next version of a paper, which nobody else takes until the caller commits.

    Raises Refused for a file that was reunited with another one, and where there are too many versions.
    """
    hold(session, text)
    number = next_number(session, text.id, kind, language, about)
    if number > MOST_VERSIONS:
        raise Refused([f"Ce papier a déjà {MOST_VERSIONS} versions pour ce texte : ouvrez la dernière."])
    return number


def hold(session: Session, text: LegalText) -> None:
    """Let nobody else write the papers of a text until the caller commits: whoever is second waits here for the first.

    Raises Refused for a file that was reunited with another one.
    """
    if text.merged_into_id:
        raise Refused(["Ce dossier est réuni avec un autre : produisez le papier dans celui qui continue."])
    session.exec(select(LegalText.id).where(LegalText.id == text.id).with_for_update()).one()


def want_again(session: Session, document: Document, *, by: User) -> None:
    """Put a paper that could not be made back among those wanted; the caller commits. Raises NotAllowed."""
    if not may(by, Right.MAKE_PAPERS):
        raise NotAllowed(document.kind)
    # Two people at once: whoever comes second finds it wanted, or made, and leaves it so.
    failed = update(Document).where(col(Document.id) == document.id, col(Document.status) == DocumentStatus.FAILED)
    session.exec(failed.values(status=DocumentStatus.WANTED, error="", claimed_until=None))


def next_number(session: Session, text_id: UUID, kind: str, language: str = "fr", about: str = "") -> int:  # noqa: PLR0917 - what names a paper
    """Give the number of the next version of a paper of this text, counted by language and by what it is about."""
    same = (
        Document.text_id == text_id, Document.kind == kind, Document.language == language, Document.about == about,
    )  # fmt: skip
    last = session.exec(select(func.max(Document.number)).where(*same)).one()
    return (last or 0) + 1
