"""Two wordings laid word by word on each other: what stays, what is struck, what is added.

Words are compared without what no reader would call a change (punctuation around them, tashkeel, tatweel, unseen marks,
the shape of digits and apostrophes) and shown as they are written.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from itertools import groupby

from rapidfuzz.distance import LCSseq

BREAK = "¶"  # stands between two paragraphs
_WORD = re.compile(r"[^\s’']+[’'](?=\w)|\S+")
_SHORTEST_KEPT = 2  # fewer words than these between two changes, all of a few letters, are read with them
_FEW_LETTERS = 3
# Up to so many words the stretches are those that people read best. Beyond, words that come back all the time would be
# tried against each other for minutes (75 s for 60,000 words): the longest common sequence takes 0.15 s for 20,000, and
# an eighth of a byte a pair of words.
_LONG = 2_000
_MOST_PAIRS = 1_000_000_000


class Fate(StrEnum):
    """What became of words between two versions."""

    SAME = "same"
    STRUCK = "struck"
    ADDED = "added"


@dataclass(frozen=True)
class Piece:
    """Words of one fate, with the spaces after them."""

    fate: Fate
    words: str


@dataclass(frozen=True)
class Word:
    """A word as it is written, with the signs and the space that go with it, and what it is compared by."""

    written: str
    key: str


def words_of(paragraphs: Sequence[str]) -> list[Word]:
    """Cut paragraphs into words, a BREAK between two; a sign alone goes with the word before it, or the first one."""
    told: list[Word] = []
    for number, paragraph in enumerate(paragraphs):
        if number:
            told.append(Word("", BREAK))
        told.extend(_words(paragraph))
    return told


def keys_of(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """Give what the words of paragraphs are compared by, without the breaks between paragraphs."""
    return tuple(word.key for word in words_of(paragraphs) if word.key not in ("", BREAK))


def differences(before: Sequence[str], after: Sequence[str]) -> tuple[tuple[Piece, ...], ...]:
    """Give the paragraphs of both wordings laid on each other; what stays is written as it is after."""
    old, new = words_of(before), words_of(after)
    told: list[tuple[Fate, Word]] = []
    for is_same, (i1, i2, j1, j2) in _smoothed(_codes([word.key for word in old], [word.key for word in new]), new):
        if is_same:
            told += [(Fate.SAME, word) for word in new[j1:j2]]
        else:
            told += [(Fate.STRUCK, word) for word in old[i1:i2]]
            told += [(Fate.ADDED, word) for word in new[j1:j2]]
    return tuple(_paragraphs(told))


def _codes(old: Sequence[str], new: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    """Say which stretches of two lists of words stay, go or come."""
    if max(len(old), len(new)) <= _LONG:
        return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    if len(old) * len(new) > _MOST_PAIRS:
        return [("replace", 0, len(old), 0, len(new))]
    found = LCSseq.opcodes(old, new)
    return [(each.tag, each.src_start, each.src_end, each.dest_start, each.dest_end) for each in found]


def as_is(paragraphs: Sequence[str], fate: Fate = Fate.SAME) -> tuple[tuple[Piece, ...], ...]:
    """Give whole paragraphs of one fate."""
    return tuple((Piece(fate, paragraph),) for paragraph in paragraphs)


def _words(paragraph: str) -> Iterator[Word]:
    waiting = ""
    made: Word | None = None
    for found in _WORD.finditer(paragraph):
        space = " " if paragraph[found.end() : found.end() + 1].isspace() else ""
        written, key = f"{found[0]}{space}", _key(found[0])
        if key:
            if made:
                yield made
            made, waiting = Word(f"{waiting}{written}", key), ""
        elif made:
            made = Word(f"{made.written}{written}", made.key)
        else:
            waiting += written
    if made or waiting:
        yield made or Word(waiting, "")


@lru_cache(maxsize=65536)
def _key(word: str) -> str:
    letters = (
        str(unicodedata.digit(letter)) if letter.isdigit() and not letter.isascii() else letter
        for letter in unicodedata.normalize("NFC", unicodedata.normalize("NFKC", word))
        if letter != "ـ" and unicodedata.category(letter) not in ("Mn", "Cf")
    )
    kept = "".join(letters)
    first = next((place for place, letter in enumerate(kept) if letter.isalnum()), None)
    if first is None:
        return ""
    last = next(place for place in range(len(kept), 0, -1) if kept[place - 1].isalnum())
    return kept[first:last]


def _smoothed(
    codes: Iterable[tuple[str, int, int, int, int]], new: Sequence[Word]
) -> Iterator[tuple[bool, tuple[int, int, int, int]]]:
    """Join changes that only a short word keeps apart: one change is read, not a chain of crumbs."""
    told = [(code[0] == "equal", code[1:]) for code in codes]
    crumbs = [
        is_same and 0 < place < len(told) - 1 and _is_crumb(new[bounds[2] : bounds[3]])
        for place, (is_same, bounds) in enumerate(told)
    ]
    kept = [(is_same and not crumb, bounds) for (is_same, bounds), crumb in zip(told, crumbs, strict=True)]
    for is_same, group in groupby(kept, key=lambda each: each[0]):
        bounds = [each[1] for each in group]
        yield is_same, (bounds[0][0], bounds[-1][1], bounds[0][2], bounds[-1][3])


def _is_crumb(words: Sequence[Word]) -> bool:
    few = len(words) < _SHORTEST_KEPT
    return few and all(len(word.key) <= _FEW_LETTERS and word.key != BREAK and not word.key.isdigit() for word in words)


def _paragraphs(told: Sequence[tuple[Fate, Word]]) -> Iterator[tuple[Piece, ...]]:
    for is_break, group in groupby(told, key=lambda each: each[1].key == BREAK):
        if not is_break:
            yield tuple(
                Piece(fate, "".join(word.written for _fate, word in words))
                for fate, words in groupby(group, key=lambda each: each[0])
            )
