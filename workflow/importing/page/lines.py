"""The lines of a page, tidied and numbered, and the counts that a page announces in them."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from workflow.importing.page.headings import FAMILIES, group_of_title, is_heading
from workflow.importing.page.notes import HIDDEN_SHEET
from workflow.importing.page.wording import fold, is_ended, tidy
from workflow.importing.table import LineUse

_FIRST_WORD = re.compile(r"(?:[«–(] ?)?\S+(?: [»:;!?]+)?")
_SHORT_LINE = 120
_WIDEST_FOLDING = 120
_SOME_FOLDS = 3
_NOT_SEEN = "est celle d'une feuille masquée du classeur, qui n'est pas lue : affichez-la pour la reprendre"


class Line(NamedTuple):
    """A line of the source: `number` counts from 1, `text` parts its cells by tabs and is empty between paragraphs.

    `parts` are the lines as the source has them, where the text had been folded and this one was put together again.
    """

    number: int
    text: str
    parts: tuple["Line", ...] = ()


def lines_of(text: str) -> list[Line]:
    """Split a text into tidy lines; empty ones are kept, as they part paragraphs."""
    tidied = (re.sub(r" *\t *", "\t", line).strip(" ") for line in tidy(text).split("\n"))
    return _unfolded([Line(number, line if line.strip() else "") for number, line in enumerate(tidied, start=1)])


def of_source(lines: Iterable[Line], uses: Iterable[LineUse]) -> Iterator[LineUse]:
    """Give the use of every line that the source has, from that of each line read; blank ones have none."""
    for line, use in zip((line for line in lines if line.text), uses, strict=True):
        for part in line.parts or (line,):
            text = " ".join(part.text.split())
            if text.startswith(HIDDEN_SHEET):
                yield LineUse(part.number, text, "left", _NOT_SEEN)
            else:
                yield LineUse(part.number, text, use.use, use.reason)


def _unfolded(lines: list[Line]) -> list[Line]:
    """Undo the folding of a text at a fixed width, as mail does: a line stopped where the next word had no room."""
    width = max(len(line.text) for line in lines)
    if width > _WIDEST_FOLDING:
        return lines
    follows = [False, *(_follows(line.text, before.text, width) for before, line in pairwise(lines))]
    if sum(follow and line.text[0].islower() for follow, line in zip(follows, lines, strict=True)) < _SOME_FOLDS:
        return lines
    joined: list[Line] = []
    for follow, line in zip(follows, lines, strict=True):
        if follow:
            last = joined[-1]
            joined[-1] = Line(last.number, f"{last.text} {line.text}", (*(last.parts or (last,)), line))
        else:
            joined.append(line)
    return joined


def _follows(line: str, before: str, width: int) -> bool:
    if not line or not before or "\t" in line + before:
        return False
    word = _FIRST_WORD.match(line)
    has_room = word is not None and len(before) + 1 + len(word[0]) <= width
    return not (has_room or is_heading(line) or group_of_title(line, any_case=is_ended(before)))


def announced_in(lines: Iterable[str]) -> dict[str, int]:
    """Read the counts a page announces, such as "(7) Décrets et projets de décrets" or "Projets de loi : 6"."""
    counts: dict[str, dict[str, int]] = {}
    short = [fold(line) for line in lines if len(line) <= _SHORT_LINE]
    for family in FAMILIES.values():
        before = re.compile(rf"(?<![\w.,°-])\(?(\d{{1,3}})\)?\s+({family.counted_as})(?![\w-])")
        after = re.compile(rf"(?P<label>{family.counted_as})\s*[:\-(]\s*\(?(?P<count>\d{{1,3}})\)?\s*:?")
        for line in short:
            for count, label in before.findall(line):
                counts.setdefault(family.code, {}).setdefault(label, int(count))
            if match := after.fullmatch(line):
                counts.setdefault(family.code, {}).setdefault(match["label"], int(match["count"]))
    return {family: _total(by_label) for family, by_label in counts.items()}


def _total(by_label: dict[str, int]) -> int:
    """Prefer the count over all the family to the sum of its parts."""
    whole = [count for label, count in by_label.items() if " et " in label]
    return whole[0] if whole else sum(by_label.values())
