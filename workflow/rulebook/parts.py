"""The parts of a procedure as its files declare them, each with the file that declares it."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from workflow.errors import BadProcedure
from workflow.procedure.deadline_rule import DeadlineRule
from workflow.procedure.model import Event, Phase, Record, State, Transition
from workflow.procedure.part import Part, parse

RUBRICS = ("phases", "states", "transitions", "records", "deadlines", "events")
Place = tuple[type[Part], str]
_Move = TypeVar("_Move", bound=Transition)


@dataclass
class Parts:
    """What the files of one kind declare, in order; `files` tells which file declares what."""

    kind_file: str
    phases: list[Phase] = field(default_factory=list)
    states: list[State] = field(default_factory=list)
    transitions: list[Transition] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    deadlines: list[DeadlineRule] = field(default_factory=list)
    events: dict[str, Event] = field(default_factory=dict)
    files: dict[Place, str] = field(default_factory=dict)

    def where(self, place: Place | None) -> str:
        """Name the file at fault: that of the part, and the kind that takes it up."""
        file = self.files.get(place, self.kind_file) if place else self.kind_file
        return file if file == self.kind_file else f"{file}, repris par {self.kind_file}"

    def take(self, other: "Parts") -> None:
        """Add what a file declares to what those before it did."""
        self.phases += other.phases
        self.states += other.states
        self.transitions += other.transitions
        self.records += other.records
        self.deadlines += other.deadlines
        self.events |= other.events
        self.files |= other.files

    @property
    def moves(self) -> list[Transition]:
        """The transitions, then the records."""
        return [*self.transitions, *self.records]

    def leave_out(self, left_out: frozenset[str]) -> None:
        """Drop the states, moves and deadlines that the kind does not have; raise BadProcedure for an unknown one."""
        codes = [*(state.code for state in self.states), *(rule.code for rule in self.deadlines)]
        known = {*codes, *(move.name for move in self.moves)}
        for name in sorted(left_out - known):
            raise BadProcedure(f"{self.kind_file} : « without » cite « {name} », qui n’est pas déclaré.")
        self.states = [row for row in self.states if row.code not in left_out]
        self.deadlines = [
            rule.model_copy(update={"runs_in": tuple(code for code in rule.runs_in if code not in left_out)})
            for rule in self.deadlines
            if rule.code not in left_out
        ]
        self.transitions = _without(self.transitions, left_out)
        self.records = _without(self.records, left_out)


def declared(file: str, content: dict[str, Any]) -> Parts:
    """Give what one file declares; raise BadProcedure."""
    for key in content:
        if key not in (*RUBRICS, "roles"):
            raise BadProcedure(f"{file} : la rubrique « {key} » est inconnue.")
    roles = {"roles": content["roles"]} if "roles" in content else {}
    events = content.get("events", {})
    if not isinstance(events, dict) or not all(isinstance(row, dict) for row in events.values()):
        raise BadProcedure(f"{file} : la rubrique « events » s’écrit [events.nom].")
    return Parts(
        file,
        phases=[parse(Phase, row, file, "phase") for row in _rows(file, content, "phases")],
        states=[parse(State, row, file, "état") for row in _rows(file, content, "states")],
        transitions=[parse(Transition, roles | row, file, "transition") for row in _rows(file, content, "transitions")],
        records=[parse(Record, roles | row, file, "enregistrement") for row in _rows(file, content, "records")],
        deadlines=[parse(DeadlineRule, row, file, "échéance") for row in _rows(file, content, "deadlines")],
        events={code: parse(Event, row, file, f"événement « {code} »") for code, row in events.items()},
        files={(shape, row[name]): file for key, name, shape in _NAMED for row in content.get(key, [])},
    )


_NAMED: tuple[tuple[str, str, type[Part]], ...] = (
    ("phases", "code", Phase), ("states", "code", State), ("transitions", "name", Transition),
    ("records", "name", Transition), ("deadlines", "code", DeadlineRule),
)  # fmt: skip


def _without(moves: list[_Move], left_out: frozenset[str]) -> list[_Move]:
    return [
        move.model_copy(update={"sources": tuple(code for code in move.sources if code not in left_out)})
        for move in moves
        if move.name not in left_out
    ]


def _rows(file: str, content: dict[str, Any], key: str) -> list[dict[str, Any]]:
    rows = content.get(key, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise BadProcedure(f"{file} : la rubrique « {key} » s’écrit [[{key}]].")
    return rows


def read_blocks(path: Path, names: Iterable[str]) -> Iterable[Parts]:
    """Read the blocks that the kind in `path` takes up; raise BadProcedure."""
    for name in names:
        block = path.parent / "blocks" / f"{name}.toml"
        if not block.exists():
            raise BadProcedure(f"{path.name} : le bloc « {name} » n’existe pas.")
        yield _block(f"blocks/{block.name}", _words(block))


@lru_cache(maxsize=64)  # a block is read once for all the kinds that share it
def _block(file: str, words: str) -> Parts:
    return declared(file, _tables(file, words))


def read_toml(path: Path) -> dict[str, Any]:
    """Read a file; raise BadProcedure."""
    return _tables(path.name, _words(path))


def _words(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise _unreadable(path.name, error) from error
    except FileNotFoundError as error:
        raise BadProcedure(f"{path.name} : le fichier n’existe pas.") from error


def _tables(file: str, words: str) -> dict[str, Any]:
    try:
        return tomllib.loads(words)
    except tomllib.TOMLDecodeError as error:
        raise _unreadable(Path(file).name, error) from error


def _unreadable(name: str, error: ValueError) -> BadProcedure:
    return BadProcedure(f"{name} : le fichier n’est pas du TOML lisible ({error}).")
