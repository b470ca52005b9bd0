"""Bodies that steps and registers name and that the registry of institutions does not know."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlmodel import Session, col, select

from models import RegisterItem, Step
from workflow.procedure.institutions import institution, key
from workflow.procedure.registers import registers
from workflow.rulebook.files import procedures

# So many of the latest steps of each move, and items of each register, are read.
MOST = 1000


class UnknownBody(NamedTuple):
    """A body as it was first read, how often it is named, and one of the texts that name it."""

    words: str
    times: int
    text_id: UUID


def unknown_bodies(session: Session) -> list[UnknownBody]:
    """List the bodies that the registry does not know, the most often named first.

    Of each move that names bodies, the `MOST` latest steps are read, and of each register `MOST` items, what is still
    open first: what the page costs does not grow with the base. Steps that were struck out are read too.
    """
    times: Counter[str] = Counter()
    first: dict[str, tuple[str, UUID]] = {}
    for text_id, words in (*_of_steps(session), *_of_registers(session)):
        if institution(words) is None:
            times[key(words)] += 1
            first.setdefault(key(words), (words, text_id))
    return [UnknownBody(first[name][0], count, first[name][1]) for name, count in times.most_common()]


def _of_steps(session: Session) -> Iterator[tuple[UUID, str]]:
    for move, facts in _naming_moves().items():
        latest = select(Step.text_id, Step.facts).where(Step.move == move).order_by(col(Step.on).desc()).limit(MOST)
        for text_id, told in session.exec(latest).all():
            yield from ((text_id, words) for name in facts for words in _lines(told.get(name)))


def _of_registers(session: Session) -> Iterator[tuple[UUID, str]]:
    for code, register in registers().items():
        bodies = [name for name, column in register.by_name.items() if column.type == "body"]
        of_kind = select(RegisterItem.text_id, RegisterItem.values).where(RegisterItem.kind == code)
        rows = session.exec(of_kind.order_by(col(RegisterItem.status)).limit(MOST)).all() if bodies else ()
        for text_id, values in rows:
            yield from ((text_id, words) for name in bodies for words in _lines(values.get(name)))


@cache
def _naming_moves() -> dict[str, frozenset[str]]:
    """Give, by move, the facts that name institutions."""
    found: dict[str, frozenset[str]] = {}
    for procedure in procedures().values():
        named = {name for name, fact in procedure.vocabulary.facts.items() if fact.institution}
        for move in procedure.transitions:
            if asked := named.intersection((*move.requires, *move.asks)):
                found[move.name] = found.get(move.name, frozenset()) | asked
    return found


def _lines(value: Any) -> list[str]:  # noqa: ANN401 - JSON
    return [line for line in value.splitlines() if line.strip()] if isinstance(value, str) else []
