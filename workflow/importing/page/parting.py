"""A line parted into the title of a text and what is said of it, when a copy has put both on one line."""

import re
from typing import NamedTuple

from workflow.importing.page.headings import group_of_title
from workflow.importing.page.joints import joint_of, without_aside
from workflow.importing.page.openings import ANY, PLAIN
from workflow.importing.page.wording import fold

_WORD_STARTS = re.compile(r"(?:(?<=\s)|(?<=^)|(?<=[;\"]))[^\W\d_](?=['’]?[^\W\d_A-Z]|['’])")
_FULL_STOP = re.compile(r"(?<![A-Z.])\.$")  # "S.A." keeps its own


class Split(NamedTuple):
    """A line parted: `status` is empty when the line holds a title only, `title` when it holds a status only.

    `note` is what stands beside the title and says nothing of where the text stands: who presents it, its page.
    """

    title: str
    status: str
    note: str = ""


def split(line: str, *, loose: bool = True) -> Split:
    """Part the title from the status; `loose` also takes as a status any "The … has been …"."""
    opening = _opening_of(line, loose=loose)
    is_titled = group_of_title(line, any_case=True) is not None
    if not opening and is_titled:  # "Le premier projet de loi…" opens as a sentence does
        opening = len(line)
    joint = joint_of(line[:opening], by_verb=is_titled)
    if joint and joint.title_end:
        end = joint.end if joint.end < len(line[:opening]) else len(line)
        return _split(line[: joint.title_end], line[joint.start : end])
    return _split(line[:opening].rstrip(' ;:|-–—"'), line[opening:])


def is_status(line: str, *, loose: bool = True) -> bool:
    """Whether a line starts as a sentence about the situation of a text."""
    return _opening_of(line, loose=loose) == 0 and bool(line)


def _opening_of(line: str, *, loose: bool) -> int:
    """Find where a sentence about the situation starts; the length of the line when none does."""
    openings = ANY if loose else PLAIN
    folded = fold(line)
    starts = (each.start() for each in _WORD_STARTS.finditer(line) if each[0].isupper())
    return next((start for start in starts if openings.match(folded, start)), len(line))


def _split(title: str, status: str) -> Split:
    title, note = without_aside(title.strip(' ;"'))
    return Split(_FULL_STOP.sub("", title), status.strip(' ;"'), note)
