"""From the lines of a page to the rows of its table: where it starts, what belongs together, where it ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from workflow.importing.page.agenda import is_of_bulletin, says_contrary, situation_of_list
from workflow.importing.page.columns import Columns, columns_of, is_header
from workflow.importing.page.headings import (
    Group,
    group_of_heading,
    group_of_title,
    is_heading,
    is_numbered,
    is_operative,
)
from workflow.importing.page.lines import Line
from workflow.importing.page.notes import is_about_the_page, is_announcement, is_of_another_kind, is_subtitle
from workflow.importing.page.parting import Split, is_status, split
from workflow.importing.page.raw import LIKE_A_TITLE, OTHER_KIND, OpenRow, ReadRows, finished
from workflow.importing.page.wording import is_ended, is_unfinished
from workflow.importing.table import LineUse

_INSIDE = '«("“'
_BULLET = re.compile(r"^\s*(?:[•·▪◦‣*\-–—➢✓o]\s+|[•·▪◦‣*\-–—➢✓]|\d{1,3}\s*[.)\-–/]+\s*(?!\d))+(?=[^\W\d_])")
_LONGEST_LINE = 10_000
_FEWEST_WORDS = 4
_AFTER_END = "vient après la fin du tableau"
_NO_TITLE = "ne commence par aucun nom d’acte connu (projet de loi, décret, arrêté…)"


def read_rows(lines: Sequence[Line]) -> ReadRows:
    """Read the rows of a page, even where neither heading nor header announces them, and say what each line is."""
    read = _RowReader(lines).read()
    is_announced = any(line.use == "heading" for line in read.uses)
    return read if read.rows and is_announced else _RowReader(lines, anywhere=True).read()


@dataclass
class _RowReader:
    """Reads lines one by one, and says of each what it was taken as.

    A row is open until the next one starts; a line that can be neither a row nor the rest of one ends the table,
    until a heading that is followed by a text, a title with a number, or a row in cells, opens another. `anywhere`
    reads a page that has none of these, and then a title must show what it does or its status.
    """

    lines: Sequence[Line]
    anywhere: bool = False
    rows: list[OpenRow] = field(default_factory=list)
    uses: list[LineUse] = field(default_factory=list)
    _heading: Group | None = None
    _columns: Columns | None = None
    _said_of_all: str = ""
    _is_reading: bool = False
    _row: OpenRow | None = None
    _after_gap: bool = False
    _is_item: bool = False
    # Whether each row but the last has its situation on a line below its title.
    _are_told_below: bool = True
    _before: str = ""

    def read(self) -> ReadRows:
        """List the rows, once; those whose title names no group and that stand under no heading are left out."""
        self._is_reading = self.anywhere
        for place, line in enumerate(self.lines):
            if not line.text:
                self._after_gap = True
                continue
            self._take(place, line)
            self._after_gap, self._before = False, line.text
        return finished(self.rows, self.uses, must_show=self.anywhere)

    def _use(self, use: str, reason: str = "") -> None:
        self.uses[-1] = self.uses[-1].as_a(use, reason)

    def _take(self, place: int, line: Line) -> None:
        self.uses.append(LineUse(line.number, " ".join(line.text.split()), "left", _NO_TITLE))
        if len(line.text) > _LONGEST_LINE:  # it is no row, and would only take time
            self._use("left", "est trop longue pour être celle d'un tableau")
            return
        raw = [cell.strip() for cell in line.text.split("\t")]
        cells = [_BULLET.sub("", cell) for cell in raw]
        columns = columns_of(cells)
        if columns or is_header(line.text):
            self._columns, self._is_reading, self._row = columns, True, None
            self._use("heading")
            cells = [cell for cell in cells if is_heading(cell)]
        elif self._columns and self._columns.is_row(cells):
            self._take_columns(self._columns, cells)
            return
        if headings := [cell for cell in cells if is_heading(cell)]:
            self._open_group(place, headings[0])
            cells = [cell for cell in cells if cell not in headings and not cell.isdecimal()]
        if any(cells):
            self._is_item = cells != raw
            self._take_cells(cells)

    def _take_columns(self, columns: Columns, cells: list[str]) -> None:
        row = columns.read(cells)
        self._is_reading = True
        self._start(Split(row.title, row.status, row.note), is_closed=True, number=row.number)

    def _take_cells(self, cells: list[str]) -> None:
        written = [cell for cell in cells if cell]
        line = written[0]
        titled = self._group_of(line) is not None
        if len(cells) > 1 and (len(written) > 1 or titled):
            self._take_row(cells)
        elif len(cells) > 1 and self._columns:
            self._take_note(line)
        elif self._is_reading or (titled and (is_numbered(line) or (self._said_of_all and is_operative(line)))):
            self._is_reading = True
            self._take_line(line, is_titled=titled)
        elif titled and self.rows:
            self._take_late(line)
        else:
            self._take_other(line, LIKE_A_TITLE if titled else _AFTER_END)

    def _group_of(self, line: str) -> Group | None:
        """Name the group of a line that starts as a title; one in lower case must be known to start something."""
        starts = self._is_item or is_ended(self._before) or (self._after_gap and not is_unfinished(self._before))
        return group_of_title(line, any_case=starts or is_heading(self._before))

    def _open_group(self, place: int, heading: str) -> None:
        """Open a group; once the table has ended, only if a text follows, as menus name groups too."""
        below = (self.lines[each].text for each in range(place + 1, len(self.lines)))
        following = next((text for text in below if text and not is_announcement(text)), "")
        starts = [_BULLET.sub("", cell.strip()) for cell in following.split("\t")]
        self._use("note")
        if self._is_reading or any(group_of_title(cell, any_case=True) for cell in starts):
            self._is_reading, self._row, self._heading = True, None, group_of_heading(heading)
            self._use("heading")

    def _take_late(self, line: str) -> None:
        """Take a title that comes after the end, if it brings its status; prose may start like a title."""
        parted = split(line)
        if parted.status:
            self._is_reading = True
            self._start(parted)
        else:
            self._use("left", LIKE_A_TITLE)

    def _take_row(self, cells: list[str]) -> None:
        title = next((place for place, cell in enumerate(cells) if group_of_title(cell, any_case=True)), None)
        if title is None:
            self._take_unknown_row([cell for cell in cells if cell and not cell.isdecimal()])
            return
        self._is_reading = True
        parted = split(cells[title])
        after = [cell for cell in cells[title + 1 :] if cell]
        before = [cell for cell in cells[:title] if cell and not cell.isdecimal()]
        told = after or [cell for cell in before if is_status(cell)]
        status = " ".join((parted.status, *(cell for cell in told if not cell.isdecimal()))).strip()
        beside = [
            *(cell for cell in before if cell not in told),
            *(f"page {cell}" for cell in told if cell.isdecimal()),
        ]
        note = " ; ".join(part for part in (parted.note, *beside) if part)
        self._start(Split(parted.title, status, note), is_closed=bool(told) or len(cells) > title + 1)

    def _take_unknown_row(self, cells: list[str]) -> None:
        row = self._row
        if len(cells) <= 1 or is_about_the_page("".join(cells)):
            self._use("note")
        elif not self._is_reading:
            self._take_other(cells[0], _AFTER_END)
        elif row and not (row.status or row.is_closed or self._after_gap) and cells[0][0].islower():
            row.title, row.status = f"{row.title} {cells[0]}", " ".join(cells[1:])
            self._join(row, "title")
        elif self._heading:
            self._start(Split(cells[0], " ".join(cells[1:])), is_closed=True)

    def _take_line(self, line: str, *, is_titled: bool) -> None:
        row = self._row
        if is_announcement(line) and is_status(line):
            self._row = None
            self._take_note(line)
        elif row and not row.status and is_status(line):
            row.status = line
            self._join(row, "situation")
        elif is_titled:
            self._start(split(line))
        elif is_about_the_page(line):
            self._row = None
            self._take_note(line)
        elif row and self._continues(row, line):
            self._join(row, row.take(line))
        else:
            self._take_stray(row, line)

    def _continues(self, row: OpenRow, line: str) -> bool:
        if line[0].islower() or line[0] in _INSIDE or is_unfinished(row.status or row.title):
            return not row.status or not self._after_gap
        return bool(row.status) and not self._after_gap and is_status(line, loose=False)

    def _take_stray(self, row: OpenRow | None, line: str) -> None:
        """Take a line that starts like no known text: another kind of text, an unknown status, or what comes after."""
        parted = split(line, loose=False)
        ended = line[: len(line) - len(parted.status)].rstrip()[-1:] in ".;!?"
        is_label = line[len(parted.title) :].lstrip()[:1] == ":" and len(parted.title.split()) < _FEWEST_WORDS
        if parted.title and parted.status and self._heading and not (ended or is_label):
            self._start(parted)
        elif row and not (row.status or row.is_closed) and self._is_told_below(line):
            row.status = line
            self._join(row, "situation")
        else:
            self._row = None
            self._take_other(line, _NO_TITLE)

    def _is_told_below(self, line: str) -> bool:
        """Whether a line can be a situation: those of the rows before stand below, and a first row is not parted."""
        if self._is_item or is_of_another_kind(line) or is_announcement(line) or is_subtitle(line):
            return False
        if self._said_of_all or situation_of_list(line):
            return False
        return self._are_told_below if len(self.rows) > 1 else not self._after_gap

    def _take_other(self, line: str, reason: str) -> None:
        """Take a line that is no row: it may say something of all those under it, or end the table."""
        if is_of_another_kind(line):
            self._use("left", OTHER_KIND)
            return
        is_before = not self.rows and reason != LIKE_A_TITLE
        if is_before or any(
            says(line) for says in (situation_of_list, is_announcement, is_subtitle, is_about_the_page)
        ):
            self._take_note(line)
            return
        self._use("left", reason)
        if not is_of_bulletin(self._said_of_all):  # a summary puts the subject of each text above its title
            self._said_of_all = ""
            self._is_reading = self._is_reading and (self._is_item or not self.rows)

    def _take_note(self, line: str) -> None:
        self._said_of_all = "" if says_contrary(line) else situation_of_list(line) or self._said_of_all
        self._use("note")

    def _join(self, row: OpenRow, use: str) -> None:
        row.uses.append(len(self.uses) - 1)
        row.is_told_below = row.is_told_below or use == "situation"
        self._use(use)

    def _start(self, parted: Split, *, is_closed: bool = False, number: str = "") -> None:
        self._are_told_below = self._are_told_below and (not self.rows or self.rows[-1].is_told_below)
        self._row = OpenRow(self._heading, *parted, is_closed, number=number, said_of_all=self._said_of_all)
        self.rows.append(self._row)
        self._join(self._row, "title")
