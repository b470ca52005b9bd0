"""Numbers the items that steps hold, so that each keeps its number whatever is struck later.

In each register of a text, items are numbered from 1 in the order in which they were recorded, those of struck steps
included; the entries of batches carry their own numbers, and are followed by whatever is recorded after them.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Protocol, TypeVar

from models import Register
from workflow.history.entries import BATCH, Entry
from workflow.procedure.institutions import key

REMARK, ANSWER = "record_observation", "answer_observation"
ASK, RECEIVE = "ask_opinion", "receive_opinion"
NAME, EXPECT, COLLECT = "name_signatories", "expect_signature", "collect_signature"
# It starts the signatures of a text again.
RETURN = "return_from_signature"
# The register of the item that a step of each of these moves records or answers.
REGISTER_OF = {
    REMARK: Register.OBSERVATIONS,
    ANSWER: Register.OBSERVATIONS,
    ASK: Register.CONSULTATIONS,
    RECEIVE: Register.CONSULTATIONS,
    NAME: Register.SIGNATURES,
    EXPECT: Register.SIGNATURES,
    COLLECT: Register.SIGNATURES,
}


class Told(Protocol):
    """What is asked of a step to number it."""

    @property
    def number(self) -> int: ...  # noqa: D102
    @property
    def move(self) -> str: ...  # noqa: D102
    @property
    def facts(self) -> dict[str, Any]: ...  # noqa: D102
    @property
    def item(self) -> int: ...  # noqa: D102
    @property
    def entries(self) -> tuple[Entry, ...]: ...  # noqa: D102


_Step = TypeVar("_Step", bound=Any)


def names(lines: str) -> list[str]:
    """Read authorities named one per line; the same twice, however it is written, is once."""
    found: dict[str, str] = {}
    for line in filter(None, map(str.strip, lines.splitlines())):
        found.setdefault(key(line), line)
    return list(found.values())


def item_named(item: int) -> str:
    """Give what an answer of its own step calls an observation of a batch; others it calls by their step."""
    return f"n{item}"


def numbered(steps: list[_Step]) -> list[_Step]:
    """Give the steps of a whole history, struck ones included, each with the number of its item where it has one."""
    if not any(step.move in REGISTER_OF for step in steps):
        return steps
    count = _Count()
    return [replace(step, item=item) if (item := count.tell(step)) else step for step in steps]


def item_of(step: Told, before: Iterable[Told]) -> int:
    """Give the number of the item that a step records or answers after others; 0 where it is about none.

    A step that was numbered keeps its number.
    """
    if step.item or step.move not in REGISTER_OF:
        return step.item
    count = _Count()
    for each in before:
        count.tell(each)
    return count.tell(step)


class _Count:
    """How far the numbers of a text went, and which item a later step is about."""

    def __init__(self) -> None:
        self._last: dict[str, int] = defaultdict(int)
        self._remarks: dict[str, int] = {}
        self._asked: list[tuple[int, str]] = []
        self._answered: set[int] = set()
        self._signers: dict[str, int] = {}

    def tell(self, step: Told) -> int:
        """Give the number of the item of the next step, the first one of a step that names several."""
        if step.move == BATCH:
            self._tell_batch(step.entries)
            return 0
        if step.move not in REGISTER_OF:
            return 0
        return {
            REMARK: self._remark, ANSWER: self._answer, ASK: self._ask, RECEIVE: self._receive, NAME: self._name,
        }.get(step.move, self._sign)(step)  # fmt: skip

    def _tell_batch(self, entries: Sequence[Entry]) -> None:
        for each in entries:
            self._last[each.register] = max(self._last[each.register], each.item)
            if each.move == REMARK:
                self._remarks[item_named(each.item)] = each.item
            elif each.move == ASK:
                self._asked.append((each.item, key(each.facts.get("body", ""))))
            elif each.move == RECEIVE:
                self._answered.add(each.item)
            elif each.move == NAME:
                self._signers[key(each.facts.get("signatories", ""))] = each.item

    def _next(self, register: str, step: Told, many: int = 1) -> int:
        first = step.item or self._last[register] + 1
        self._last[register] = max(self._last[register], first + many - 1)
        return first

    def _remark(self, step: Told) -> int:
        self._remarks[str(step.number)] = self._next(Register.OBSERVATIONS, step)
        return self._remarks[str(step.number)]

    def _answer(self, step: Told) -> int:
        return self._remarks.get(step.facts.get("answered", ""), 0)

    def _ask(self, step: Told) -> int:
        item = self._next(Register.CONSULTATIONS, step)
        self._asked.append((item, key(step.facts.get("body", ""))))
        return item

    def _receive(self, step: Told) -> int:
        # An answer that nobody asked for, as far as was recorded until then, is an item of its own.
        body = key(step.facts.get("body", ""))
        waiting = (item for item, asked in self._asked if asked == body and item not in self._answered)
        item = step.item or next(waiting, 0) or self._next(Register.CONSULTATIONS, step)
        self._last[Register.CONSULTATIONS] = max(self._last[Register.CONSULTATIONS], item)
        self._answered.add(item)
        return item

    def _name(self, step: Told) -> int:
        named = names(step.facts.get("signatories", ""))
        first = self._next(Register.SIGNATURES, step, len(named)) if named else 0
        self._signers |= {key(name): item for item, name in enumerate(named, first)}
        return first

    def _sign(self, step: Told) -> int:
        return self._signers.get(key(step.facts.get("signatory", "")), 0)
