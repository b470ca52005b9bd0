"""The process that opens one file and says its words: python -m workflow.pieces.child EXTENSION < FILE.

It has so much memory and time, writes no file and starts no other program; what it prints is one JSON object: `words`,
or `locked` for a file that a password protects. Whatever goes wrong ends it alone.
"""

import json
import resource
import sys
from io import BytesIO

from workflow.pieces.reading import READERS, Locked

_MEMORY = 768 * 1024 * 1024
_SECONDS = 20
# A law of 300 articles has some 400,000.
_MOST_LETTERS = 2_000_000


def main() -> None:
    """Read the file on the standard input and print what it says."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
    content = sys.stdin.buffer.read()
    told: dict[str, object]
    try:
        words, length = [], 0
        for line in READERS[sys.argv[1]](BytesIO(content)):
            words.append(line[: _MOST_LETTERS - length])
            length += len(line) + 1
            if length >= _MOST_LETTERS:
                break
        told = {"words": "\n".join(words)}
    except Locked:
        told = {"locked": True}
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
