"""Pieces of a text: files that people attach, each with its versions, and which version went where."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, Column, ForeignKey, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.append_only import APPEND_ONLY
from models.base import codes, make_with
from models.partial_date import PartialDate, PartialDateType


class Piece(SQLModel, table=True):
    """One piece of a text, whatever the number of its versions; its kind is one of the vocabulary's."""

    __tablename__ = "piece"

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    text_id: UUID = Field(foreign_key="legal_text.id", index=True)
    kind: str = Field(max_length=40)
    title: str = Field(max_length=300)
    # The number of the step that it was attached to, where it belongs to one.
    step_number: int | None = None
    # Given, listed by its title and searched only for those who may read what is confidential.
    confidential: bool = False


class PieceVersion(SQLModel, table=True):
    """One version of a piece, as it was attached: written once, never changed."""

    __tablename__ = "piece_version"
    __table_args__ = (
        UniqueConstraint("piece_id", "number"),
        CheckConstraint(codes("language", ("", "fr", "ar")), name="language"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    piece_id: UUID = Field(foreign_key="piece.id")
    # From 1.
    number: int
    sha256: str = Field(max_length=64, foreign_key="stored_file.sha256", index=True)
    file_name: str = Field(max_length=150)
    media_type: str = Field(max_length=100)
    # In bytes.
    size: int
    from_whom: str = Field(default="", max_length=300)
    reference: str = Field(default="", max_length=100)
    dated_on: PartialDate | None = Field(default=None, sa_column=Column(PartialDateType))
    language: str = Field(default="", max_length=2)
    added_by_id: UUID = Field(foreign_key="person.id")
    # The number of the step of the text that tells of it.
    told_by: int
    at: datetime


class PieceWords(SQLModel, table=True):
    """The words of a version, as far as its file could be read; apart, so that lists never load them."""

    __tablename__ = "piece_words"

    version_id: UUID = Field(sa_column=Column(ForeignKey("piece_version.id"), primary_key=True))
    # Whether the words of the file could be read: those of a scan cannot.
    is_read: bool
    words: str = Field(default="", sa_column=Column(Text, nullable=False))
    # Those under which the text is found by it, folded, in the order of the file.
    found_under: str = Field(default="", sa_column=Column(Text, nullable=False))


class DraftReading(SQLModel, table=True):
    """How the articles of a version were read, in one language: by the machine first, then as people put it right.

    Written once: what is put right is the next one, and the last one counts.
    """

    __tablename__ = "draft_reading"
    __table_args__ = (CheckConstraint(codes("language", ("fr", "ar")), name="language"),)

    version_id: UUID = Field(foreign_key="piece_version.id", primary_key=True)
    language: str = Field(max_length=2, primary_key=True)
    # From 1.
    number: int = Field(primary_key=True)
    # What `workflow.articles.structure.to_json` wrote.
    written: str = Field(sa_column=Column(Text, nullable=False))
    # How many articles it has, and how many lines of it are to be looked at; so that lists never read the whole.
    articles: int
    doubts: int
    # None for what the machine read.
    by_id: UUID | None = Field(default=None, foreign_key="person.id")
    at: datetime


class PieceSent(SQLModel, table=True):
    """That a step of a text sent this version of a piece where it brought the text: written once."""

    __tablename__ = "piece_sent"
    __table_args__ = (UniqueConstraint("version_id", "step_number"),)

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    version_id: UUID = Field(foreign_key="piece_version.id")
    step_number: int


for _table in ("piece", "piece_version", "piece_sent", "draft_reading"):
    make_with(_table, APPEND_ONLY[_table])
