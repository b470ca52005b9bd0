"""Checks a template that anybody may have written, in a process of its own: whatever it holds, this one goes on."""

import json
import pickle  # both ends are ours

from documents.checking.dictionary import Schema
from documents.checking.faults import TOO_LARGE, WHOLE, Fault
from documents.checking.limits import PATIENCE
from documents.checking.word_file.package import LARGEST_FILE
from workflow.confinement import ask

_CHILD = "documents.checking.child"
_TOO_MUCH = "Le modèle est trop complexe ou trop volumineux pour être vérifié."


def check_template(content: bytes, schema: Schema) -> list[Fault]:
    """Give all the faults of a template at once, for the kind whose dictionary is given.

    None means that it was also filled, with the examples of its dictionary. Never raises for what the template holds.
    """
    if len(content) > LARGEST_FILE:
        return [Fault(WHOLE, TOO_LARGE, "file")]
    given = pickle.dumps((content, schema))
    answer = ask(_CHILD, content=given, about="a template", patience=PATIENCE)
    if not answer.is_whole:
        return [Fault(WHOLE, _TOO_MUCH, "file")]
    return [Fault(*each) for each in json.loads(answer.content)]
