"""Checks a template that anybody may have written, in a process of its own: whatever it holds, this one goes on."""

import json

from documents.checking.dictionary import Schema
from documents.checking.faults import TOO_LARGE, WHOLE, Fault
from documents.checking.limits import PATIENCE
from documents.checking.word_file.package import LARGEST_FILE
from workflow.confinement import ask

_CHILD = "documents.checking.child"
_TOO_MUCH = "Le modèle est trop complexe ou trop volumineux pour être vérifié."


def check_template(content: bytes, schema: Schema) -> list[Fault]:
    """Give all the faults of a template at once, for one of the kinds of `documents.dictionary`.

    None means that it was also filled, with the examples of its dictionary. Never raises for what the template holds.
    """
    if len(content) > LARGEST_FILE:
        return [Fault(WHOLE, TOO_LARGE, "file")]
    answer = ask(_CHILD, schema.kind, schema.language, content=content, about="a template", patience=PATIENCE)
    if not answer.is_whole:
        return [Fault(WHOLE, _TOO_MUCH, "file")]
    return [Fault(*each) for each in json.loads(answer.content)]
