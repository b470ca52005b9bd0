"""Papers: wanted, made, kept."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, UniqueConstraint
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
    # Its bytes as they stood when it was made.
    sha256: str | None = Field(default=None, max_length=64, foreign_key="stored_file.sha256", index=True)
    # The exact template that made it; none for papers of versions that did not keep it.
    template_sha256: str | None = Field(default=None, max_length=64, foreign_key="stored_file.sha256", index=True)
    # Which version of those that staff own; none for the one that came with Navette.
    template_number: int | None = None
