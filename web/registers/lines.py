"""The rows of a register in a form: what is typed in each cell, what stood there, and what is wrong with it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from flask import request

from web.registers.opened import Items, Opened
from workflow.history.items import Item
from workflow.language.legible import clean
from workflow.procedure.registers import Column
from workflow.registers.changes import ITEM, Change, Fault, read_rows
from workflow.registers.shown import typed_fr

# So many rows stand on a page where one edits them.
MOST = 50


@dataclass
class Cell:
    """One cell of a row: `meanwhile` is what somebody else wrote in it while the page was open."""

    column: Column
    name: str
    typed: str
    stood: str = ""
    wrong: str = ""
    meanwhile: str | None = None

    @property
    def is_changed(self) -> bool:
        """Whether something else is typed than what stood there."""
        return _plain(self.typed) != _plain(self.stood)


@dataclass
class Line:
    """A row of the form; `number` is that of its item, None for a new one."""

    place: int
    item: Item | None
    number: int | None
    cells: list[Cell] = field(default_factory=list)
    wrong: str = ""

    @property
    def anchor(self) -> str:
        """What a link to the row names."""
        return f"row-{self.number or self.place}"

    @property
    def is_changed(self) -> bool:
        """Whether something was typed in it."""
        return any(cell.is_changed for cell in self.cells)

    @property
    def is_wrong(self) -> bool:
        """Whether something of it is refused."""
        return bool(self.wrong) or any(cell.wrong for cell in self.cells)


def lines_of(opened: Opened, items: Iterable[Item | None], columns: Sequence[Column] = ()) -> list[Line]:
    """Make a row of each item, of None an empty one, with a cell for each of the columns, all where none is named."""
    return [_line(place, item, columns or opened.book.columns) for place, item in enumerate(items)]


def sent_lines(opened: Opened, seen: Items) -> list[Line]:
    """Read the rows that were sent; `seen` are the items as they were on the page where they were typed.

    What nobody typed anew is given as it is today. Where somebody else wrote meanwhile in a cell that was typed, the
    cell keeps what was typed and says what is there now.
    """
    lines: list[Line] = []
    while (place := len(lines)) < MOST and f"item_{place}" in request.form:
        told = request.form[f"item_{place}"]
        number = int(told) if told.isascii() and told.isdigit() and len(told) < len("1000000000") else None
        columns = [column for column in opened.book.columns if _name(column, place) in request.form]
        line = _line(place, opened.items.get(number) if number else None, columns)
        line.number = number
        _type(line, seen.get(number) if number else None)
        if number and number not in opened.items:
            line.wrong = "Cet élément a été retiré entre-temps."
        lines.append(line)
    return lines


def changes_of(opened: Opened, lines: Sequence[Line]) -> tuple[list[Change], list[Fault]]:
    """Read what the rows change, the number of a row being its place; only cells that were typed anew are read."""
    rows: list[Mapping[str, Any]] = []
    for line in lines:
        typed = {cell.column.name: cell.typed for cell in line.cells if cell.is_changed}
        rows.append({ITEM: str(line.number or ""), **typed} if typed else {})
    return read_rows(opened.book, rows, opened.vocabulary, first=0)


def show_faults(lines: Sequence[Line], faults: Sequence[Fault]) -> None:
    """Put each fault at its cell, or at its row where it is of none of its cells."""
    for fault in faults:
        if not 0 <= fault.row < len(lines):
            continue
        line = lines[fault.row]
        cell = next((cell for cell in line.cells if cell.column.label_fr == fault.column), None)
        if cell:
            cell.wrong = f"{cell.wrong} {fault.words}".strip()
        else:
            words = f"{fault.column} : {fault.words}" if fault.column else fault.words
            line.wrong = f"{line.wrong} {words}".strip()


def _line(place: int, item: Item | None, columns: Iterable[Column]) -> Line:
    line = Line(place, item, item.number if item else None)
    for column in columns:
        stands = typed_fr(column, item.values.get(column.name)) if item else ""
        line.cells.append(Cell(column, _name(column, place), stands, stands))
    return line


def _type(line: Line, seen: Item | None) -> None:
    for cell in line.cells:
        typed = clean(request.form[cell.name])
        was = typed_fr(cell.column, seen.values.get(cell.column.name)) if seen else ""
        if _plain(typed) == _plain(was):
            continue
        cell.typed = typed
        if _plain(was) != _plain(cell.stood) != _plain(typed):
            cell.meanwhile = cell.stood


def _name(column: Column, place: int) -> str:
    return f"{column.name}_{place}"


def _plain(words: str) -> str:
    return words.replace("\r\n", "\n").strip()
