"""The steps of texts: as they were recorded, as somebody supposes them, and how they are read."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Table, bindparam, select
from sqlmodel import Session, SQLModel

from models import PartialDate
from workflow.history.entries import BATCH, FOLDED, EntriesBySteps, Entry, entries_of
from workflow.history.numbering import numbered

_STEPS: Table = SQLModel.metadata.tables["step"]
_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Recorded:
    """A step as the database keeps it, nothing writes it back: its fields are the columns but its seal, and two more.

    `item` is the number of the item that it records or answers, 0 where it is about none; `entries` are those of a
    batch, as far as the fold needs them.
    """

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
    item: int = 0
    entries: tuple[Entry, ...] = ()


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
    item: int = 0
    entries: tuple[Entry, ...] = ()


AnyStep = Recorded | Supposed
# The fields of a recorded step that are columns.
KEPT = tuple(name for name in Recorded.__dataclass_fields__ if name not in ("item", "entries"))
_COLUMNS = [_STEPS.c[name] for name in KEPT]
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
    return _with_items(session, {text_id: [Recorded(key, text_id, *rest) for key, *rest in rows]})[text_id]


def histories(session: Session, text_ids: Iterable[UUID]) -> Mapping[UUID, list[Recorded]]:
    """Give the history of each of these texts, nothing for one without steps.

    In one query, and one more where one of them has a batch of a register that the fold needs.
    """
    found: dict[UUID, list[Recorded]] = defaultdict(list)
    for row in session.connection().execute(_OF_TEXTS, {"texts": list(text_ids)}):
        found[row[1]].append(Recorded(*row))
    return _with_items(session, found)


def _with_items(session: Session, found: dict[UUID, list[Recorded]]) -> dict[UUID, list[Recorded]]:
    """Give their entries to batches and their numbers to steps that hold an item."""
    batches = [text_id for text_id, steps in found.items() if any(_needs_entries(step) for step in steps)]
    entries = entries_of(session, batches, FOLDED) if batches else {}
    for text_id, steps in found.items():
        of_text = entries.get(text_id, {})
        told = [replace(step, entries=of_text[step.number]) if step.number in of_text else step for step in steps]
        found[text_id] = numbered(told)
    return found


def with_entries(steps: Iterable[Recorded], entries: EntriesBySteps) -> list[Recorded]:
    """Give the steps with the entries of every register, as the items of a past day are read from."""
    return [replace(step, entries=entries.get(step.number, ())) for step in steps]


def _needs_entries(step: Recorded) -> bool:
    return step.move == BATCH and step.facts.get("register") in FOLDED
