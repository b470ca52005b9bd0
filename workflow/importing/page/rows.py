"""From the lines of a page to the rows of its table: where it starts, what belongs together, where it ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from workflow.importing.page.headings import Group, group_of_heading, group_of_title, is_heading
from workflow.importing.page.openings import is_status, split
from workflow.importing.page.wording import fold, is_unfinished

_HEADER = re.compile(
    r"(?:n[°o]?\s+)?(?:objet|intitule|titre|texte|libelle|designation)s?\b.{0,40}"
    r"\b(?:etat|situation|statut|avancement|stade)s?\b.{0,30}"
)
_INSIDE = '«("“'
_BULLET = re.compile(r"^[\s•·▪◦‣*\-–—]*(?:\d{1,3}\s*[.)\-–/]+\s*)?(?=[^\W\d_])")


class RawRow(NamedTuple):
    """A row as read: `group` is what its own title names, or else that of the heading above it."""

    group: Group
    heading: Group | None
    title: str
    status: str


@dataclass
class _OpenRow:
    """A row being read: closed once its cells are all known."""

    heading: Group | None
    title: str
    status: str
    is_closed: bool = False


class ReadRows(NamedTuple):
    """The rows of a page, the line of the first, and the lines after it that look like titles but were left out."""

    rows: list[RawRow]
    first_line: int
    left_out: list[str]


def read_rows(lines: Sequence[str]) -> ReadRows:
    """Read the rows of a page, even where neither heading nor header announces them."""
    reader = _RowReader(lines)
    rows = reader.read()
    if not rows:
        reader = _RowReader(lines, anywhere=True)
        rows = reader.read()
    return ReadRows(rows, reader.first_line, reader.left_out)


@dataclass
class _RowReader:
    """Reads lines one by one.

    A row is open until the next one starts; a line that can be neither a row nor the rest of one ends the table,
    until a heading that is followed by a text, or a row in cells, opens another. `anywhere` reads a page that has
    neither, and then a row must show its status.
    """

    lines: Sequence[str]
    anywhere: bool = False
    rows: list[_OpenRow] = field(default_factory=list)
    first_line: int = -1
    left_out: list[str] = field(default_factory=list)
    _heading: Group | None = None
    _is_reading: bool = False
    _row: _OpenRow | None = None
    _after_gap: bool = False

    def read(self) -> list[RawRow]:
        """List the rows, once; those whose title names no group and that stand under no heading are left out."""
        self._is_reading = self.anywhere
        for place, line in enumerate(self.lines):
            if not line.strip():
                self._after_gap = True
                continue
            before = len(self.rows)
            self._take(place, line)
            self._after_gap = False
            if len(self.rows) > before and self.first_line < 0:
                self.first_line = place
        return [
            RawRow(group, row.heading, " ".join(row.title.split()), " ".join(row.status.split()))
            for row in self.rows
            if (group := group_of_title(row.title) or row.heading) and (row.status or not self.anywhere)
        ]

    def _take(self, place: int, line: str) -> None:
        if _is_header(line):
            self._is_reading, self._row = True, None
            return
        cells = [_BULLET.sub("", cell.strip()) for cell in line.split("\t")]
        headings = [cell for cell in cells if is_heading(cell)]
        if headings:
            self._open_group(place, headings[0])
            cells = [cell for cell in cells if cell not in headings]
        self._take_cells(cells)

    def _take_cells(self, cells: list[str]) -> None:
        written = [cell for cell in cells if cell]
        if len(cells) > 1 and (len(written) > 1 or any(group_of_title(cell) for cell in written)):
            self._take_row(cells)
        elif written and self._is_reading:
            self._take_line(written[0])
        elif written and self.rows and group_of_title(written[0]):
            self._take_late(written[0])

    def _open_group(self, place: int, heading: str) -> None:
        """Open a group; once the table has ended, only if a text follows, as menus name groups too."""
        following = next((line for line in self.lines[place + 1 :] if line.strip()), "")
        if self._is_reading or any(group_of_title(_BULLET.sub("", cell.strip())) for cell in following.split("\t")):
            self._is_reading, self._row, self._heading = True, None, group_of_heading(heading)

    def _take_late(self, line: str) -> None:
        """Take a title that comes after the end, if it brings its status; prose may start like a title."""
        title, status = split(line)
        if status:
            self._is_reading = True
            self._start(title, status)
        else:
            self.left_out.append(line)

    def _take_row(self, cells: list[str]) -> None:
        title = next((place for place, cell in enumerate(cells) if group_of_title(cell)), None)
        if title is None:
            self._take_unknown_row([cell for cell in cells if cell and not cell.isdecimal()])
            return
        self._is_reading = True
        rest = [cell for cell in cells[title + 1 :] if cell] or [cell for cell in cells[:title] if is_status(cell)]
        status = " ".join(rest)
        if status:
            self._start(cells[title], status, is_closed=True)
        else:
            self._start(*split(cells[title]), is_closed=len(cells) > title + 1)

    def _take_unknown_row(self, cells: list[str]) -> None:
        if not self._is_reading or len(cells) <= 1:
            return
        row = self._row
        if row and not (row.status or row.is_closed or self._after_gap) and cells[0][0].islower():
            row.title, row.status = f"{row.title} {cells[0]}", " ".join(cells[1:])
        elif self._heading:
            self._start(cells[0], " ".join(cells[1:]), is_closed=True)

    def _take_line(self, line: str) -> None:
        row = self._row
        if row and not row.status and is_status(line):
            row.status = line
        elif group_of_title(line):
            self._start(*split(line))
        elif row and self._continues(row, line):
            _continue(row, line)
        elif row:
            self._take_stray(row, line)

    def _continues(self, row: _OpenRow, line: str) -> bool:
        if line[0].islower() or line[0] in _INSIDE or is_unfinished(row.status or row.title):
            return not row.status or not self._after_gap
        return bool(row.status) and not self._after_gap and is_status(line, loose=False)

    def _take_stray(self, row: _OpenRow, line: str) -> None:
        """Take a line that starts like no known text: another kind of text, an unknown status, or what comes after."""
        title, status = split(line, loose=False)
        ended = line[: len(line) - len(status)].rstrip()[-1:] in ".:;!?"
        if title and status and self._heading and not ended:
            self._start(title, status)
        elif not (row.status or row.is_closed):
            row.status = line
        else:
            self._is_reading, self._row = False, None

    def _start(self, title: str, status: str, *, is_closed: bool = False) -> None:
        self._row = _OpenRow(self._heading, title, status, is_closed)
        self.rows.append(self._row)


def _continue(row: _OpenRow, line: str) -> None:
    if row.status:
        row.status = f"{row.status} {line}"
        return
    title, status = split(line)
    row.title = f"{row.title} {title}".strip()
    row.status = status


def _is_header(line: str) -> bool:
    return bool(_HEADER.fullmatch(fold(line).replace("\t", " ").strip()))
