"""Checks a template that anybody may have written, in a process of its own: whatever it holds, this one goes on."""

import json
import logging
import subprocess
import sys
from pathlib import Path

from documents.checking.dictionary import Schema
from documents.checking.faults import TOO_LARGE, WHOLE, Fault
from documents.checking.word_file.package import LARGEST_FILE

# In seconds. The child stops itself after three seconds of work (RLIMIT_CPU): that bounds the answer. This ends the
# wait where the machine is so busy that the child has no turn; a good template must not be refused for it.
_PATIENCE = 15
_ROOT = Path(__file__).parent.parent.parent
_CHILD = "documents.checking.child"
_log = logging.getLogger(__name__)
_TOO_MUCH = "Le modèle est trop complexe ou trop volumineux pour être vérifié."


def check_template(content: bytes, schema: Schema) -> list[Fault]:
    """Give all the faults of a template at once, for one of the kinds of `documents.dictionary`.

    None means that it was also filled, with the examples of its dictionary. Never raises for what the template holds.
    """
    if len(content) > LARGEST_FILE:
        return [Fault(WHOLE, TOO_LARGE, "file")]
    try:
        return [Fault(*each) for each in json.loads(run_limited(content, _CHILD, schema.kind, schema.language))]
    except (subprocess.TimeoutExpired, ValueError, TypeError):
        return [Fault(WHOLE, _TOO_MUCH, "file")]


def run_limited(content: bytes, module: str, *words: str) -> bytes:
    """Give what a module that limits itself answers to `content`; raise TimeoutExpired where it has no turn to.

    The log says where it did not end well: stopped by a limit, which is a signal, or for a fault of ours, which is 1.
    """
    # -B: a child that may write no file would die of writing its bytecode.
    command = [sys.executable, "-B", "-m", module, *words]
    ended = subprocess.run(  # noqa: S603 - our own interpreter and modules, no shell; the template goes in as data
        command, input=content, capture_output=True, timeout=_PATIENCE, cwd=_ROOT, env={}, check=False
    )
    if ended.returncode:
        _log.warning("%s did not end well on a template of %s bytes: %s", module, len(content), ended.returncode)
    return ended.stdout
