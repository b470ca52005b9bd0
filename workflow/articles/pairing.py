"""Which part of one version is which part of another: by their words first, by their number and place next."""

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import Indel, LCSseq

from workflow.articles.markers import fold
from workflow.articles.structure import LEVELS, Division, Draft
from workflow.articles.wording import keys_of

ARTICLE, TITLE, PREAMBLE, CLOSING, ANNEXES = "article", "title", "preamble", "closing", "annexes"
# Shares of words in common, out of 1. Measured on drafts shuffled and edited by the tests.
_ALIKE = 0.5  # the same part under another number
_REWRITTEN = 0.2  # the same part under its own number, which no other claims
_SAME_NUMBER, _SAME_SHIFT = 0.08, 0.04  # what number and place add to a share
_TAKEN_OVER = 0.85  # of its words, in their order: a part that another one took in
_FEWEST_TAKEN = 8
# Above as many pairs, each part is compared only with those of about its place and with its number's.
_MOST_PAIRS = 400_000
_WINDOW = 40
# Each word is spelt as one letter, from the first plane after the usual one: letters are counted very fast.
_FIRST_LETTER = 0x10000
# What a Chamber writes in the place of an article that it leaves as it is, or takes out.
_LEFT = re.compile(
    r"\W*(?:sans (?:modification|changement)|non modifiee?|conforme|(?:بدون|دون|لا) (?:اي )?(?:تغيير|تعديل))\W*"
)
_TAKEN_OUT = re.compile(r"\W*(?:supprimee?|abrogee?|ت?حذفت?|محذوفة?)\W*")
_LONGEST_MENTION = 40


@dataclass(frozen=True)
class Unit:
    """What a row of a comparison is about: an article, a division, or what stands around them."""

    kind: str
    key: str
    label: str
    paragraphs: tuple[str, ...]
    parent: int = -1  # the place, among the units, of the division that an article stands in
    words: tuple[str, ...] = field(default=(), compare=False)

    @property
    def is_left(self) -> bool:
        """Whether it only says that the article stays as it is: "(sans modification)"."""
        return self._only_says(_LEFT)

    @property
    def is_taken_out(self) -> bool:
        """Whether it only says that the article goes: "(supprimé)"."""
        return self._only_says(_TAKEN_OUT)

    def _only_says(self, mention: re.Pattern[str]) -> bool:
        if self.kind != ARTICLE or len(self.paragraphs) != 1 or len(self.paragraphs[0]) > _LONGEST_MENTION:
            return False
        return mention.fullmatch(fold(self.paragraphs[0])[0]) is not None


def units_of(draft: Draft) -> list[Unit]:
    """Give the parts of a draft in order, its title and preamble first, its closing and annexes last."""
    made = [_around(TITLE, (draft.title,) if draft.title else ()), _around(PREAMBLE, draft.preamble)]
    opened: dict[str, int] = {}
    for item in draft.items:
        if isinstance(item, Division):
            for level in LEVELS[LEVELS.index(item.level) :]:
                opened.pop(level, None)
            opened[item.level] = len(made)
            heading = (item.heading,) if item.heading else ()
            made.append(Unit(item.level, item.key, item.label, heading, words=keys_of(heading)))
        else:
            parent = max(opened.values(), default=-1)
            made.append(Unit(ARTICLE, item.key, item.label, item.paragraphs, parent, keys_of(item.paragraphs)))
    return [*made, _around(CLOSING, draft.closing), _around(ANNEXES, draft.annexes)]


def pairs(old: Sequence[Unit], new: Sequence[Unit]) -> dict[int, int]:
    """Give, for each place in `old`, the place in `new` of the same part; parts added or removed are in none.

    The same words are the same part, whatever the number. Then come the likeliest pairs, the best first; last
    among them the same number where neither is taken, unless hardly a word is common.
    """
    found = _mentioned(old, new)
    _add_identical(found, old, new)
    free_old = [place for place in range(len(old)) if place not in found]
    taken = set(found.values())
    free_new = [place for place in range(len(new)) if place not in taken]
    shift = _shifts(found, len(old))
    scored = sorted(_scored(old, new, _candidates(old, new, free_old, free_new), shift), reverse=True)
    for _rank, i, j in scored:
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    return found


def took_over(part: Unit, whole: Unit) -> bool:
    """Whether most words of a part stand in another one, in their order: it was split from it, or merged into it."""
    if len(part.words) < _FEWEST_TAKEN or len(part.words) > len(whole.words):
        return False
    return LCSseq.similarity(part.words, whole.words) / len(part.words) >= _TAKEN_OVER


