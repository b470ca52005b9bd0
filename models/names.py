"""What the ministry and its offices are called, who holds them and who signs for them, each from a day until another.

No row is written over: what is corrected is withdrawn, with who withdrew it and when, and another row stands beside it.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import validates
from sqlmodel import Field, SQLModel

from models.append_only import APPEND_ONLY
from models.base import codes, make_with


class NameKind(StrEnum):
    """What bears a name that the ministry keeps itself; those of institutions are in workflow/procedures."""

    MINISTRY = "ministry"
    UNIT = "unit"


class Gender(StrEnum):
    """The gender that qualities agree with."""

    MASCULINE = "m"
    FEMININE = "f"


class Certainty(StrEnum):
    """Where a name and its days come from: the text named was read, or they are from memory, or somebody typed them."""

    READ = "read"
    MEMORY = "memory"
    TYPED = "typed"


class SignedKind(StrEnum):
    """What somebody may sign for another; the last two are never signed by delegation."""

    LETTER = "letter"
    SLIP = "slip"
    NOTE = "note"
    MINUTES = "minutes"
    COPY = "copy"
    DECREE = "decret"
    REGULATORY_ORDER = "arrete_reglementaire"


NEVER_DELEGATED = frozenset({SignedKind.DECREE, SignedKind.REGULATORY_ORDER})
NOT_DELEGABLE = (
    "Ni un décret ni un arrêté réglementaire ne se signent par délégation : elle porte sur les documents des services "
    "(décret n° 2-22-81, art. 7 et suivants)."
)
_IN_FORCE = text("withdrawn_at IS NULL")


class _Kept(SQLModel):
    """From when until when a row holds, where it comes from, and who wrote it or took it back."""

    # Until that day, which is not included; none where it holds today.
    from_on: date
    until_on: date | None = None
    source: str = Field(default="", max_length=300)
    certainty: str = Field(default=Certainty.TYPED, max_length=10)
    # Nobody, where the row came with Navette.
    recorded_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    recorded_at: datetime
    withdrawn_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    withdrawn_at: datetime | None = None


def _kept(table: str, *columns: str) -> tuple[CheckConstraint | Index, ...]:
    """Give what holds for the rows of each of these tables.

    One row is in force for each of these columns, so that two people who type the same write it once.
    """
    in_force = Index(f"ix_{table}_in_force", *columns, unique=True, sqlite_where=_IN_FORCE, postgresql_where=_IN_FORCE)
    return (
        CheckConstraint(codes("gender", tuple(Gender)), name="gender"),
        CheckConstraint(codes("certainty", tuple(Certainty)), name="certainty"),
        CheckConstraint("until_on IS NULL OR until_on > from_on", name="period"),
        in_force,
    )


class NamePeriod(_Kept, table=True):
    """A name that the ministry or a unit of it bears from a day on; periods in force of one code are apart."""

    __tablename__ = "name_period"
    __table_args__ = (
        CheckConstraint(codes("kind", tuple(NameKind)), name="kind"),
        *_kept("name_period", "code", "from_on"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    code: str = Field(max_length=60)
    kind: str = Field(max_length=20)
    fr: str = Field(max_length=300)
    ar: str = Field(max_length=300)
    short_fr: str = Field(default="", max_length=100)
    gender: str = Field(default=Gender.MASCULINE, max_length=1)
    plural: bool = False


class OfficeHolder(_Kept, table=True):
    """Who holds an office from a day on; one person at a time, whether in title or ad interim."""

    __tablename__ = "office_holder"
    __table_args__ = (*_kept("office_holder", "office", "from_on"),)

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    office: str = Field(max_length=60)
    name_fr: str = Field(max_length=200)
    name_ar: str = Field(max_length=200)
    gender: str = Field(max_length=1)
    interim: bool = False


class Delegation(_Kept, table=True):
    """Who signs for the holder of an office, by which decision, from when until when, and which kinds of document."""

    __tablename__ = "delegation"
    __table_args__ = (*_kept("delegation", "office", "name_fr", "decision_number", "from_on"),)

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    office: str = Field(max_length=60)
    name_fr: str = Field(max_length=200)
    name_ar: str = Field(max_length=200)
    # With its article, as it stands above the signature: "Le Secrétaire général", « الكاتب العام ».
    quality_fr: str = Field(max_length=200)
    quality_ar: str = Field(max_length=200)
    gender: str = Field(max_length=1)
    decision_number: str = Field(max_length=60)
    decision_on: date
    bulletin: str = Field(max_length=100)
    # Codes of SignedKind, apart by a space.
    kinds: str = Field(max_length=200)

    @validates("kinds")
    def _delegable(self, _name: str, kinds: Any) -> Any:  # noqa: ANN401 - as SQLAlchemy gives it
        """Refuse what is never signed by delegation; raise ValueError with the sentence."""
        if NEVER_DELEGATED & set(str(kinds).split()):
            raise ValueError(NOT_DELEGABLE)
        return kinds


for _table in ("name_period", "office_holder", "delegation"):
    make_with(_table, APPEND_ONLY[_table])
