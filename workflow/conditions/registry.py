"""The conditions and the doubts on moves: what each asks, in words for the sheet of a procedure, and what it says."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import MappingProxyType

from workflow.conditions.proposed_move import ProposedMove

Refuses = Callable[[ProposedMove], str | None]


@dataclass(frozen=True)
class Condition:
    """A condition that a procedure names: what it asks, as a lawyer would say it, and what asks it.

    `refuses` gives the reason for refusal as a sentence for the person, or None. `numbers` are the numbers of the law
    that it asks the vocabulary for.
    """

    name: str
    words_fr: str
    refuses: Refuses
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Doubt(Condition):
    """What is implausible and may be true all the same: it is said aloud, and kept once a person confirms it.

    `everywhere` is one that is asked of every move, so that no procedure names it; `wants_note` is one that is
    confirmed with its reason. `refuses` gives what is odd and what it contradicts, as a sentence, or None.
    """

    everywhere: bool = False
    wants_note: bool = False


_registered: dict[str, Condition] = {}
_doubted: dict[str, Doubt] = {}


def condition(words_fr: str, *, numbers: tuple[str, ...] = ()) -> Callable[[Refuses], Refuses]:
    """Register the function below as a condition of its own name; raise ValueError where the name is taken."""

    def register(refuses: Refuses) -> Refuses:
        name = _free(refuses)
        _registered[name] = Condition(name, words_fr, refuses, numbers)
        return refuses

    return register


def doubt(
    words_fr: str, *, numbers: tuple[str, ...] = (), everywhere: bool = False, wants_note: bool = False
) -> Callable[[Refuses], Refuses]:
    """Register the function below as a doubt of its own name; raise ValueError where the name is taken."""

    def register(refuses: Refuses) -> Refuses:
        name = _free(refuses)
        _doubted[name] = Doubt(name, words_fr, refuses, numbers, everywhere, wants_note)
        return refuses

    return register


def _free(refuses: Refuses) -> str:
    name = refuses.__name__
    if taken := _registered.get(name) or _doubted.get(name):
        first = taken.refuses.__module__
        raise ValueError(f"the condition {name} stands in {first} and again in {refuses.__module__}")
    return name


@cache
def conditions() -> Mapping[str, Condition]:
    """Give every condition by its name, of every module of this room."""
    _read_room()
    return MappingProxyType(_registered)


@cache
def doubts() -> Mapping[str, Doubt]:
    """Give every doubt by its name, of every module of this room."""
    _read_room()
    return MappingProxyType(_doubted)


def _read_room() -> None:
    # Modules are found and not listed, so that a condition in a new module is one edit too.
    for module in iter_modules([str(Path(__file__).parent)]):
        import_module(f"{__package__}.{module.name}")


def conditions_fr(names: Iterable[str]) -> str:
    """Word the conditions of a move, in their order; nothing for none."""
    return " ; ".join(conditions()[name].words_fr for name in names)


def doubts_fr(names: Iterable[str]) -> str:
    """Word what a move is doubted without, in their order; nothing for none."""
    return " ; ".join(doubts()[name].words_fr for name in names)
