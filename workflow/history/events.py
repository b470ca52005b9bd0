"""What happened to a text, item by item: each batch opened to what its entries say, as if each were a step."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from workflow.history.entries import ADD, BATCH, CHANGE_ITEM, WITHDRAW, Entry
from workflow.history.fold import Done
from workflow.history.numbering import ASK, NAME, REGISTER_OF, REMARK, names
from workflow.procedure.registers import registers

# What makes an item; whatever else is told of an item that does not count is left out.
_OPENING = frozenset({ADD, ASK, REMARK, NAME})
_Key = tuple[str, int]


def events(done: Sequence[Done], moves: frozenset[str] | None = None) -> Sequence[Done]:
    """Give the steps that count, with a step for each entry in place of the batch that recorded it.

    A changed item is told as it was last changed, a withdrawn one no longer; an entry about an item whose own record
    was struck is left out. Where `moves` is given, batches of registers that none of them concerns stay closed.
    """
    if all(each.move != BATCH for each in done):
        return done
    opened = _Opened()
    for each in done:
        for part in _parts(each) if moves is None or _concerns(each, moves) else (each,):
            opened.tell(part)
    return opened.found


def _concerns(done: Done, moves: frozenset[str]) -> bool:
    if done.move != BATCH:
        return True
    return any(action.move in moves for action in registers()[done.facts["register"]].actions)


def _parts(done: Done) -> Iterator[Done]:
    if done.move == BATCH:
        yield from (_of_entry(done, entry) for entry in done.entries)
    elif done.move == NAME and done.item:  # each authority is an item of its own
        for item, name in enumerate(names(done.facts.get("signatories", "")), done.item):
            yield replace(done, item=item, facts={**done.facts, "signatories": name})
    else:
        yield done


def _of_entry(batch: Done, entry: Entry) -> Done:
    return replace(
        batch, move=entry.move, on=entry.on, facts=entry.facts, item=entry.item, rank=entry.rank, entries=(),
        register=entry.register,
    )  # fmt: skip


class _Opened:
    """The events so far, and where each item is told among them."""

    def __init__(self) -> None:
        self._told: list[Done | None] = []
        self._places: dict[_Key, list[int]] = {}

    @property
    def found(self) -> tuple[Done, ...]:
        return tuple(each for each in self._told if each)

    def tell(self, done: Done) -> None:
        register = done.register or REGISTER_OF.get(done.move, "")
        if not done.item or not register:
            self._told.append(done)
            return
        about = (register, done.item)
        if done.move == WITHDRAW:
            for place in self._places.pop(about, ()):
                self._told[place] = None
        elif done.move == CHANGE_ITEM:
            self._change(about, done)
        elif done.move in _OPENING or not done.rank or about in self._places:
            self._places.setdefault(about, []).append(len(self._told))
            self._told.append(done)

    def _change(self, about: _Key, change: Done) -> None:
        for place in self._places.get(about, ())[:1]:
            told = self._told[place]
            if told:
                self._told[place] = _changed(told, change)


def _changed(told: Done, change: Done) -> Done:
    """Give what recorded an item as the change has it; what the register does not keep in it is left out."""
    register = registers()[change.register]
    recorded = register.action_of(told.move)
    if recorded is None:
        return told
    on, facts = told.on, dict(told.facts)
    for column, value in change.facts.items():
        if column == recorded.on:
            on = register.date_of(value)
        elif column in (*recorded.columns, *recorded.context):
            facts[recorded.facts.get(column, column)] = value
    return replace(told, on=on, facts={name: value for name, value in facts.items() if value not in (None, "", [])})
