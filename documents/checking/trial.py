"""Fills a template on trial, in a process of its own that limits itself: whatever it holds, this one goes on."""

import pickle  # both ends are ours: what is read was written by this program, in this module
import sys
from collections.abc import Mapping

from documents.checking.limits import PATIENCE, confine_to_templates
from documents.engine.faults import BadTemplate
from documents.engine.properties import Properties
from workflow.confinement import ask

_MODULE = "documents.checking.trial"
_MADE, _FAULT = b"+", b"-"
_TOO_MUCH = "Le modèle demande trop de travail ou de mémoire sur ce texte : il n’a pas pu être essayé."


def fill_on_trial(template: bytes, fields: Mapping[str, object], properties: Properties) -> bytes:
    """Give the paper that a template makes of these fields; raise BadTemplate, also where it costs too much."""
    answer = ask(
        _MODULE, content=pickle.dumps((template, dict(fields), properties)), about="a template", patience=PATIENCE
    )
    if not answer.is_whole:
        raise BadTemplate(_TOO_MUCH)
    told, content = answer.content[:1], answer.content[1:]
    if told != _MADE:
        raise BadTemplate(content.decode())
    return content


def main() -> None:
    """Fill the template that comes in on the standard input with its fields, and print the paper or the fault."""
    confine_to_templates()
    # Only now, so that the limits hold for all that is loaded.
    from documents.engine.compiled import compile_template  # noqa: PLC0415
    from documents.engine.filling import QUICK, fill  # noqa: PLC0415

    template, fields, properties = pickle.loads(sys.stdin.buffer.read())  # noqa: S301 - written by `fill_on_trial`
    try:
        answer = _MADE + fill(compile_template(template), fields, properties, level=QUICK)
    except BadTemplate as fault:
        answer = _FAULT + str(fault).encode()
    sys.stdout.buffer.write(answer)


if __name__ == "__main__":
    main()
