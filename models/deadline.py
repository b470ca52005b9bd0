"""Clocks that run on texts, and what was said of them to whom."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, Column, Index, Text, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from models.base import codes
from models.partial_date import PartialDate, PartialDateType


class DeadlineStatus(StrEnum):
    """Whether a clock still runs."""

    RUNNING = "running"
    SUSPENDED = "suspended"
    CLOSED = "closed"


# In these very words, without a parameter, in every query that reads such an index.
RUNS = text("status = 'running'")


class Deadline(SQLModel, table=True):
    """One clock of one text, as its steps make it; `workflow.deadlines.kept` writes it."""

    __tablename__ = "deadline"
    __table_args__ = (
        UniqueConstraint("text_id", "rule", "occurrence"),
        CheckConstraint(codes("status", tuple(DeadlineStatus)), name="status"),
        Index("ix_deadline_next_rung", "next_rung_on", "id", postgresql_where=RUNS, sqlite_where=RUNS),
        Index("ix_deadline_due_on", "due_on", "id", postgresql_where=RUNS, sqlite_where=RUNS),
    )  # fmt: skip

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    text_id: UUID = Field(foreign_key="legal_text.id")
    rule: str = Field(max_length=60)
    occurrence: int
    # Of whom something is expected, where several run side by side.
    subject: str = Field(default="", max_length=300)
    status: str = Field(max_length=20)
    started_on: PartialDate | None = Field(default=None, sa_column=Column(PartialDateType))
    due_on: date | None = None
    # Whether a day that the due one was counted from, or over, is not known exactly.
    is_estimated: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})
    closed_on: PartialDate | None = Field(default=None, sa_column=Column(PartialDateType))
    # The legal basis of its length, as it was law on the day it counts from.
    basis_fr: str = Field(default="", sa_column=Column(Text, nullable=False, server_default=""))
    # The first day on which there may be something to tell of it; none once everything was told.
    next_rung_on: date | None = None


class Reminder(SQLModel, table=True):
    """One rung of one deadline told, or to be told, to one person. The key is what makes it leave once."""

    __tablename__ = "reminder"
    __table_args__ = (UniqueConstraint("deadline_id", "due_on", "rung", "person_id"),)

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    deadline_id: UUID = Field(foreign_key="deadline.id")
    due_on: date
    rung: int
    person_id: UUID = Field(foreign_key="person.id", index=True)
    message_id: UUID | None = Field(default=None, foreign_key="message.id", index=True)
    created_at: datetime


class HolidayOverride(SQLModel, table=True):
    """A day that the ministry declares worked or not worked, over what the calendar package says."""

    __tablename__ = "holiday_override"

    day: date = Field(primary_key=True)
    worked: bool
    label_fr: str = Field(default="", max_length=200)
    label_ar: str = Field(default="", max_length=200)
