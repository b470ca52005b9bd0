"""The entries of a batch: what was done to items of a register, recorded by one step that seals them."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import Table, bindparam, select
from sqlmodel import Session, SQLModel

from models import PartialDate, Register

# The step that records a batch of items: it leaves the text where it stands.
BATCH = "record_items"
# What is done to an item besides the moves that procedures know.
ADD, CHANGE_ITEM, WITHDRAW = "add_item", "change_item", "withdraw_item"
# The registers of which conditions, clocks and papers ask; the others are read where they are shown.
FOLDED: tuple[Register, ...] = (Register.OBSERVATIONS, Register.CONSULTATIONS, Register.SIGNATURES)

_ENTRIES: Table = SQLModel.metadata.tables["register_entry"]
_OF_TEXTS = (
    select(*(_ENTRIES.c[name] for name in ("text_id", "step", "rank", "kind", "item", "move", "on", "facts")))
    .where(_ENTRIES.c.text_id.in_(bindparam("texts", expanding=True)))
    .order_by(_ENTRIES.c.text_id, _ENTRIES.c.step, _ENTRIES.c.rank)
)
_write = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing done to the item `item` of a register, the `rank`th of its batch, counted from 1."""

    rank: int
    register: str
    item: int
    move: str
    on: PartialDate | None
    facts: dict[str, Any]


EntriesBySteps = Mapping[int, tuple[Entry, ...]]


def digest_of(entries: Sequence[Entry]) -> str:
    """Give the SHA-256, in hexadecimal, of all that the entries of a batch say, in their order.

    The step keeps it among its facts, so that the seal of the step covers them. It is the same in every database.
    """
    content = [
        [each.rank, each.register, each.item, each.move, str(each.on) if each.on else None, each.facts]
        for each in entries
    ]
    return sha256(_write(content).encode()).hexdigest()


def entries_of(
    session: Session, text_ids: Iterable[UUID], registers: Sequence[str] = tuple(Register)
) -> Mapping[UUID, EntriesBySteps]:
    """Read the entries of these texts in one query: by text, then by the number of the step of their batch."""
    query = _OF_TEXTS.where(_ENTRIES.c.kind.in_(registers))
    found: dict[UUID, dict[int, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for text_id, step, *told in session.connection().execute(query, {"texts": list(text_ids)}):
        found[text_id][step].append(Entry(*told))
    return {text_id: {step: tuple(rows) for step, rows in steps.items()} for text_id, steps in found.items()}
