"""The reference of the procedure files and their schemas are those of the models, and the files obey them."""

import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from tests.workflow.small_procedure import BLOCK, KIND, VOCABULARY
from workflow.conditions.registry import conditions
from workflow.rulebook.files import FOLDER
from workflow.rulebook.keys import meanings, shapes
from workflow.rulebook.reference import PAGE, reference
from workflow.rulebook.schema import FILES, schema, written

STALE = "run `make docs`"
SHIPPED = sorted(FOLDER.rglob("*.toml"))


def as_json(toml: str) -> Any:  # noqa: ANN401 - whatever the file holds
    """Read TOML as a language server hands it to a schema: a date is a string."""
    return json.loads(json.dumps(tomllib.loads(toml), default=date.isoformat))


def faults(name: str, toml: str) -> list[str]:
    checker = Draft7Validator(schema(FILES[name]), format_checker=Draft7Validator.FORMAT_CHECKER)
    return [f"{'.'.join(map(str, error.path))}: {error.message}" for error in checker.iter_errors(as_json(toml))]


def test_the_reference_is_current() -> None:
    assert PAGE.read_text("utf-8") == reference(), STALE


@pytest.mark.parametrize("name", FILES)
def test_the_schemas_are_current(name: str) -> None:
    assert (FOLDER / name).read_text("utf-8") == written(FILES[name]), STALE


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_each_file_names_its_schema_and_obeys_it(path: Path) -> None:
    words = path.read_text("utf-8")
    mark, _space, address = words.partition("\n")[0].partition(" ")
    named = (path.parent / address).resolve()

    assert mark == "#:schema"
    assert named.parent == FOLDER
    assert faults(named.name, words) == []


@pytest.mark.parametrize(
    ("name", "words"),
    [("procedure.schema.json", KIND), ("block.schema.json", BLOCK), ("vocabulary.schema.json", VOCABULARY)],
)
def test_a_schema_accepts_a_file_that_loads(name: str, words: str) -> None:
    assert faults(name, words) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('name = "redraft"', 'nom = "redraft"', "'nom' was unexpected"),
        ('name = "redraft"', 'name = "redraft"\nto = "drafted"', "'to' was unexpected"),
        ('nature = "law"', 'nature = "custom"', "'custom' is not one of"),
        ('certainty = "read"', 'certainty = "sure"', "'sure' is not one of"),
        ('length = "P10D"', "length = 10", "10 is not of type 'string'"),
        ('length = "P10D"', 'since = "yesterday"', "'yesterday' is not a 'date'"),
        ('roles = ["drafter"]', 'roles = ["clerk"]', "'clerk' is not one of"),
        ('label_fr = "Réécrire"', 'label_fr = "Réécrire"\nguards = ["has_luck"]', "'has_luck' is not one of"),
        ('label_fr = "Rédigé"\n', "", "'label_fr' is a required property"),
    ],
)
def test_a_schema_refuses_what_does_not_load(old: str, new: str, said: str) -> None:
    assert old in BLOCK
    found = faults("block.schema.json", BLOCK.replace(old, new))

    assert [fault for fault in found if said in fault], found


def test_every_key_has_its_meaning_and_every_meaning_its_key() -> None:
    known = {
        (each.__name__, name)
        for root in FILES.values()
        for shape in shapes(root)
        for each in shape.model.__mro__
        for name in getattr(each, "__annotations__", {})
        if name in shape.model.model_fields
    }
    told = {(model, key) for model, keys in meanings().items() for key in keys}

    assert told - known == set(), "keys_fr.toml tells of keys that no model has"
    assert all(key.meaning_fr for root in FILES.values() for shape in shapes(root) for key in shape.keys)


def test_the_reference_names_every_condition_and_what_each_key_takes() -> None:
    words = reference()

    assert all(f"| `{each.name}` | {each.words_fr} |" in words for each in conditions().values())
    assert "| `since` | date |  | Premier jour où cette valeur s’applique" in words
    assert "| `nature` | `law` ou `rule` ou `practice` | obligatoire |" in words
    assert "### `[[deadlines.values]]`" in words.replace("`[[deadlines.extensions.nom]]`, ", "")
