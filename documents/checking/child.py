"""The process that checks one template: it limits itself, reads it from its input, and prints its faults as JSON."""

import json
import resource
import sys

# Bytes of memory, seconds of work, open files; it may write no file at all.
_LIMITS = {
    resource.RLIMIT_AS: 1024 * 1024 * 1024,
    resource.RLIMIT_CPU: 3,
    resource.RLIMIT_NOFILE: 64,
    resource.RLIMIT_FSIZE: 0,
    resource.RLIMIT_CORE: 0,
}


def main(kind: str, language: str) -> None:
    """Check the template that comes in on the standard input."""
    for what, limit in _LIMITS.items():
        resource.setrlimit(what, (limit, limit))
    # Only now, so that the limits hold for all that is read and loaded.
    from dataclasses import astuple  # noqa: PLC0415

    from documents.checking.verdict import faults_of  # noqa: PLC0415
    from documents.dictionary import dictionary  # noqa: PLC0415

    faults = faults_of(sys.stdin.buffer.read(), dictionary(kind, language))
    sys.stdout.write(json.dumps([astuple(fault) for fault in faults]))


if __name__ == "__main__":
    main(*sys.argv[1:])
