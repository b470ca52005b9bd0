"""E-mails that wait, left, or could not leave."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, Column, Index, Text, text
from sqlmodel import Field, SQLModel

from models.base import codes


class MessageStatus(StrEnum):
    """Where a message is."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"


class Message(SQLModel, table=True):
    """One e-mail to one person; `key` is unique, so that the same one is never written twice."""

    __tablename__ = "message"
    __table_args__ = (
        CheckConstraint(codes("status", tuple(MessageStatus)), name="status"),
        Index("ix_message_waiting", "next_try_at", postgresql_where=text("status IN ('waiting', 'sending')"),
              sqlite_where=text("status IN ('waiting', 'sending')")),
        Index("ix_message_failed", "created_at", postgresql_where=text("status = 'failed'"),
              sqlite_where=text("status = 'failed'")),
        Index("ix_message_list", "created_at", "id"),
    )  # fmt: skip

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    key: str = Field(max_length=200, unique=True)
    person_id: UUID = Field(foreign_key="person.id", index=True)
    address: str = Field(max_length=254)
    subject: str = Field(max_length=300)
    plain: str = Field(sa_column=Column(Text, nullable=False))
    html: str = Field(sa_column=Column(Text, nullable=False))
    status: str = Field(default=MessageStatus.WAITING, max_length=20)
    attempts: int = 0
    error: str = Field(default="", max_length=500)
    created_at: datetime
    next_try_at: datetime
    sent_at: datetime | None = None
