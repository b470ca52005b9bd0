"""Papers: wanted, made, kept."""

import hashlib
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, Column, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.base import codes


class DocumentStatus(StrEnum):
    """Where a paper is."""

    WANTED = "wanted"
    MADE = "made"
    FAILED = "failed"


class Document(SQLModel, table=True):
    """One version of one paper of a text."""

    __tablename__ = "document"
    __table_args__ = (
        UniqueConstraint("text_id", "kind", "language", "number"),
        CheckConstraint(codes("status", tuple(DocumentStatus)), name="status"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    text_id: UUID = Field(foreign_key="legal_text.id")
    kind: str = Field(max_length=40)
    language: str = Field(default="fr", max_length=2)
    number: int
    step_id: UUID | None = Field(default=None, foreign_key="step.id", index=True)
    # The day whose situation the paper tells.
    situation_on: date
    status: str = Field(default=DocumentStatus.WANTED, max_length=20, index=True)
    error: str = Field(default="", max_length=500)
    file_name: str = Field(default="", max_length=200)
    wanted_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    wanted_at: datetime
    made_at: datetime | None = None


class DocumentFile(SQLModel, table=True):
    """The bytes of a paper, as they stood when it was made; apart, so that lists never load them."""

    __tablename__ = "document_file"

    document_id: UUID = Field(foreign_key="document.id", primary_key=True)
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    sha256: str = Field(max_length=64)

    @property
    def is_intact(self) -> bool:
        """Whether the bytes are still those that were made."""
        return hashlib.sha256(self.content).hexdigest() == self.sha256
