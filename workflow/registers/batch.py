"""Makes the entries of a batch from what somebody wants of a register, and asks of each the conditions of its move."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from models import PartialDate
from workflow.conditions.proposed_move import ProposedMove
from workflow.conditions.registry import conditions
from workflow.history.entries import ADD, BATCH, CHANGE_ITEM, WITHDRAW, Entry, digest_of
from workflow.history.items import Item, Values
from workflow.history.steps import Supposed
from workflow.procedure.model import Record, Transition
from workflow.procedure.registers import Action, RegisterBook
from workflow.registers.changes import Change, Fault, faults_of
from workflow.standing.standing import Standing

_EMPTY: tuple[object, ...] = (None, "", [])
_NOT_EMPTIED = "La réponse enregistrée ne peut pas être vidée : barrez plutôt l’étape qui l’a enregistrée."


@dataclass(frozen=True)
class Told:
    """One entry to be written, the row that wants it, and what is asked of it."""

    row: int
    entry: Entry
    action: Action | None = None
    # What the item told of this action before, if it did: only what it did not say already is asked.
    before: Values | None = None


@dataclass(frozen=True)
class Batch:
    """What is to be written of a register, with every fault of the rows that want it; the faults forbid writing."""

    register: RegisterBook
    told: tuple[Told, ...]
    faults: tuple[Fault, ...] = field(default=())

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries, in their order."""
        return tuple(each.entry for each in self.told)

    @property
    def facts(self) -> dict[str, Any]:
        """What the step of the batch tells: the register, how much was done to it, the digest of the entries."""
        first = self.register.actions[0].move
        names = {first: "added", ADD: "added", CHANGE_ITEM: "changed", WITHDRAW: "withdrawn"}
        counts = Counter(names.get(each.move, each.move) for each in self.entries)
        return {"register": self.register.code.value, "counts": dict(counts), "digest": digest_of(self.entries)}


def batch_of(
    before: Standing, register: RegisterBook, changes: Sequence[Change], *, items: Mapping[int, Item], last: int
) -> Batch:
    """Give what these rows come to: `items` are those of the register by number, `last` its highest number so far.

    A row that changes nothing tells nothing. Every fault is found: of the rows by themselves, then of what the
    conditions of the moves say, each asked as if the items of all rows were recorded and not answered yet.
    """
    faults = tuple(faults_of(register, changes, items, before.on))
    if faults:
        return Batch(register, (), faults)
    told: list[Told] = []
    for change in changes:
        item = items.get(change.item) if change.item is not None else None
        last += item is None
        told += _Row(register, change, item, last if item is None else item.number).told()
    ranked = tuple(replace(each, entry=replace(each.entry, rank=rank)) for rank, each in enumerate(told, 1))
    return Batch(register, ranked, tuple(_refusals(before, register, ranked)))


@dataclass(frozen=True)
class _Row:
    """A row of the table beside the item that it is about, if that one is there already."""

    register: RegisterBook
    change: Change
    item: Item | None
    number: int

    def told(self) -> Iterator[Told]:
        """Give the entries that the row asks for: one for each action whose columns it changes."""
        row, known = self.change.row, self.item.values if self.item else {}
        if self.change.withdrawn is not None:
            yield Told(row, self._entry(WITHDRAW, {"reason": self.change.withdrawn.strip()}))
            return
        changed = {name: value for name, value in self.change.values.items() if value != known.get(name, "")}
        values = {name: value for name, value in (known | changed).items() if value not in _EMPTY}
        for action in self.register.actions:
            touched = {name: changed[name] for name in action.own if name in changed}
            is_first = action is self.register.actions[0]
            if is_first and (touched or self.item is None):
                yield self._first(action, values, touched)
            elif touched and action.holds_for(values):
                on = self.register.date_of(values.get(action.on)) if action.on else None
                entry = self._entry(action.move, _facts(action, values, touched), on)
                was_told = self.item is not None and action.move in self.item.moves
                yield Told(row, entry, action, _facts(action, known, {}) if was_told else None)
            elif touched:
                yield Told(row, self._entry(CHANGE_ITEM, touched))

    def _first(self, action: Action, values: Values, touched: Values) -> Told:
        """Give the entry that records the item, or changes how it was recorded."""
        if self.item is not None:
            return Told(self.change.row, self._entry(CHANGE_ITEM, touched))
        on = self.register.date_of(values.get(action.on)) if action.on else None
        if not action.holds_for(values):
            told = {name: values[name] for name in action.own if name in values}
            return Told(self.change.row, self._entry(ADD, told))
        return Told(self.change.row, self._entry(action.move, _facts(action, values, {}), on), action)

    def _entry(self, move: str, facts: Values, on: PartialDate | None = None) -> Entry:
        return Entry(0, self.register.code.value, self.number, move, on, facts)


def _facts(action: Action, values: Values, touched: Values) -> Values:
    """Give the facts that a step of this move would have; what was emptied is told as empty."""
    own = {name: values.get(name, "") for name in action.columns if name in values or name in touched}
    context = {name: values[name] for name in action.context if name in values}
    return {action.facts.get(name, name): value for name, value in (context | own).items()}


def _refusals(before: Standing, register: RegisterBook, told: Sequence[Told]) -> Iterator[Fault]:
    here = _recorded(before, register, told)
    for each in told:
        action, entry = each.action, each.entry
        if action is None:
            continue
        own = [action.facts.get(name, name) for name in action.columns]
        if action.move == register.settled_by and not entry.on and not any(entry.facts.get(name) for name in own):
            yield Fault(each.row, "", _NOT_EMPTIED)
        if action.guards:
            proposed = _proposed(here, register, entry)
            was = replace(proposed, facts=each.before) if each.before is not None else None
            for name in action.guards:
                asks = conditions()[name].refuses
                if (reason := asks(proposed)) and not (was and asks(was)):
                    yield Fault(each.row, "", reason)


def _recorded(before: Standing, register: RegisterBook, told: Sequence[Told]) -> Standing:
    """Give the account with the items of the batch, none of them answered by it yet."""
    first = register.actions[0]
    entries = tuple(each.entry for each in told if each.action in (None, first))
    facts: Values = {"register": register.code.value, "counts": {}}
    return before.following(Supposed(before.situation.done[-1].number + 1, BATCH, facts=facts, entries=entries))


def _proposed(here: Standing, register: RegisterBook, entry: Entry) -> ProposedMove:
    """Make of an entry the move that a step would be."""
    move = here.procedure.moves.get(entry.move) or _as_move(register, entry.move)
    return ProposedMove(here.text, here.procedure, here.situation, move, entry.on, entry.facts, here.calendar)


def _as_move(register: RegisterBook, name: str) -> Transition:
    return Record.model_validate(
        {"name": name, "from": (), "label_fr": register.item_fr, "label_ar": register.item_ar, "done_fr": ""}
    )
