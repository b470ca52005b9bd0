"""Reads the steps of texts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from models import Step


def steps_of(session: Session, text_id: UUID) -> Sequence[Step]:
    """Give the whole history of a text, corrections included, in order."""
    return session.exec(select(Step).where(Step.text_id == text_id).order_by(col(Step.number))).all()


def histories(session: Session, text_ids: Iterable[UUID] | None = None) -> Mapping[UUID, list[Step]]:
    """Give the history of each of these texts, of every text for None, in one query; nothing for one without steps."""
    query = select(Step).order_by(col(Step.text_id), col(Step.number))
    found: dict[UUID, list[Step]] = defaultdict(list)
    for step in session.exec(query if text_ids is None else query.where(col(Step.text_id).in_(text_ids))):
        found[step.text_id].append(step)
    return found
