"""Reads the procedure files and refuses, with its reason, one that could not work."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import Field, ValidationError

from models import LegalText
from workflow.deadline_rule import DeadlineRule
from workflow.errors import BadProcedure
from workflow.parts import Label, Part
from workflow.procedure import (
    Event,
    Noun,
    Phase,
    Procedure,
    State,
    Transition,
    Vocabulary,
)
from workflow.procedure_checks import check

FOLDER = Path(__file__).parent / "procedures"
_RUBRICS = ("phases", "states", "transitions", "deadlines", "events")
_Coded = TypeVar("_Coded", State, Phase, DeadlineRule)
_Shape = TypeVar("_Shape", bound=Part)


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
    path: tuple[str, ...]
    limits: dict[str, str] = Field(default_factory=dict)
    features: frozenset[Literal["organic", "finance"]] = frozenset()
    optional: frozenset[str] = frozenset()
    renames: dict[str, str] = Field(default_factory=dict)
    papers: tuple[str, ...]


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
    vocabulary = _parse(Vocabulary, _toml(folder / "vocabulary.toml"), "vocabulary.toml", "vocabulaire")
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
    whole = _toml(path)
    own = {key: whole.pop(key) for key in _RUBRICS if key in whole}
    head = _parse(_KindFile, whole, path.name, "en-tête")
    parts = _Parts()
    for file, content in [*_blocks(path, head.blocks), (path.name, own)]:
        _take(parts, file, content)
    procedure = _assemble(path.name, head, parts, words=vocabulary)
    check(path.name, procedure)
    return procedure


def _take(parts: _Parts, file: str, content: dict[str, Any]) -> None:
    for key in content:
        if key not in (*_RUBRICS, "roles"):
            raise BadProcedure(f"{file} : la rubrique « {key} » est inconnue.")
    roles = {"roles": content["roles"]} if "roles" in content else {}
    parts.phases += [_parse(Phase, row, file, "phase") for row in _rows(file, content, "phases")]
    parts.states += [_parse(State, row, file, "état") for row in _rows(file, content, "states")]
    parts.transitions += [
        _parse(Transition, roles | row, file, "transition") for row in _rows(file, content, "transitions")
    ]
    parts.deadlines += [_parse(DeadlineRule, row, file, "échéance") for row in _rows(file, content, "deadlines")]
    events = content.get("events", {})
    if not isinstance(events, dict) or not all(isinstance(row, dict) for row in events.values()):
        raise BadProcedure(f"{file} : la rubrique « events » s’écrit [events.nom].")
    parts.events |= {code: _parse(Event, row, file, f"événement « {code} »") for code, row in events.items()}


def _rows(file: str, content: dict[str, Any], key: str) -> list[dict[str, Any]]:
    rows = content.get(key, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise BadProcedure(f"{file} : la rubrique « {key} » s’écrit [[{key}]].")
    return rows


def _blocks(path: Path, names: Iterable[str]) -> Iterable[tuple[str, dict[str, Any]]]:
    for name in names:
        block = path.parent / "blocks" / f"{name}.toml"
        if not block.exists():
            raise BadProcedure(f"{path.name} : le bloc « {name} » n’existe pas.")
        yield f"blocks/{block.name}", _toml(block)


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


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadProcedure(f"{path.name} : le fichier n’est pas du TOML lisible ({error}).") from error
    except FileNotFoundError as error:
        raise BadProcedure(f"{path.name} : le fichier n’existe pas.") from error


def _parse(shape: type[_Shape], row: dict[str, Any], file: str, thought: str) -> _Shape:
    try:
        return shape.model_validate(row)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        name = row.get("name") or row.get("code") or row.get("kind")
        about = f"{thought} « {name} »" if name else thought
        raise BadProcedure(f"{file} : {about}, clé « {where} » : {_WORDS.get(first['type'], first['msg'])}.") from error


_WORDS = {
    "missing": "elle manque",
    "extra_forbidden": "elle est inconnue",
    "literal_error": "sa valeur n’est pas de celles qui existent",
    "string_type": "un texte est attendu",
    "tuple_type": "une liste est attendue",
    "dict_type": "une table est attendue",
    "model_type": "une table est attendue",
    "bool_type": "oui ou non est attendu (true, false)",
    "bool_parsing": "oui ou non est attendu (true, false)",
    "int_type": "un nombre entier est attendu",
    "int_parsing": "un nombre entier est attendu",
    "date_type": "une date est attendue",
    "date_from_datetime_parsing": "une date est attendue",
}
