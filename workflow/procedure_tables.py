"""Reads the tables of a procedure file, and says in words which cannot be read."""

import tomllib
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from workflow.errors import BadProcedure
from workflow.parts import Part

Shape = TypeVar("Shape", bound=Part)


def toml(path: Path) -> dict[str, Any]:
    """Read a file; raise BadProcedure when it cannot be."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadProcedure(f"{path.name} : le fichier n’est pas du TOML lisible ({error}).") from error
    except FileNotFoundError as error:
        raise BadProcedure(f"{path.name} : le fichier n’existe pas.") from error


def rows(file: str, content: dict[str, Any], key: str) -> list[dict[str, Any]]:
    """Give the tables written [[key]]."""
    found = content.get(key, [])
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise BadProcedure(f"{file} : la rubrique « {key} » s’écrit [[{key}]].")
    return found


def parse(shape: type[Shape], row: dict[str, Any], file: str, thought: str) -> Shape:
    """Make one table into what it describes; raise BadProcedure for its first fault."""
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
