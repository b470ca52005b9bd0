"""The steps of texts: as they were recorded, as somebody supposes them, and how they are read."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Table, bindparam, select
from sqlmodel import Session, SQLModel

from models import PartialDate, Step

_STEPS: Table = SQLModel.metadata.tables["step"]
_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Recorded:
    """A step as the database keeps it: its fields are the columns but its seal, and nothing writes it back."""

    id: UUID
    text_id: UUID
    number: int
    move: str
    on: PartialDate | None
    known_on: date | None
    facts: dict[str, Any]
    inferred: bool
    strikes: int | None
    by_id: UUID | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Supposed:
    """A step that nobody wrote: what a preview, a correction or a search for a path folds in place of a real one."""

    number: int
    move: str
    on: PartialDate | None = None
    known_on: date | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    inferred: bool = False
    strikes: int | None = None
    at: datetime = _NEVER


AnyStep = Step | Recorded | Supposed
_COLUMNS = [_STEPS.c[name] for name in Recorded.__dataclass_fields__]
_OF_TEXT = (
    select(*(column for column in _COLUMNS if column.name != "text_id"))
    .where(_STEPS.c.text_id == bindparam("text"))
    .order_by(_STEPS.c.number)
)
_OF_TEXTS = (
    select(*_COLUMNS)
    .where(_STEPS.c.text_id.in_(bindparam("texts", expanding=True)))
    .order_by(_STEPS.c.text_id, _STEPS.c.number)
)


def steps_of(session: Session, text_id: UUID) -> list[Recorded]:
    """Give the whole history of a text, corrections included, in order."""
    rows = session.connection().execute(_OF_TEXT, {"text": text_id})
    return [Recorded(key, text_id, *rest) for key, *rest in rows]


def histories(session: Session, text_ids: Iterable[UUID]) -> Mapping[UUID, list[Recorded]]:
    """Give the history of each of these texts in one query; nothing for one without steps."""
    found: dict[UUID, list[Recorded]] = defaultdict(list)
    for row in session.connection().execute(_OF_TEXTS, {"texts": list(text_ids)}):
        found[row[1]].append(Recorded(*row))
    return found
