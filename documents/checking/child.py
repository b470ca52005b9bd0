"""The process that checks one template: it limits itself, reads it from its input, and prints its faults as JSON."""

import json
import pickle  # both ends are ours: what is read was written by this program, in `documents.checking.template`
import sys

from documents.checking.limits import confine_to_templates


def main() -> None:
    """Check the template that comes in on the standard input with the dictionary of its kind."""
    confine_to_templates()
    # Only now, so that the limits hold for all that is read and loaded.
    from dataclasses import astuple  # noqa: PLC0415

    from documents.checking.verdict import faults_of  # noqa: PLC0415

    template, schema = pickle.loads(sys.stdin.buffer.read())  # noqa: S301 - written by `check_template`
    sys.stdout.write(json.dumps([astuple(fault) for fault in faults_of(template, schema)]))


if __name__ == "__main__":
    main()
