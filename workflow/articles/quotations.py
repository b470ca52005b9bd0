"""Lines that a text quotes: the words of another text, which an amending one replaces or adds."""

import re
from collections.abc import Sequence

_MARKS = re.compile("[«»“”]")
_OPENING = re.compile(r"[\s(\-–—•]*[«“„\"]")
# Typed the wrong way round in Arabic, where a mark is drawn as its mirror image.
_MIRRORED = re.compile(r"[\s(\-–—•]*[»”]\s*\w")


def quoted(lines: Sequence[str]) -> list[bool]:
    """Say of each line whether it is quoted: it opens with a guillemet, or stands between two.

    Every quoted line may open with « and the last alone close with »: a line that opens with none is inside a
    quotation only where the next mark, in it or after it, closes one. So a forgotten » hides no article after it.
    """
    nearest = _next_marks(lines)
    told: list[bool] = []
    is_open = False
    for line, following in zip(lines, nearest, strict=True):
        opens = _OPENING.match(line) is not None or (_MIRRORED.match(line) is not None and not is_open)
        told.append(opens or (is_open and following in ("»", "”")))
        marks = _MARKS.findall(line)
        if marks:
            is_open = marks[-1] in ("«", "“")
    return told


def _next_marks(lines: Sequence[str]) -> list[str]:
    """Give, for each line, the first mark in it or in the lines after it."""
    found = ""
    told: list[str] = []
    for line in reversed(lines):
        mark = _MARKS.search(line)
        found = mark[0] if mark else found
        told.append(found)
    return told[::-1]
