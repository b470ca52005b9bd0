"""The texts that a person follows: begun, ended and listed."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Table, delete
from sqlmodel import Session, SQLModel, col
from sqlmodel.sql.expression import SelectOfScalar

from models import Following, LegalText, User, insert_into
from workflow.people.permissions import visible_texts

_FOLLOWINGS: Table = SQLModel.metadata.tables["following"]


def follow(session: Session, text_id: UUID, person: User, *, at: datetime) -> None:
    """Let a person follow a text from this moment on, unless they follow it already; the caller commits."""
    row = {"person_id": person.id, "text_id": text_id, "since": at}
    session.exec(insert_into(_FOLLOWINGS, session.get_bind().dialect.name).values(row).on_conflict_do_nothing())


def unfollow(session: Session, text_id: UUID, person: User) -> None:
    """Let a person follow a text no more: nothing that was not told yet is; the caller commits."""
    mine = col(Following.person_id) == person.id
    session.exec(delete(Following).where(mine, col(Following.text_id) == text_id))


def is_followed(session: Session, text_id: UUID, person: User) -> bool:
    """Whether a person follows a text."""
    return session.get(Following, (person.id, text_id)) is not None


def followed_texts(person: User) -> SelectOfScalar[LegalText]:
    """Select the texts that a person follows and may read, the one begun last first."""
    query = visible_texts(person).join(Following, col(Following.text_id) == col(LegalText.id))
    query = query.where(col(Following.person_id) == person.id)
    return query.order_by(col(Following.since).desc(), col(LegalText.id))