def longest_in_order(places: Sequence[int]) -> set[int]:
    """Give the places in `places` of a longest run that keeps rising: what did not move."""
    tails: list[int] = []
    before: list[int] = []
    for place, value in enumerate(places):
        low, high = 0, len(tails)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if places[tails[middle]] < value else (low, middle)
        before.append(tails[low - 1] if low else -1)
        tails[low : low + 1] = [place]
    kept: set[int] = set()
    at = tails[-1] if tails else -1
    while at >= 0:
        kept.add(at)
        at = before[at]
    return kept


def _around(kind: str, paragraphs: tuple[str, ...]) -> Unit:
    return Unit(kind, kind, "", paragraphs, words=keys_of(paragraphs))


def _mentioned(old: Sequence[Unit], new: Sequence[Unit]) -> dict[int, int]:
    """Pair the articles that a version only mentions: their number is all that tells them."""
    by_key = {unit.key: place for place, unit in reversed(list(enumerate(old))) if unit.kind == ARTICLE}
    told = (j for j, unit in enumerate(new) if unit.is_left or unit.is_taken_out)
    return {by_key[new[j].key]: j for j in told if new[j].key in by_key}


def _add_identical(found: dict[int, int], old: Sequence[Unit], new: Sequence[Unit]) -> None:
    """Pair the same words, under the same number first, then in their order."""
    taken = set(found.values())
    for with_key in (True, False):
        waiting: dict[tuple[str, ...], deque[int]] = defaultdict(deque)
        for place, unit in enumerate(new):
            if place not in taken:
                waiting[_identity(unit, with_key=with_key)].append(place)
        for place, unit in enumerate(old):
            same = waiting.get(_identity(unit, with_key=with_key))
            if place not in found and same and (unit.words or with_key):
                found[place] = same.popleft()
                taken.add(found[place])


def _identity(unit: Unit, *, with_key: bool) -> tuple[str, ...]:
    around = unit.kind in (TITLE, PREAMBLE, CLOSING, ANNEXES)
    return (unit.kind, unit.key if with_key else "", *(() if around else unit.words))


def _candidates(
    old: Sequence[Unit], new: Sequence[Unit], free_old: Sequence[int], free_new: Sequence[int]
) -> Iterator[tuple[int, int]]:
    near = len(free_old) * len(free_new) > _MOST_PAIRS
    for rank, i in enumerate(free_old):
        middle = rank * len(free_new) // max(len(free_old), 1)
        within = free_new[max(0, middle - _WINDOW) : middle + _WINDOW] if near else free_new
        yield from ((i, j) for j in within if old[i].kind == new[j].kind)
    if near:
        by_key = {(new[j].kind, new[j].key): j for j in free_new}
        yield from ((i, by_key[key]) for i in free_old for key in [(old[i].kind, old[i].key)] if key in by_key)


def _scored(
    old: Sequence[Unit], new: Sequence[Unit], candidates: Iterator[tuple[int, int]], shift: Sequence[int]
) -> Iterator[tuple[float, int, int]]:
    """Give rank and places of the pairs that are not far apart: their share of common words, and what adds to it."""
    letters: dict[str, str] = {}
    spelt_old, spelt_new = [_spelt(unit, letters) for unit in old], [_spelt(unit, letters) for unit in new]
    for i, j in candidates:
        same_number, least = old[i].key == new[j].key, _least(old[i], new[j])
        share = Indel.normalized_similarity(spelt_old[i], spelt_new[j], score_cutoff=least)
        if share >= least:
            extra = _SAME_NUMBER * same_number + _SAME_SHIFT * (j - i == shift[i])
            yield share + extra, i, j


def _least(was: Unit, now: Unit) -> float:
    """Give the share under which two parts are not the same one; a division under its number may have a new heading."""
    if was.key != now.key:
        return _ALIKE
    return _REWRITTEN if was.kind == ARTICLE else 0.0


def _spelt(unit: Unit, letters: dict[str, str]) -> str:
    return "".join(letters.setdefault(word, chr(_FIRST_LETTER + len(letters))) for word in unit.words)


def _shifts(found: dict[int, int], size: int) -> list[int]:
    """Give, for each place, by how many the nearest pair before it is shifted."""
    shift, told = 0, []
    for place in range(size):
        shift = found[place] - place if place in found else shift
        told.append(shift)
    return told
