"""A legal text, its steps, and its ties to other texts."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID, uuid4

from sqlalchemy import JSON, CheckConstraint, Column, ForeignKey, Index, Integer, Text, UniqueConstraint
from sqlalchemy import text as sql
from sqlmodel import Field, SQLModel

from models.append_only import APPEND_ONLY
from models.base import Json, codes, make_with
from models.counts import KEEP_COUNTS
from models.partial_date import PartialDate, PartialDateType
from models.search import SEARCH_INDEX

# Outside the class: a private attribute would be copied, and every table with it, for each new text.
_VERSION = Column("version", Integer, nullable=False)
_ORDER = ("section", "created_at", "id")
# Texts whose way has ended are folded away: those under way are read past them, whatever the order.
_OPEN_FIRST = ("section", "ended", "created_at", "id")
_UNASSIGNED, _DUE = sql("responsible_id IS NULL"), sql("next_due_on IS NOT NULL")
_LEGAL = sql("legal_due_on IS NOT NULL")
# Somebody has the ball; and it came to its state on a day that is known. In these very words, without a parameter, in
# every query that reads such an index.
ON_ITS_WAY = sql("holder <> ''")
ON_A_DAY = sql("holder <> '' AND length(entered_on) = 10")
_URGENT = sql("priority = 'urgent'")
# Orders of the list that are read along an index, each of the texts that have the column; the others come after them.
ORDERS = {"number": "number_order", "holding": "held_since", "limit": "next_due_on"}


class Priority(StrEnum):
    """How the ministry ranks a text among its own; no deadline depends on it."""

    NORMAL = "normal"
    URGENT = "urgent"


class LegalText(SQLModel, table=True):
    """One legal text on its way from first draft to entry into force.

    `state` and what follows it are changed only by `workflow.register.recording`: they are what the steps fold to.
    """

    __tablename__ = "legal_text"
    # The list and each of its filters are read along an index, in the order of the table.
    __table_args__ = (
        Index("ix_legal_text_table", *_ORDER),
        Index("ix_legal_text_opened", "created_at", "id"),
        Index("ix_legal_text_ended", *_OPEN_FIRST),
        *(
            Index(f"ix_legal_text_by_{name}", "section", "ended", column, "id",
                  postgresql_where=sql(f"{column} IS NOT NULL"), sqlite_where=sql(f"{column} IS NOT NULL"))
            for name, column in ORDERS.items()
        ),
        Index("ix_legal_text_urgent", "priority", *_OPEN_FIRST, postgresql_where=_URGENT, sqlite_where=_URGENT),
        Index("ix_legal_text_procedure", "procedure", *_OPEN_FIRST),
        Index("ix_legal_text_state", "state", *_ORDER),
        Index("ix_legal_text_phase", "phase", *_ORDER),
        Index("ix_legal_text_responsible_id", "responsible_id", *_OPEN_FIRST),
        Index("ix_legal_text_unassigned", *_OPEN_FIRST, postgresql_where=_UNASSIGNED, sqlite_where=_UNASSIGNED),
        Index("ix_legal_text_next_due_on", "next_due_on", "id"),
        # With the limit of the law besides: it tells whether what has passed is no more than a marker.
        Index("ix_legal_text_due", *_ORDER, "next_due_on", "legal_due_on", postgresql_where=_DUE, sqlite_where=_DUE),
        Index("ix_legal_text_legal_due_on", "legal_due_on", "id"),
        Index("ix_legal_text_legal_due", *_ORDER, "legal_due_on", postgresql_where=_LEGAL, sqlite_where=_LEGAL),
        Index("ix_legal_text_legal_due_of", "responsible_id", "legal_due_on", "id", postgresql_where=_LEGAL,
              sqlite_where=_LEGAL),
        # Of texts on their way: by who has them, by phase, by how long; those entered on a known day, the oldest first.
        Index("ix_legal_text_holder", "holder", *_ORDER, postgresql_where=ON_ITS_WAY, sqlite_where=ON_ITS_WAY),
        Index("ix_legal_text_way_phase", "phase", *_ORDER, postgresql_where=ON_ITS_WAY, sqlite_where=ON_ITS_WAY),
        Index("ix_legal_text_held_since", "held_since", postgresql_where=ON_ITS_WAY, sqlite_where=ON_ITS_WAY),
        Index("ix_legal_text_entered_on", "holder", "entered_on", postgresql_where=ON_A_DAY, sqlite_where=ON_A_DAY),
        # What waits for a person: their texts under way, by state; and by any next limit.
        Index("ix_legal_text_charge", "responsible_id", "state", postgresql_where=ON_ITS_WAY, sqlite_where=ON_ITS_WAY),
        Index("ix_legal_text_own_due", "responsible_id", "next_due_on", "id", postgresql_where=_DUE, sqlite_where=_DUE),
        CheckConstraint(codes("priority", tuple(Priority)), name="priority"),
    )  # fmt: skip

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    procedure: str = Field(max_length=40)
    procedure_version: str = Field(max_length=20)
    title_fr: str = Field(max_length=1000)
    title_ar: str = Field(default="", max_length=1000)
    number: str | None = Field(default=None, max_length=20, index=True)
    responsible_id: UUID | None = Field(default=None, foreign_key="person.id")
    financial_impact: bool = False
    social_matter: bool = False
    priority: str = Field(default=Priority.NORMAL, max_length=10, sa_column_kwargs={"server_default": "normal"})
    search_text: str = Field(default="", max_length=3000)
    created_at: datetime
    # The file with which this one was reunited: it stays to be read, lists and counters leave it out.
    merged_into_id: UUID | None = Field(default=None, index=True)

    state: str = Field(default="", max_length=40)
    phase: str = Field(default="", max_length=40)
    section: str = Field(default="", max_length=40)
    # Whether nothing more is expected of it in that state.
    ended: bool = Field(default=False, sa_column_kwargs={"server_default": sql("false")})
    # Its number as numbers are put in order, by year then by rank: "2013-0103"; none where it cannot be read as one.
    number_order: str | None = Field(default=None, max_length=12)
    chamber: str | None = Field(default=None, max_length=20)
    reading: int = 0
    entered_on: PartialDate | None = Field(default=None, sa_column=Column(PartialDateType))
    # The sentence of where it stands, and since when its holder has had it: what lists show without its steps.
    sentence_fr: str = Field(default="", sa_column=Column(Text, nullable=False, server_default=""))
    held_since: PartialDate | None = Field(default=None, sa_column=Column(PartialDateType))
    # Who has the ball, by code: a body of the vocabulary, with its chamber; empty once nobody is to move the text.
    holder: str = Field(default="", max_length=40, sa_column_kwargs={"server_default": ""})
    last_step: int = 0
    # That of its last step.
    seal: str = Field(default="", max_length=64, sa_column_kwargs={"server_default": ""})
    # The earliest due date among the limits that run, of any nature; and among those that the law sets, where silence
    # decides nothing: only the second one is ever late.
    next_due_on: date | None = None
    legal_due_on: date | None = None
    version: int = Field(default=None, sa_column=_VERSION)

    __mapper_args__: ClassVar[Json] = {"version_id_col": _VERSION}


# The longest words that each column keeps: PostgreSQL refuses more, SQLite would take them.
LIMITS: dict[str, int] = {
    column.name: length
    for column in SQLModel.metadata.tables["legal_text"].columns
    if (length := getattr(column.type, "length", None))
}


class Step(SQLModel, table=True):
    """One thing that happened to a text. Written once, never changed: a correction is another step."""

    __tablename__ = "step"
    # What a Council decided is found among the steps of all texts, by its moves and by their day; the latest by moment.
    __table_args__ = (
        UniqueConstraint("text_id", "number"),
        Index("ix_step_move", "move", "on"),
        Index("ix_step_at", "at"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    text_id: UUID = Field(sa_column=Column(ForeignKey("legal_text.id"), nullable=False))
    number: int
    move: str = Field(max_length=60)
    on: PartialDate | None = Field(default=None, sa_column=Column(PartialDateType))
    # A day by which it had happened for certain, where its own day is not known.
    known_on: date | None = None
    facts: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    inferred: bool = False
    # The number of the step that this one strikes out or puts right.
    strikes: int | None = None
    by_id: UUID | None = Field(default=None, foreign_key="person.id")
    at: datetime
    # The SHA-256 of all that, and of the step before it: `workflow.history.seals`.
    seal: str = Field(default="", max_length=64, sa_column_kwargs={"server_default": ""})


class RelationKind(StrEnum):
    """How one text bears on another."""

    IMPLEMENTS = "implements"
    AMENDS = "amends"
    REPEALS = "repeals"
    BASED_ON = "based_on"
    RATIFIES = "ratifies"
    REPLACES = "replaces"


# A text that another one awaits and that is not in the system: the only tie that comes from no text.
_AWAITED = sql("text_id IS NULL")


class Relation(SQLModel, table=True):
    """A tie from a text to another one; one of the two may be only cited.

    `citation` names the target or, while only the target is in the system, the text that bears on it.
    """

    __tablename__ = "relation"
    __table_args__ = (
        UniqueConstraint("text_id", "kind", "citation", "article"),
        Index("uq_relation_awaited", "target_id", "kind", "citation", "article", unique=True,
              postgresql_where=_AWAITED, sqlite_where=_AWAITED),
        CheckConstraint(codes("kind", tuple(RelationKind)), name="kind"),
        CheckConstraint("text_id IS NOT NULL OR target_id IS NOT NULL", name="ends"),
        CheckConstraint("text_id <> target_id", name="two_texts"),
        CheckConstraint("kind = 'implements' OR NOT owed", name="owed"),
        CheckConstraint("owed OR due_on IS NULL", name="due"),
    )  # fmt: skip

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    text_id: UUID | None = Field(default=None, foreign_key="legal_text.id", index=True)
    kind: str = Field(max_length=20)
    target_id: UUID | None = Field(default=None, foreign_key="legal_text.id", index=True)
    citation: str = Field(max_length=500)
    article: str = Field(default="", max_length=100)
    # Whether the target itself provides for this text of application, and by when it is expected.
    owed: bool = False
    due_on: date | None = None


make_with("step", APPEND_ONLY["step"])
make_with("legal_text", APPEND_ONLY["legal_text"])
make_with("legal_text", KEEP_COUNTS)
make_with("text_words", SEARCH_INDEX)
