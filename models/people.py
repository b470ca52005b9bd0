"""Who uses Navette."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from models.base import codes


class Role(StrEnum):
    """What a person is in the ministry."""

    DRAFTER = "drafter"
    HEAD = "head"
    DIRECTOR = "director"
    SECRETARY_GENERAL = "secretary_general"
    CABINET = "cabinet"
    READER = "reader"
    ADMINISTRATOR = "administrator"


class User(SQLModel, table=True):
    """A person with an account."""

    __tablename__ = "person"
    __table_args__ = (CheckConstraint(codes("role", tuple(Role)), name="role"),)

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    email: str = Field(max_length=254, unique=True)
    name: str = Field(max_length=200)
    role: str = Field(max_length=30, index=True)
    password_hash: str = Field(max_length=200)
    active: bool = True
    # Raised when the person signs out or changes the password: sessions opened before are closed, copies included.
    session_epoch: int = 0
    created_at: datetime
    # When the first steps opened by themselves, which they do once.
    first_steps_seen_at: datetime | None = None
    # Written at each sign-in. Of an account older than these notes, the moment from which on they are taken.
    last_signed_in_at: datetime | None = None
    sign_ins_noted_since: datetime | None = None


class SignInFailure(SQLModel, table=True):
    """A refused sign-in, kept for as long as it slows the next one down."""

    __tablename__ = "sign_in_failure"

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    key: str = Field(max_length=300, index=True)
    at: datetime = Field(index=True)


class Absence(SQLModel, table=True):
    """Days on which a person is away, the first and the last one included, and who is told in their place too."""

    __tablename__ = "absence"
    __table_args__ = (
        CheckConstraint("from_on <= until_on", name="days"),
        CheckConstraint("person_id <> stand_in_id", name="two_people"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    person_id: UUID = Field(foreign_key="person.id", index=True)
    stand_in_id: UUID = Field(foreign_key="person.id", index=True)
    from_on: date
    until_on: date = Field(index=True)
    recorded_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    recorded_at: datetime
