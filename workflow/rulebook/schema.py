"""The JSON Schemas of the procedure files, by which an editor completes and checks what is typed."""

import json
from collections.abc import Iterator
from typing import Any

from workflow.procedure.papers import PaperBook
from workflow.procedure.part import Part
from workflow.procedure.vocabulary import Vocabulary
from workflow.rulebook.keys import Block, Institutions, Kind, Registers, allowed, meaning_fr, refused, shapes

FILES: dict[str, type[Part]] = {
    "procedure.schema.json": Kind,
    "block.schema.json": Block,
    "vocabulary.schema.json": Vocabulary,
    "institutions.schema.json": Institutions,
    "papers.schema.json": PaperBook,
    "registers.schema.json": Registers,
}
_DRAFT = "http://json-schema.org/draft-07/schema#"
_Schema = dict[str, Any]


def schema(root: type[Part]) -> _Schema:
    """Give the schema of one kind of file, each key with its meaning in French."""
    made = root.model_json_schema()
    parts = made.pop("$defs", {})
    models = {shape.model.__name__: shape.model for shape in shapes(root)}
    told = {name: _told(models[name], part) if name in models else part for name, part in sorted(parts.items())}
    # Draft 7 is what the language servers of TOML read.
    whole: _Schema = _plain({"$schema": _DRAFT, **_told(root, made), "definitions": told})
    return whole


def written(root: type[Part]) -> str:
    """Give the file of a schema."""
    return json.dumps(schema(root), ensure_ascii=False, indent=1) + "\n"


def _told(model: type[Part], part: _Schema) -> _Schema:
    names = {info.alias or name: name for name, info in model.model_fields.items()}
    left_out = refused(model)
    part["properties"] = {
        key: _of_key(model, names[key], shape) for key, shape in part["properties"].items() if key not in left_out
    }
    part.pop("description", None)
    return part


def _of_key(model: type[Part], name: str, shape: _Schema) -> _Schema:
    if known := allowed(model, name):
        inner = "items" if "items" in shape else "additionalProperties"
        shape = {**shape, inner: {"type": "string", "enum": sorted(known)}}
    # Beside a reference, draft 7 reads nothing.
    return {"allOf": [shape], "description": meaning_fr(model, name)} if "$ref" in shape else {
        **shape, "description": meaning_fr(model, name),
    }  # fmt: skip


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever JSON can tell
    """Write references as draft 7 does, and leave out titles and null, which TOML has not."""
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if not isinstance(value, dict):
        return value.replace("#/$defs/", "#/definitions/") if isinstance(value, str) else value
    return {key: _plain(each) for key, each in _without_null(value)}


def _without_null(value: _Schema) -> Iterator[tuple[str, Any]]:
    for key, each in value.items():
        if key == "anyOf" and {"type": "null"} in each:
            yield from (pair for shape in each if shape != {"type": "null"} for pair in shape.items())
        elif not (key == "title" and isinstance(each, str)) and not (key == "default" and each is None):
            yield key, each
