"""The process that opens one file and says its words: python -m workflow.pieces.child EXTENSION < FILE.

It has so much memory and time, writes no file and starts no other program; what it prints is a line of JSON: `words`,
or `locked` for a file that a password protects; then, for a Word file, two others: `identifier` and `to_complete`, what
it says of itself, then `drafts`, its articles as they were read in each language. Whatever goes wrong ends it alone,
and what was printed before stays said.
"""

import json
import sys
from io import BytesIO

from workflow.articles.reading import read_word
from workflow.articles.structure import to_json
from workflow.confinement import confine
from workflow.pieces.reading import READERS, Locked, said_of_itself

_MEGABYTES = 768
_SECONDS = 20
# A law of 300 articles has some 400,000.
_MOST_LETTERS = 2_000_000


def main() -> None:
    """Read the file on the standard input and print what it says."""
    confine(megabytes=_MEGABYTES, seconds=_SECONDS)
    content = sys.stdin.buffer.read()
    try:
        _say(words=_words(content, sys.argv[1]))
    except Locked:
        _say(locked=True)
        return
    if sys.argv[1] == "docx":
        identifier, to_complete = said_of_itself(BytesIO(content))
        _say(identifier=identifier, to_complete=to_complete)
        _say(drafts=[draft for each in read_word(content) if len(draft := to_json(each)) <= _MOST_LETTERS])


def _words(content: bytes, extension: str) -> str:
    words, length = [], 0
    for line in READERS[extension](BytesIO(content)):
        words.append(line[: _MOST_LETTERS - length])
        length += len(line) + 1
        if length >= _MOST_LETTERS:
            break
    return "\n".join(words)


def _say(**told: object) -> None:
    sys.stdout.write(f"{json.dumps(told)}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
