"""Reads the procedure files and refuses, with its reason, one that could not work."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import Field

from models import LegalText
from workflow.deadline_rule import DeadlineRule
from workflow.errors import BadProcedure
from workflow.parts import Label, Part
from workflow.procedure import (
    Event,
    Noun,
    NumberForm,
    Phase,
    Procedure,
    State,
    Transition,
    Vocabulary,
)
from workflow.procedure_checks import check
from workflow.procedure_tables import parse, rows, toml

FOLDER = Path(__file__).parent / "procedures"
_RUBRICS = ("phases", "states", "transitions", "deadlines", "events")
_Coded = TypeVar("_Coded", State, Phase, DeadlineRule)


class _KindFile(Part):
    kind: str
    version: str
    valid_from: date
    label_fr: str
    label_ar: str
    draft: Noun
    act: Noun
    sections: dict[str, str]
    initial: str
    blocks: tuple[str, ...]
    # The states, moves and deadlines of its blocks that this kind does not have.
    without: frozenset[str] = frozenset()
    path: tuple[str, ...]
    limits: dict[str, str] = Field(default_factory=dict)
    features: frozenset[Literal["organic", "finance"]] = frozenset()
    optional: frozenset[str] = frozenset()
    renames: dict[str, str] = Field(default_factory=dict)
    papers: tuple[str, ...]
    number: NumberForm | None = None
    agreements_fr: str = ""


@dataclass
class _Parts:
    phases: list[Phase] = field(default_factory=list)
    states: list[State] = field(default_factory=list)
    transitions: list[Transition] = field(default_factory=list)
    deadlines: list[DeadlineRule] = field(default_factory=list)
    events: dict[str, Event] = field(default_factory=dict)


@cache
def procedures() -> dict[str, Procedure]:
    """Give every procedure by its kind, read and checked once."""
    return read_folder(FOLDER)


def procedure_of(text: LegalText) -> Procedure:
    """Give the procedure that a text follows: its own version while that is known, else the newest."""
    newest = procedures()[text.procedure]
    return newest.siblings.get(text.procedure_version, newest)


def version_on(kind: str, day: date) -> Procedure:
    """Give the version of a kind's procedure that was in force on `day`, or the oldest one."""
    versions = sorted(procedures()[kind].siblings.values(), key=lambda each: each.valid_from)
    return next((each for each in reversed(versions) if each.valid_from <= day), versions[0])


def read_folder(folder: Path) -> dict[str, Procedure]:
    """Read every kind of text in `folder`, the newest version of each; raise BadProcedure for the first fault."""
    vocabulary = parse(Vocabulary, toml(folder / "vocabulary.toml"), "vocabulary.toml", "vocabulaire")
    found: dict[str, Procedure] = {}
    for path in sorted(folder.glob("*.toml")):
        if path.name != "vocabulary.toml":
            procedure = _read_kind(path, vocabulary)
            siblings = found[procedure.kind].siblings if procedure.kind in found else {}
            if procedure.version in siblings:
                raise BadProcedure(
                    f"{path.name} : la nature « {procedure.kind} », version « {procedure.version} », est déjà décrite "
                    "par un autre fichier."
                )
            siblings[procedure.version] = procedure
            for each in siblings.values():
                each.siblings.update(siblings)
            found[procedure.kind] = max(siblings.values(), key=lambda each: each.valid_from)
    return found


def _read_kind(path: Path, vocabulary: Vocabulary) -> Procedure:
    whole = toml(path)
    own = {key: whole.pop(key) for key in _RUBRICS if key in whole}
    head = parse(_KindFile, whole, path.name, "en-tête")
    parts = _Parts()
    for file, content in [*_blocks(path, head.blocks), (path.name, own)]:
        _take(parts, file, content)
    _leave_out(path.name, parts, head.without)
    procedure = _assemble(path.name, head, parts, words=vocabulary)
    check(path.name, procedure)
    return procedure


