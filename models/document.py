"""Papers: wanted, made, kept."""

from datetime import date, datetime
from enum import StrEnum
from secrets import choice
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.base import codes

# No letter that is read as a digit or as another letter.
_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_CODE_LENGTH = 12


def new_code() -> str:
    """Draw the code under which anybody may verify a paper: 59 bits, which nobody guesses."""
    return "".join(choice(_LETTERS) for _ in range(_CODE_LENGTH))


class DocumentStatus(StrEnum):
    """Where a paper is."""

    WANTED = "wanted"
    MADE = "made"
    FAILED = "failed"


class Document(SQLModel, table=True):
    """One version of one paper of a text."""

    __tablename__ = "document"
    __table_args__ = (
        UniqueConstraint("text_id", "kind", "language", "about", "number"),
        CheckConstraint(codes("status", tuple(DocumentStatus)), name="status"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    text_id: UUID = Field(foreign_key="legal_text.id")
    kind: str = Field(max_length=40)
    language: str = Field(default="fr", max_length=2)
    # What it is made about, where the text has several such: a body consulted, a meeting, a chamber. Empty otherwise.
    about: str = Field(default="", max_length=80, sa_column_kwargs={"server_default": ""})
    number: int
    # Printed on each of its pages.
    code: str = Field(default_factory=new_code, max_length=12, unique=True)
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
    # The number of the version that somebody took, wrote on by hand and sent back as this one; none where it was made.
    edited_from: int | None = None
    # Since when this version is the final one, and who said so.
    final_at: datetime | None = None
    final_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    # The scan of it once signed.
    signed_version_id: UUID | None = Field(default=None, foreign_key="piece_version.id", index=True)
    # The same as a PDF, once somebody asked for it.
    pdf_sha256: str | None = Field(default=None, max_length=64, foreign_key="stored_file.sha256", index=True)
    # Of those that somebody asked for together; and until when one that makes papers has taken this one.
    job_id: UUID | None = Field(default=None, foreign_key="paper_job.id", index=True)
    claimed_until: datetime | None = None


class PaperJob(SQLModel, table=True):
    """Papers asked for together: all those of a text, or of the texts of a Council; its papers tell how far it is."""

    __tablename__ = "paper_job"
    # Each person reads the list of their own, the latest first.
    __table_args__ = (Index("ix_paper_job_list", "by_id", "at"),)

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    label: str = Field(max_length=300)
    text_id: UUID | None = Field(default=None, foreign_key="legal_text.id")
    council_on: date | None = None
    # How many papers it asked for.
    asked: int
    by_id: UUID | None = Field(default=None, foreign_key="person.id")
    at: datetime
