"""Templates of papers that staff own: every version that was sent, and which one filled papers from when."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import JSON, CheckConstraint, Column, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.append_only import APPEND_ONLY
from models.base import codes, make_with

_LANGUAGES = codes("language", ("fr", "ar"))


class PaperTemplate(SQLModel, table=True):
    """One version of the template of a kind of paper in a language: written once, never changed."""

    __tablename__ = "paper_template"
    __table_args__ = (
        UniqueConstraint("kind", "language", "number"),
        CheckConstraint(_LANGUAGES, name="language"),
        CheckConstraint("number > 0", name="number"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    kind: str = Field(max_length=40)
    language: str = Field(max_length=2)
    # From 1; the one that comes with Navette is number 0 on screens, and has no row.
    number: int
    sha256: str = Field(max_length=64, foreign_key="stored_file.sha256", index=True)
    file_name: str = Field(max_length=150)
    comment: str = Field(default="", max_length=500)
    # What the check found when it was sent, each a place, a sentence and a category: none where it may serve.
    faults: list[Any] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    # Nobody, where the account was one of the demonstration and was removed.
    by_id: UUID | None = Field(default=None, foreign_key="person.id")
    at: datetime


class TemplateService(SQLModel, table=True):
    """That from a moment on a version fills the papers of its kind and language, until the next such row.

    One without a version gives back the template that comes with Navette. Written once, never changed: what served at
    any moment can always be told, and one template at most serves at a time.
    """

    __tablename__ = "template_service"
    __table_args__ = (CheckConstraint(_LANGUAGES, name="language"), CheckConstraint("number > 0", name="number"))

    kind: str = Field(max_length=40, primary_key=True)
    language: str = Field(max_length=2, primary_key=True)
    # The order of these rows, from 1.
    number: int = Field(primary_key=True)
    template_id: UUID | None = Field(default=None, foreign_key="paper_template.id", index=True)
    comment: str = Field(default="", max_length=500)
    by_id: UUID | None = Field(default=None, foreign_key="person.id")
    at: datetime


for _table in ("paper_template", "template_service"):
    make_with(_table, APPEND_ONLY[_table])
