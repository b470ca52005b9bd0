"""The conditions on moves: what each asks, in words for the sheet of a procedure, and the reason why it refuses."""

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


_registered: dict[str, Condition] = {}


def condition(words_fr: str, *, numbers: tuple[str, ...] = ()) -> Callable[[Refuses], Refuses]:
    """Register the function below as a condition of its own name; raise ValueError where the name is taken."""

    def register(refuses: Refuses) -> Refuses:
        name = refuses.__name__
        if name in _registered:
            first = _registered[name].refuses.__module__
            raise ValueError(f"the condition {name} stands in {first} and again in {refuses.__module__}")
        _registered[name] = Condition(name, words_fr, refuses, numbers)
        return refuses

    return register


@cache
def conditions() -> Mapping[str, Condition]:
    """Give every condition by its name, of every module of this room."""
    # Modules are found and not listed, so that a condition in a new module is one edit too.
    for module in iter_modules([str(Path(__file__).parent)]):
        import_module(f"{__package__}.{module.name}")
    return MappingProxyType(_registered)


def conditions_fr(names: Iterable[str]) -> str:
    """Word the conditions of a move, in their order; nothing for none."""
    return " ; ".join(conditions()[name].words_fr for name in names)
