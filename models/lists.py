"""What a person keeps of the list of texts: views, and the texts chosen from page to page."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

_IS_DEFAULT = text("is_default")


class SavedView(SQLModel, table=True):
    """A name that a person gave to filters of the list; `query` is their canonical text, as it stands in the address.

    `rank` is its place among the views of its owner; the default one opens where the list is asked without filters.
    """

    __tablename__ = "saved_view"
    __table_args__ = (
        UniqueConstraint("owner_id", "name"),
        CheckConstraint("name <> ''", name="named"),
        Index("uq_saved_view_default", "owner_id", unique=True, postgresql_where=_IS_DEFAULT, sqlite_where=_IS_DEFAULT),
        Index("ix_saved_view_shared", "is_shared", "name"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    owner_id: UUID = Field(foreign_key="person.id")
    name: str = Field(max_length=60)
    query: str = Field(max_length=2000)
    rank: int = 0
    is_shared: bool = False
    is_default: bool = False
    created_at: datetime


class ChosenText(SQLModel, table=True):
    """A text that a person ticked in the list, for what is done to several texts at once."""

    __tablename__ = "chosen_text"

    person_id: UUID = Field(foreign_key="person.id", primary_key=True)
    text_id: UUID = Field(foreign_key="legal_text.id", primary_key=True, index=True)
    at: datetime
