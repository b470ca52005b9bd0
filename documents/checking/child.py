"""The process that checks one template: it limits itself, reads it from its input, and prints its faults as JSON."""

import json
import sys

from documents.checking.limits import confine_to_templates


def main(kind: str, language: str) -> None:
    """Check the template that comes in on the standard input."""
    confine_to_templates()
    # Only now, so that the limits hold for all that is read and loaded.
    from dataclasses import astuple  # noqa: PLC0415

    from documents.checking.verdict import faults_of  # noqa: PLC0415
    from documents.dictionary import dictionary  # noqa: PLC0415

    faults = faults_of(sys.stdin.buffer.read(), dictionary(kind, language))
    sys.stdout.write(json.dumps([astuple(fault) for fault in faults]))


if __name__ == "__main__":
    main(*sys.argv[1:])
