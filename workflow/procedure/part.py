"""What every table of a procedure file is, and how one is read."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from workflow.errors import BadProcedure

_Shape = TypeVar("_Shape")


class Part(BaseModel):
    """A table of a procedure file: no unknown key, no change after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid")


@cache
def _adapter(shape: Any) -> TypeAdapter[Any]:  # noqa: ANN401 - a shape is what pydantic makes of it
    return TypeAdapter(shape)


def parse(shape: type[_Shape], row: object, file: str, thought: str) -> _Shape:
    """Make a part of a table of a file; raise BadProcedure with the file, the line of thought and the key."""
    try:
        known: Any = shape
        found: _Shape = _adapter(known).validate_python(row)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        named = row if isinstance(row, dict) else {}
        name = named.get("name") or named.get("code") or named.get("kind")
        about = f"{thought} « {name} »" if name else thought
        where = f", clé « {'.'.join(map(str, first['loc']))} »" if first["loc"] else ""
        raise BadProcedure(f"{file} : {about}{where} : {_WORDS.get(first['type'], first['msg'])}.") from error
    return found


def read_table(path: Path) -> dict[str, Any]:
    """Read a whole file; raise BadProcedure for what is no TOML."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadProcedure(f"{path.name} : le fichier n’est pas du TOML lisible ({error}).") from error


def read_parts(path: Path, key: str, shape: type[_Shape], thought: str) -> list[_Shape]:
    """Read the tables `[[key]]` of a file; raise BadProcedure for what cannot be read."""
    rows = read_table(path).get(key)
    if not isinstance(rows, list):
        raise BadProcedure(f"{path.name} : la liste [[{key}]] manque.")
    return [parse(shape, row, path.name, thought) for row in rows]


_WORDS = {
    "missing": "elle manque",
    "extra_forbidden": "elle est inconnue",
    "unexpected_keyword_argument": "elle est inconnue",
    "enum": "sa valeur n’est pas de celles qui existent",
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
