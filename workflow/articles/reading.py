"""A draft read from its Word file: title, preamble, divisions, articles, closing; what is doubtful is told."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from workflow.articles.languages import by_language
from workflow.articles.markers import ARTICLE, FASL, JUZ, Marker, marker
from workflow.articles.numbers import leading
from workflow.articles.quotations import quoted
from workflow.articles.sequence import doubts_of_numbering
from workflow.articles.structure import Article, Division, Draft, Item, Reading, Unplaced, lines_in, placed
from workflow.articles.surroundings import begins_annex, begins_title, closes, ends_title, is_contents
from workflow.articles.word_file import Line, lines_of_word

_LONGEST_HEADING = 300
_MOST_TITLE_LINES = 5
NO_ARTICLE = "Aucun article n’a été reconnu dans ce document."
_NO_TITLE = "Aucun titre n’a été reconnu en tête du document."
_CONTENTS = "Table des matières : ces lignes n’ont pas été lues comme des articles."
_BETWEEN = "Ces mots se trouvent entre une division et son premier article."
_AFTER_CLOSING = "Cette ligne ressemble à un article, mais elle suit la formule finale."
_IN_ANNEX = "Cette ligne ressemble à un article, mais elle se trouve dans une annexe."
_UNMARKED = "Aucun signe ne sépare le numéro du texte : est-ce bien le début d’un article ?"
_UNNUMBERED = "Cette ligne a le style d’un titre, mais aucun numéro : elle n’est dans aucun article."


def read_word(content: bytes) -> tuple[Reading, ...]:
    """Read the drafts of a .docx: one, or two where both languages have their own articles, in the order of the file.

    Raise UnreadableDraft where the file does not open.
    """
    lines, beside = lines_of_word(content)
    readings = [read_lines(of_one, language) for language, of_one in by_language(lines)]
    if beside:
        readings[0] = replace(readings[0], unplaced=(*readings[0].unplaced, *beside))
    return tuple(readings)


def read_lines(lines: Sequence[Line], language: str) -> Reading:
    """Read the lines of one draft."""
    reader = _Reader(language, _marked(lines))
    return reader.read(lines)


def _marked(lines: Sequence[Line]) -> list[Marker | None]:
    """Say what part each line opens; a fasl is an article where no line opens with "المادة", a division elsewhere."""
    inside = quoted([line.words for line in lines])
    found = [None if is_quoted else marker(line.words) for line, is_quoted in zip(lines, inside, strict=True)]
    told = {each.level for each in found if each}
    levels = {FASL: "section" if ARTICLE in told else ARTICLE}
    if ARTICLE in told and FASL in told:
        levels["section"] = "sous-section"
    return [each and replace(each, level=levels.get(each.level, each.level)) for each in found]


@dataclass
class _Reader:
    language: str
    marked: list[Marker | None]
    title: list[str] = field(default_factory=list)
    head: list[str] = field(default_factory=list)
    preamble: list[str] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    closing: list[str] = field(default_factory=list)
    annexes: list[str] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)
    juz: str = ""
    last: int = 0

    def read(self, lines: Sequence[Line]) -> Reading:
        """Go through the lines, each to where the lines before it say."""
        contents = [line for line in lines if self._is_contents(line)]
        skipped = {line.place for line in contents}
        if contents:
            self.unplaced.append(Unplaced(contents[0].place, contents[0].words, _CONTENTS))
        final = max((index for index, each in enumerate(self.marked) if each), default=len(lines))
        for index, (line, opened) in enumerate(zip(lines, self.marked, strict=True)):
            if line.place not in skipped:
                self._take(line, opened, after_last=index > final)
        self._doubt_whole()
        doubts = doubts_of_numbering(self.items, self.places)
        return Reading(self._draft(), tuple(sorted((*self.unplaced, *doubts), key=lambda each: each.place)))

    def _is_contents(self, line: Line) -> bool:
        return not self._names_act(line) and is_contents(line.words, line.style)

    def _names_act(self, line: Line) -> bool:
        # Dots and figures in a title are a number to come, not leaders and a page.
        return begins_title(line.words) and not line.style

    def _take(self, line: Line, opened: Marker | None, *, after_last: bool) -> None:
        if self.annexes or self.closing:
            self._take_after(line, opened)
        elif opened and self._is_opening(opened):
            self._open(opened, line)
        elif not self.items:
            self._take_before(line)
        elif begins_annex(line.words):
            self.annexes.append(line.words)
        elif closes(line.words, after_last_article=after_last):
            self.closing.append(line.words)
        else:
            self._take_content(line)

    def _is_opening(self, opened: Marker) -> bool:
        if opened.sure:
            return True
        return opened.level == ARTICLE and leading(opened.key) == self.last + 1

    def _open(self, opened: Marker, line: Line) -> None:
        self.places.append(line.place)
        if opened.level == ARTICLE:
            self.items.append(Article(opened.label, opened.key, (opened.rest,) if opened.rest else ()))
            self.last = leading(opened.key) or self.last
            if not opened.sure:
                self.unplaced.append(Unplaced(line.place, line.words, _UNMARKED))
            return
        level = self._level_of_juz() if opened.level == JUZ else opened.level
        self.items.append(Division(level, opened.label, opened.key, opened.rest))

    def _level_of_juz(self) -> str:
        """Make a juz the widest part after a livre, unless the first one of a text stands in a section."""
        if not self.juz:
            inside = [item.level for item in self.items if isinstance(item, Division)]
            self.juz = "sous-section" if inside and inside[-1] in ("section", "sous-section") else "partie"
        return self.juz

    def _take_before(self, line: Line) -> None:
        if not self.title and not self.preamble and begins_title(line.words):
            self.title.append(line.words)
        elif not self.title and not ends_title(line.words) and not self.preamble:
            self.head.append(line.words)
        elif self.preamble or ends_title(line.words) or not self._title_goes_on():
            self.preamble.append(line.words)
        else:
            self.title.append(line.words)

    def _title_goes_on(self) -> bool:
        return len(self.title) < _MOST_TITLE_LINES and not self.title[-1].endswith((".", ":", ";", "؛"))

    def _take_content(self, line: Line) -> None:
        last = self.items[-1]
        if isinstance(last, Division):
            self._take_heading(last, line)
        elif line.style.startswith(("heading", "titre", "title")):
            self.unplaced.append(Unplaced(line.place, line.words, _UNNUMBERED, self._lines_so_far()))
        else:
            self.items[-1] = replace(last, paragraphs=(*last.paragraphs, line.words))

    def _take_heading(self, division: Division, line: Line) -> None:
        """Add a line to the heading of a division, until one ends as a sentence does or it grows too long for one."""
        whole = f"{division.heading} {line.words}".strip()
        if len(whole) > _LONGEST_HEADING or division.heading.endswith((".", ":", ";", "؛")):
            self.unplaced.append(Unplaced(line.place, line.words, _BETWEEN, self._lines_so_far()))
        else:
            self.items[-1] = replace(division, heading=whole)

    def _lines_so_far(self) -> int:
        return len(self.head) + bool(self.title) + len(self.preamble) + sum(lines_in(item) for item in self.items)

    def _take_after(self, line: Line, opened: Marker | None) -> None:
        if opened and opened.level == ARTICLE and opened.sure:
            self.unplaced.append(Unplaced(line.place, line.words, _IN_ANNEX if self.annexes else _AFTER_CLOSING))
        into = self.annexes if self.annexes or begins_annex(line.words) else self.closing
        into.append(line.words)

    def _doubt_whole(self) -> None:
        if not any(isinstance(item, Article) for item in self.items):
            self.unplaced.append(Unplaced(1, "", NO_ARTICLE))
        if not self.title:
            self.unplaced.append(Unplaced(1, "", _NO_TITLE))

    def _draft(self) -> Draft:
        return Draft(
            self.language, " ".join(self.title), tuple(self.head), tuple(self.preamble), placed(self.items),
            tuple(self.closing), tuple(self.annexes),
        )  # fmt: skip