def _take(parts: _Parts, file: str, content: dict[str, Any]) -> None:
    for key in content:
        if key not in (*_RUBRICS, "roles"):
            raise BadProcedure(f"{file} : la rubrique « {key} » est inconnue.")
    roles = {"roles": content["roles"]} if "roles" in content else {}
    parts.phases += [parse(Phase, row, file, "phase") for row in rows(file, content, "phases")]
    parts.states += [parse(State, row, file, "état") for row in rows(file, content, "states")]
    parts.transitions += [
        parse(Transition, roles | row, file, "transition") for row in rows(file, content, "transitions")
    ]
    parts.deadlines += [parse(DeadlineRule, row, file, "échéance") for row in rows(file, content, "deadlines")]
    events = content.get("events", {})
    if not isinstance(events, dict) or not all(isinstance(row, dict) for row in events.values()):
        raise BadProcedure(f"{file} : la rubrique « events » s’écrit [events.nom].")
    parts.events |= {code: parse(Event, row, file, f"événement « {code} »") for code, row in events.items()}


def _leave_out(file: str, parts: _Parts, left_out: frozenset[str]) -> None:
    codes = [*(state.code for state in parts.states), *(rule.code for rule in parts.deadlines)]
    known = {*codes, *(move.name for move in parts.transitions)}
    for name in sorted(left_out - known):
        raise BadProcedure(f"{file} : « without » cite « {name} », qui n’est pas déclaré.")
    parts.states = [row for row in parts.states if row.code not in left_out]
    parts.deadlines = [
        rule.model_copy(update={"runs_in": tuple(code for code in rule.runs_in if code not in left_out)})
        for rule in parts.deadlines
        if rule.code not in left_out
    ]
    parts.transitions = [
        move.model_copy(update={"sources": tuple(code for code in move.sources if code not in left_out)})
        for move in parts.transitions
        if move.name not in left_out
    ]


def _blocks(path: Path, names: Iterable[str]) -> Iterable[tuple[str, dict[str, Any]]]:
    for name in names:
        block = path.parent / "blocks" / f"{name}.toml"
        if not block.exists():
            raise BadProcedure(f"{path.name} : le bloc « {name} » n’existe pas.")
        yield f"blocks/{block.name}", toml(block)


def _assemble(file: str, head: _KindFile, parts: _Parts, *, words: Vocabulary) -> Procedure:
    states, phases = _by_code(file, "état", parts.states), _by_code(file, "phase", parts.phases)
    return Procedure(
        kind=head.kind,
        version=head.version,
        valid_from=head.valid_from,
        label=Label(fr=head.label_fr, ar=head.label_ar),
        draft=head.draft,
        act=head.act,
        sections=head.sections,
        initial=head.initial,
        path=head.path,
        limits=head.limits,
        features=head.features,
        optional=head.optional,
        renames=head.renames,
        papers=head.papers,
        number=head.number,
        agreements_fr=head.agreements_fr,
        phases=phases,
        states=states,
        transitions=tuple(_transition(file, move, states, phases) for move in parts.transitions),
        events=parts.events,
        deadlines=_by_code(file, "échéance", [_rule(file, rule, states, phases) for rule in parts.deadlines]),
        vocabulary=words,
    )


def _transition(file: str, move: Transition, states: dict[str, State], phases: dict[str, Phase]) -> Transition:
    return move.model_copy(update={"sources": _spread(file, move.name, move.sources, states=states, phases=phases)})


def _rule(file: str, rule: DeadlineRule, states: dict[str, State], phases: dict[str, Phase]) -> DeadlineRule:
    return rule.model_copy(update={"runs_in": _spread(file, rule.code, rule.runs_in, states=states, phases=phases)})


def _spread(
    file: str, name: str, sources: Iterable[str], *, states: dict[str, State], phases: dict[str, Phase]
) -> tuple[str, ...]:
    """Spell out "*" (every place but the ends), "@draft", "@act" and "@phase"."""
    spread: list[str] = []
    living = [state for state in states.values() if not state.terminal]
    groups = {
        "*": living,
        "@draft": [state for state in living if not state.act],
        "@act": [state for state in living if state.act],
    }
    for source in sources:
        if source.startswith("@") and source not in groups and source[1:] not in phases:
            raise BadProcedure(f"{file} : « {name} » part de la phase « {source[1:]} », qui n’est pas déclarée.")
        if source in groups:
            spread += [state.code for state in groups[source]]
        elif source.startswith("@"):
            spread += [state.code for state in living if state.phase == source[1:]]
        else:
            spread.append(source)
    return tuple(spread)


def _by_code(file: str, what: str, rows: list[_Coded]) -> dict[str, _Coded]:
    found: dict[str, _Coded] = {}
    for row in rows:
        if row.code in found:
            raise BadProcedure(f"{file} : {what} « {row.code} » est déclaré deux fois.")
        found[row.code] = row
    return found
