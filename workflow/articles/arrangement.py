"""A reading as lines that a person says the part of, one by one, and the reading that they make of them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from workflow.articles.markers import ARTICLE, fold, marker
from workflow.articles.numbers import take_key
from workflow.articles.reading import NO_ARTICLE
from workflow.articles.sequence import doubts_of_numbering
from workflow.articles.structure import LEVELS, Article, Division, Draft, Item, Reading, Unplaced, placed

HEAD, TITLE, PREAMBLE, CLOSING, ANNEXES = "head", "title", "preamble", "closing", "annexes"
HEADING, PARAGRAPH, LEFT_OUT = "heading", "paragraph", "left_out"
# What a line can be, in the order of a text.
PARTS = (HEAD, TITLE, PREAMBLE, *LEVELS, HEADING, ARTICLE, PARAGRAPH, CLOSING, ANNEXES, LEFT_OUT)
# A line that opens one of these has a number.
NUMBERED = frozenset({*LEVELS, ARTICLE})
_NAMES = {
    "fr": {
        ARTICLE: "Article", "livre": "Livre", "partie": "Partie", "titre": "Titre", "chapitre": "Chapitre",
        "section": "Section", "sous-section": "Sous-section",
    },
    "ar": {
        ARTICLE: "المادة", "livre": "الكتاب", "partie": "الجزء", "titre": "القسم", "chapitre": "الباب",
        "section": "الفرع", "sous-section": "المبحث",
    },
}  # fmt: skip
_LEFT_OUT = "Cette ligne a été écartée du texte."
_SEPARATED = r"(?:\s|[.:)\]–—-])*"


@dataclass(frozen=True)
class Told:
    """A line of a draft: its part, its number as it is written where it opens an article or a division, its words."""

    part: str
    words: str
    number: str = ""


class Misplaced(ValueError):
    """Lines that cannot be what they were said to be; `faults` gives a sentence for each, by its place from 0."""

    def __init__(self, faults: Mapping[int, str]) -> None:
        """Keep every fault."""
        super().__init__(" ".join(faults.values()))
        self.faults = faults


def lines_of(reading: Reading) -> list[Told]:
    """Give the lines of a reading in the order of the text, those that are in no part of it where they stood."""
    draft = reading.draft
    lines = [Told(HEAD, words) for words in draft.head]
    lines += [Told(TITLE, draft.title)] if draft.title else []
    lines += [Told(PREAMBLE, words) for words in draft.preamble]
    lines += [line for item in draft.items for line in _of_item(item)]
    lines += [Told(CLOSING, words) for words in draft.closing] + [Told(ANNEXES, words) for words in draft.annexes]
    lost = sorted((each.after, place, each.words) for place, each in enumerate(reading.unplaced) if _is_lost(each))
    for after, _place, words in reversed(lost):
        lines.insert(after or 0, Told(LEFT_OUT, words))
    return lines


def doubts_about(reading: Reading, lines: Sequence[Told]) -> list[tuple[int | None, Unplaced]]:
    """Give what is to be looked at with the place of its line, from 0; None for words that are in no line.

    A doubt tells the words of its line, or its number: of several lines alike, the last ones are doubted.
    """
    known: dict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        for words in {line.number, line.words, f"{line.number} {line.words}".strip()}:
            known[words].append(place)
    left = {words: iter(reversed(places)) for words, places in known.items() if words}
    where: dict[tuple[int, str], int | None] = {}
    for each in reversed(reading.unplaced):
        key = (each.place, each.words)
        if key not in where:
            where[key] = next(left.get(each.words, iter(())), None)
    return [(where[each.place, each.words], each) for each in reading.unplaced]


def arranged(language: str, before: Sequence[Told], after: Sequence[Told]) -> Reading:
    """Make the reading that these lines are; `before` gives them as they stood, line for line.

    Numbers that do not follow each other stay told as doubts. Raise Misplaced with every line that cannot be what it
    was said to be.
    """
    made = _Arrangement(language)
    for place, (was, told) in enumerate(zip(before, after, strict=True)):
        try:
            made.take(place, _as_opening(was, told, language))
        except ValueError as fault:
            made.faults[place] = str(fault)
    if made.faults:
        raise Misplaced(made.faults)
    return made.reading()


@dataclass
class _Arrangement:
    language: str
    around: dict[str, list[str]] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    lost: list[Unplaced] = field(default_factory=list)
    faults: dict[int, str] = field(default_factory=dict)
    count: int = 0

    def take(self, place: int, line: Told) -> None:
        """Put a line where it says; raise ValueError with a sentence where it cannot be that."""
        if line.part == LEFT_OUT:
            self.lost.append(Unplaced(place + 1, line.words, _LEFT_OUT, place - len(self.lost)))
        elif line.part in NUMBERED:
            self._open(place, line)
        elif line.part == HEADING:
            self._go_on_with_heading(line)
        elif line.part == PARAGRAPH:
            self._go_on_with_article(line)
        else:
            self.around.setdefault(line.part, []).append(line.words)

    def reading(self) -> Reading:
        """Give the whole."""
        head, title, preamble, closing, annexes = (
            tuple(self.around.get(part, ())) for part in (HEAD, TITLE, PREAMBLE, CLOSING, ANNEXES)
        )
        draft = Draft(self.language, " ".join(title), head, preamble, placed(self.items), closing, annexes)
        doubts = doubts_of_numbering(self.items, self.places)
        if not draft.articles:
            doubts.append(Unplaced(1, "", NO_ARTICLE))
        return Reading(draft, tuple(sorted([*doubts, *self.lost], key=lambda each: each.place)))

    def _open(self, place: int, line: Told) -> None:
        key = key_of(line.number)
        self.places.append(place + 1)
        if line.part == ARTICLE:
            self.items.append(Article(line.number, key, (line.words,) if line.words else ()))
        else:
            self.items.append(Division(line.part, line.number, key, line.words))

    def _go_on_with_heading(self, line: Told) -> None:
        last = self.items[-1] if self.items else None
        if not isinstance(last, Division):
            raise ValueError("Aucun titre, chapitre ou section ne se trouve juste avant cette ligne.")  # noqa: TRY004 - what is wrong is the choice
        self.items[-1] = replace(last, heading=f"{last.heading} {line.words}".strip())

    def _go_on_with_article(self, line: Told) -> None:
        last = self.items[-1] if self.items else None
        if not isinstance(last, Article):
            raise ValueError("Aucun article ne se trouve juste avant cette ligne.")  # noqa: TRY004 - what is wrong is the choice
        self.items[-1] = replace(last, paragraphs=(*last.paragraphs, line.words))


def key_of(label: str) -> str:
    """Read the number of an article or of a division, as it is written; raise ValueError where none is read."""
    opened = marker(label)
    if opened and not opened.rest:
        return opened.key
    folded = fold(label)[0].strip()
    taken = take_key(folded, 0)
    if taken and not folded[taken[1] :].strip(" .-"):
        return taken[0]
    raise ValueError(f"Le numéro « {label} » ne se lit pas : écrivez par exemple « 4 » ou « 4 bis »." if label else
                     "Donnez le numéro, par exemple « 4 » ou « 4 bis ».")  # fmt: skip


def _of_item(item: Item) -> Iterator[Told]:
    if isinstance(item, Division):
        yield Told(item.level, item.heading, item.label)
        return
    yield Told(ARTICLE, item.paragraphs[0] if item.paragraphs else "", item.label)
    yield from (Told(PARAGRAPH, words) for words in item.paragraphs[1:])


def _is_lost(each: Unplaced) -> bool:
    return each.after is not None


def _as_opening(was: Told, told: Told, language: str) -> Told:
    """Give a line as what it is said to be: a number that it gains is no more among its words, one it loses is."""
    if told.part not in NUMBERED:
        return Told(told.part, f"{was.number} {was.words}".strip())
    if was.part == told.part and was.number == told.number:
        return was
    key = key_of(told.number)
    opened = marker(told.number)
    label = told.number if opened and not opened.rest else f"{_NAMES[language][told.part]} {told.number}"
    return Told(told.part, was.words if was.part in NUMBERED else _without_number(was.words, told.number, key), label)


def _without_number(words: str, number: str, key: str) -> str:
    """Leave out of a line the number that it opens with: "Aticle 5. – Le dossier" is "Le dossier"."""
    opened = marker(words)
    if opened and opened.key == key:
        return opened.rest
    first = re.match(rf"\W*(?:\w+\.?\s+)?{re.escape(number)}(?!\w){_SEPARATED}", words)
    return words[first.end() :] if first else words
