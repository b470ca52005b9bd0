"""The registers of a text: what was done to each item, in the order in which it was, and what the items come to."""

from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, Column, Index
from sqlmodel import Field, SQLModel

from models.append_only import APPEND_ONLY
from models.base import codes, make_with
from models.partial_date import PartialDate, PartialDateType


class Register(StrEnum):
    """A register of a text."""

    OBSERVATIONS = "observations"
    CONSULTATIONS = "consultations"
    AMENDMENTS = "amendments"
    SIGNATURES = "signatures"
    LETTERS = "letters"
    MEETINGS = "meetings"


class ItemStatus(StrEnum):
    """Whether something is still expected of an item."""

    OPEN = "open"
    SETTLED = "settled"


class RegisterEntry(SQLModel, table=True):
    """One thing done to one item of a register. Written once, never changed.

    Who did it and when are told by the step of the text that recorded it, `step`, which seals all its entries; `rank`
    is their order, from 1. `kind` is the register, `item` the number of the item among those of that register and text.
    """

    __tablename__ = "register_entry"
    __table_args__ = (
        CheckConstraint(codes("kind", tuple(Register)), name="kind"),
        CheckConstraint("item > 0 AND rank > 0", name="numbers"),
    )

    text_id: UUID = Field(foreign_key="legal_text.id", primary_key=True)
    step: int = Field(primary_key=True)
    rank: int = Field(primary_key=True)
    kind: str = Field(max_length=20)
    item: int
    move: str = Field(max_length=60)
    on: PartialDate | None = Field(default=None, sa_column=Column(PartialDateType))
    facts: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))


class RegisterItem(SQLModel, table=True):
    """What one item comes to today, for lists and searches; `workflow.register.kept_items` writes it from the steps.

    `step` is the number of the last step that tells of it.
    """

    __tablename__ = "register_item"
    __table_args__ = (
        CheckConstraint(codes("kind", tuple(Register)), name="kind"),
        CheckConstraint(codes("status", tuple(ItemStatus)), name="status"),
        Index("ix_register_item_status", "kind", "status"),
    )

    text_id: UUID = Field(foreign_key="legal_text.id", primary_key=True)
    kind: str = Field(max_length=20, primary_key=True)
    number: int = Field(primary_key=True)
    values: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    status: str = Field(max_length=10)
    step: int


make_with("register_entry", APPEND_ONLY["register_entry"])
