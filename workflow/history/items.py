"""The items of a text's registers: what each comes to, and what was done to it, by whom and when."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from models import ItemStatus, Register
from workflow.history.entries import ADD, BATCH, CHANGE_ITEM, WITHDRAW, EntriesBySteps, Entry
from workflow.history.fold import Done, Situation
from workflow.history.numbering import NAME, RECEIVE, REGISTER_OF, RETURN, names
from workflow.history.steps import Recorded
from workflow.history.what_counts import struck
from workflow.procedure.institutions import key
from workflow.procedure.registers import registers

Values = dict[str, Any]
ItemKey = tuple[str, int]
_FINANCE = "ministry_of_finance"


@dataclass(frozen=True)
class Item:
    """One item as it stands: what its columns say, what was told of it, and the last step that did."""

    register: str
    number: int
    values: Values
    step: int
    moves: frozenset[str] = field(default_factory=frozenset)

    @property
    def status(self) -> ItemStatus:
        """Whether something is still expected of it."""
        is_settled = registers()[self.register].is_settled(self.values, self.moves)
        return ItemStatus.SETTLED if is_settled else ItemStatus.OPEN


def visas_of_finance(items: Iterable[Item]) -> list[Item]:
    """Give the visas of the ministry of Finance among the items of registers, asked or given."""
    visas = (item for item in items if item.register == Register.SIGNATURES and item.values.get("nature") == "visa")
    return [item for item in visas if key(item.values.get("signatory", "")) == _FINANCE]


@dataclass(frozen=True)
class Trace:
    """One thing done to an item: by whom and when, what it told, and what stood before in those columns.

    `counts` is false where the step that told it was struck.
    """

    step: int
    move: str
    by_id: UUID | None
    at: datetime
    told: Values
    before: Values
    counts: bool


def items_of(situation: Situation, entries: EntriesBySteps) -> dict[ItemKey, Item]:
    """Give the items of every register, in order; `entries` are those of all batches of the text.

    What is told of an item whose own record was struck is left out, as are withdrawn items.
    """
    found: dict[ItemKey, Item] = {}
    for done in situation.done:
        if done.move == RETURN:  # nothing is expected any more of those who had not signed
            found = {about: item for about, item in found.items() if not _awaits_signature(item)}
        for entry in _told(done, entries):
            _tell(found, entry, done.number)
    return dict(sorted(found.items()))


def last_number(steps: Sequence[Recorded], entries: EntriesBySteps, register: str) -> int:
    """Give the highest number that an item of a register ever had; `steps` is the whole history."""
    told = (entry for step in steps for entry in _told(step, entries) if entry.register == register)
    return max((entry.item for entry in told), default=0)


def rows_of(text_id: UUID, items: Mapping[ItemKey, Item]) -> list[dict[str, Any]]:
    """Give the rows that keep these items."""
    return [
        {"text_id": text_id, "kind": item.register, "number": item.number, "values": item.values,
         "status": item.status.value, "step": item.step}
        for item in items.values()
    ]  # fmt: skip


def trail(steps: Sequence[Recorded], entries: EntriesBySteps, register: str, number: int) -> list[Trace]:
    """Give what was done to one item, in order; `steps` is the whole history, struck steps included."""
    gone, values, found = struck(steps), dict[ItemKey, Item](), []
    for step in steps:
        for entry in _told(step, entries):
            if (entry.register, entry.item) != (register, number):
                continue
            before = values[register, number].values if (register, number) in values else {}
            counts = step.number not in gone
            if counts:
                _tell(values, entry, step.number)
            now = told_in(entry)
            stood = {name: before[name] for name in now if name in before}
            found.append(Trace(step.number, entry.move, step.by_id, step.at, now, stood, counts))
    return found


def told_in(entry: Entry) -> Values:
    """Give what an entry tells, by column; an emptied one is told as empty."""
    action = registers()[entry.register].action_of(entry.move)
    if action is None:
        return dict(entry.facts)
    column_of = {fact: column for column, fact in action.facts.items()}
    told = {column_of.get(fact, fact): value for fact, value in entry.facts.items()}
    known = registers()[entry.register].by_name
    dated = {action.on: str(entry.on) if entry.on else ""} if action.on else {}
    return {name: value for name, value in told.items() if name in known} | dated


def _tell(found: dict[ItemKey, Item], entry: Entry, step: int) -> None:
    about = (entry.register, entry.item)
    if entry.move == WITHDRAW:
        found.pop(about, None)
        return
    item = found.get(about)
    if item is None and entry.move not in _opening(entry.register):
        return
    item = item or Item(*about, {}, step)
    values = {name: value for name, value in (item.values | told_in(entry)).items() if value not in (None, "", [])}
    moves = item.moves if entry.move in (ADD, CHANGE_ITEM) else item.moves | {entry.move}
    found[about] = replace(item, values=values, step=step, moves=moves)


def _awaits_signature(item: Item) -> bool:
    return item.register == Register.SIGNATURES and item.status is ItemStatus.OPEN


def _opening(register: str) -> tuple[str, ...]:
    # An opinion that nobody asked for is recorded by the step that tells it.
    first = registers()[register].actions[0].move
    return (first, ADD, RECEIVE) if register == Register.CONSULTATIONS else (first, ADD)


def _told(step: Done | Recorded, entries: EntriesBySteps) -> Iterable[Entry]:
    """Give what a step tells of items: the entries of a batch, or itself as one."""
    if step.move == BATCH:
        kept = entries.get(step.number, ())
        # On a past day a batch has only the entries of that day.
        return step.entries if step.entries and isinstance(step, Done) else kept
    register = REGISTER_OF.get(step.move)
    if register is None or not step.item:
        return ()
    if step.move == NAME:
        named = enumerate(names(step.facts.get("signatories", "")), step.item)
        return [Entry(0, register, item, NAME, step.on, {"signatories": name}) for item, name in named]
    return [Entry(0, register, step.item, step.move, step.on, step.facts)]
