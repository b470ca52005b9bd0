"""Reads the words of a part of a Word file, paragraph by paragraph, each with the place where a person finds it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from documents.checking.faults import Fault

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SHOWN = 60
# What stands for a letter or a space between two runs.
_MARKS = {f"{_W}tab": " ", f"{_W}br": " ", f"{_W}cr": " ", f"{_W}noBreakHyphen": "-", f"{_W}softHyphen": ""}
_BRACES = ("{{", "{%", "{#", "}}", "%}", "#}")


@dataclass
class Paragraph:
    """Its words joined over its runs; where it stands; which cell or page, which row, which table hold it."""

    where: str
    holder: int
    row: int = 0
    table: int = 0
    pieces: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        """All of its words."""
        return "".join(self.pieces)

    @property
    def place(self) -> str:
        """Name it as people find it: "paragraphe 12, « Objet : {{ objet }} »"."""
        words = " ".join(self.words[: 4 * _SHOWN].split())
        shown = f"{words[:_SHOWN].rstrip()}…" if len(words) > _SHOWN else words
        return f"{self.where}, « {shown} »" if shown else self.where


@dataclass
class Words:
    """What one part says: its paragraphs, the instructions of its fields, and the tags that stand outside its words."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    instructions: list[tuple[Paragraph | None, str]] = field(default_factory=list)
    astray: list[Paragraph | None] = field(default_factory=list)


def read_words(tree: etree._Element, name: str) -> Words:
    """Read a part that people call `name` ("pied de page"), "" for the body, in one pass."""
    walk = _Walk(name)
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event == "start":
            walk.enter(element)
        elif event == "end":
            walk.leave(element)
        else:
            walk.hear(element.text, None)
            walk.hear(element.tail, None)
    walk.close()
    return walk.read


def in_reading_order(faults: Iterable[Fault], words: Words) -> list[Fault]:
    """Put the faults of a part in the order of its paragraphs; those of no paragraph come first."""
    order = {paragraph.place: number for number, paragraph in reversed([*enumerate(words.paragraphs)])}
    return sorted(faults, key=lambda fault: order.get(fault.place, -1))


class _Walk:
    def __init__(self, name: str) -> None:
        self.name, self.read = name, Words()
        self.open: list[Paragraph] = []
        self.tables: list[int] = []
        self.rows: list[tuple[int, int]] = []
        self.holders = [0]
        self.fields: list[list[str]] = []
        self.count_tables = self.count_rows = self.count_holders = self.count_paragraphs = 0
        self.last: tuple[str, Paragraph | None] = ("", None)

    @property
    def paragraph(self) -> Paragraph | None:
        return self.open[-1] if self.open else None

    def enter(self, element: etree._Element) -> None:
        tag = str(element.tag).removeprefix(_W)
        if tag == "p":
            self._begin_paragraph()
        elif tag == "tbl":
            self.count_tables += 1
            self.tables.append(self.count_tables)
            self.rows.append((0, 0))
        elif tag == "tr" and self.rows:
            self.count_rows += 1
            self.rows[-1] = (self.rows[-1][0] + 1, self.count_rows)
        elif tag in ("tc", "txbxContent", "sdtContent"):
            self.count_holders += 1
            self.holders.append(self.count_holders)
        self._read_field(tag, element)
        if any(brace in value for value in element.attrib.values() for brace in _BRACES):
            self.read.astray.append(self.paragraph)
        self.hear(element.text, self.paragraph if tag == "t" else None)
        if element.tag in _MARKS:
            self.hear(_MARKS[element.tag], self.paragraph)

    def leave(self, element: etree._Element) -> None:
        tag = str(element.tag).removeprefix(_W)
        if tag == "p":
            self.open.pop()
        elif tag == "tbl":
            self.tables.pop()
            self.rows.pop()
        elif tag in ("tc", "txbxContent", "sdtContent"):
            self.holders.pop()
        self.hear(element.tail, None)

    def close(self) -> None:
        """Take in the fields that nothing closed."""
        while self.fields:
            self._end_field()

    def hear(self, words: str | None, paragraph: Paragraph | None) -> None:
        """Take in words; what filling would take for a tag must stand in the words of one paragraph."""
        if not words:
            return
        before, other = self.last
        crosses = before[-1:] + words[0] in _BRACES and (paragraph is None or other is not paragraph)
        if crosses or (paragraph is None and any(brace in words for brace in _BRACES)):
            self.read.astray.append(paragraph or self.paragraph)
        if paragraph:
            paragraph.pieces.append(words)
        self.last = (words, paragraph)

    def _begin_paragraph(self) -> None:
        line, row = self.rows[-1] if self.rows else (0, 0)
        table = self.tables[-1] if self.tables else 0
        if not table:
            self.count_paragraphs += 1
        where = f"tableau {table}, ligne {line}" if table else f"paragraphe {self.count_paragraphs}"
        if self.name:
            where = f"{self.name}, {where}" if table else self.name
        begun = Paragraph(where, self.holders[-1], row, table)
        self.open.append(begun)
        self.read.paragraphs.append(begun)

    def _read_field(self, tag: str, element: etree._Element) -> None:
        if tag == "fldSimple":
            self.read.instructions.append((self.paragraph, element.get(f"{_W}instr", "")))
        elif tag in ("instrText", "delInstrText"):
            if self.fields:
                self.fields[-1].append(element.text or "")
            else:
                self.read.instructions.append((self.paragraph, element.text or ""))
        elif tag == "fldChar":
            kind = element.get(f"{_W}fldCharType")
            if kind == "begin":
                self.fields.append([])
            elif kind == "end" and self.fields:
                self._end_field()

    def _end_field(self) -> None:
        self.read.instructions.append((self.paragraph, "".join(self.fields.pop())))
