"""Every key that the procedure files may hold, read from the models: where it stands, what it takes, what it means.

What a key means is told in keys_fr.toml, in French, under the model that declares it.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import create_model
from pydantic.fields import FieldInfo

from models import RelationKind, Role
from workflow.conditions.registry import conditions, doubts
from workflow.history.expected_answers import OFFERS
from workflow.procedure.head import Head
from workflow.procedure.institutions import Institution
from workflow.procedure.model import Record, Transition
from workflow.procedure.part import Part
from workflow.procedure.registers import Action, RegisterBook
from workflow.rulebook.parts import RUBRICS, Parts

MEANINGS = Path(__file__).with_name("keys_fr.toml")
_TYPES_FR: dict[object, str] = {
    str: "texte",
    int: "nombre entier",
    bool: "`true` ou `false`",
    date: "date",
    re.Pattern: "expression régulière",
}
# A record is a move that leads nowhere: it refuses the key.
_REFUSED = {(Record, "to")}

# The head of a file is read by a dataclass; here it is a table like the others.
_head: dict[str, Any] = {name: (info.annotation, info) for name, info in vars(Head)["__pydantic_fields__"].items()}
HeadTable = create_model("Head", __base__=Part, **_head)
_hints = get_type_hints(Parts)
_declared: dict[str, Any] = {key: (_hints[key], (get_origin(_hints[key]) or list)()) for key in RUBRICS}
Rubrics = create_model("Rubrics", __base__=Part, **_declared)
Block = create_model("Block", __base__=Rubrics, roles=(tuple[Role, ...], ()))
Kind = create_model("Kind", __base__=(HeadTable, Rubrics))
Registers = create_model("Registers", __base__=Part, registers=(tuple[RegisterBook, ...], ...))
Institutions = create_model("Institutions", __base__=Part, institutions=(tuple[Institution, ...], ...))


@dataclass(frozen=True)
class Key:
    """One key of a table: its name in the file, what it takes, what it is without it, and what it means in French."""

    name: str
    takes_fr: str
    without: str
    meaning_fr: str


@dataclass(frozen=True)
class Shape:
    """One table of the files: how it is written, each way once, and the model that reads it."""

    model: type[Part]
    written: tuple[str, ...]

    @property
    def keys(self) -> list[Key]:
        """The keys in the order of the model; of a record, only those that differ from a transition's."""
        known = [(name, info) for name, info in self.model.model_fields.items() if self._is_told(name)]
        return [_key(self.model, name, info) for name, info in known]

    def _is_told(self, name: str) -> bool:
        if (self.model, name) in _REFUSED:
            return False
        return self.model is not Record or name in Record.__annotations__


@cache
def meanings() -> Mapping[str, Mapping[str, str]]:
    """Give what each key means, by the name of the model that declares it."""
    return tomllib.loads(MEANINGS.read_text("utf-8"))


def meaning_fr(model: type[Part], name: str) -> str:
    """Say what a key means; raise LookupError for one that keys_fr.toml does not tell."""
    for declaring in model.__mro__:
        if words := meanings().get(declaring.__name__, {}).get(name):
            return words
    raise LookupError(f"{MEANINGS.name} : la clé « {name} » de [{model.__name__}] n’a pas de sens dit.")


def allowed(model: type[Part], name: str) -> tuple[str, ...]:
    """Give the names that a key may hold where the program knows them and the model does not say."""
    if issubclass(model, Transition):
        return {
            "roles": tuple(Role),
            "when": tuple(conditions()),
            "guards": tuple(conditions()),
            "doubts": tuple(doubts()),
            "offers": tuple(OFFERS),
            "ties": tuple(RelationKind),
        }.get(name, ())
    if issubclass(model, Action):
        return {"guards": tuple(conditions())}.get(name, ())
    return ()


def refused(model: type[Part]) -> set[str]:
    """Give the keys that the model has and its table refuses."""
    return {name for each, name in _REFUSED if each is model}


def shapes(*roots: type[Part]) -> list[Shape]:
    """Give every table that these files are made of, in the order in which it is met."""
    written: dict[type[Part], dict[str, None]] = {}
    todo: list[tuple[type[Part], str]] = [(root, "") for root in roots]
    while todo:
        model, path = todo.pop(0)
        is_new = model not in written
        written.setdefault(model, {})[path] = None
        if is_new:
            todo = [*_inside(model, path), *todo]
    return [Shape(model, tuple(ways)) for model, ways in written.items()]


def _inside(model: type[Part], path: str) -> Iterator[tuple[type[Part], str]]:
    for name, info in model.model_fields.items():
        yield from _tables(info.annotation, f"{path}.{name}".lstrip("."))


def _tables(annotation: Any, path: str) -> Iterator[tuple[type[Part], str]]:  # noqa: ANN401 - whatever a field can say
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation, path
        return
    mark = ".nom" if get_origin(annotation) is dict else "[]" if get_origin(annotation) in (tuple, list) else ""
    for inner in get_args(annotation):
        yield from _tables(inner, f"{path}{mark}")


def _key(model: type[Part], name: str, info: FieldInfo) -> Key:
    takes = type_fr(info.annotation)
    return Key(info.alias or name, takes, _without(info), meaning_fr(model, name))


def _without(info: FieldInfo) -> str:
    if info.is_required():
        return "obligatoire"
    default = info.get_default(call_default_factory=True, validated_data={})
    if default in (None, "", (), [], {}, frozenset()):
        return ""
    return f"`{str(default).lower() if isinstance(default, bool) else default}`"


def type_fr(annotation: Any) -> str:  # noqa: ANN401 - whatever a field can say
    """Say in French what a field takes."""
    origin, inside = get_origin(annotation), [each for each in get_args(annotation) if each not in (NoneType, ...)]
    if origin is Literal:
        return " ou ".join(f"`{value}`" for value in inside)
    if origin in (Union, UnionType):
        return " ou ".join(map(type_fr, inside))
    if origin is dict:
        return f"table, par nom : {type_fr(inside[1])}"
    if origin in (tuple, list, frozenset):
        return f"liste : {type_fr(inside[0])}"
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return "table"
    return _TYPES_FR.get(origin or annotation, "nom")
