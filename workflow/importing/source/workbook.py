"""The visible sheets of an Excel workbook, row by row."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries

from workflow.calendar.words import day_fr
from workflow.importing.page.headings import is_heading
from workflow.importing.page.notes import HIDDEN_SHEET
from workflow.importing.source.advice import BROKEN, MOST_LINES, TOO_LONG
from workflow.importing.source.archive import BROKEN_ERRORS
from workflow.importing.table import UnreadableTable

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

_MOST_COLUMNS = 100
_MERGED = re.compile(rb'<mergeCell\b[^>]*\bref="([A-Z]+\d+:[A-Z]+\d+)"')
_DECIMALS = re.compile(r"0\.(0+)")


def text_of_workbook(source: bytes, name: str) -> str:
    """Give a line to each row of the visible sheets; raise UnreadableTable when it does not open or is too long.

    The names of the hidden sheets stand first, on a line each: they are told, not read.
    Days are worded in French, formulas give the values that Excel last computed, a cell merged over several rows is
    repeated down them. A sheet named as a group of texts is its heading.
    """
    try:
        workbook = load_workbook(BytesIO(source), read_only=True, data_only=True)
        with ZipFile(BytesIO(source)) as archive:
            seen = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
            lines = [f"{HIDDEN_SHEET}{sheet.title}" for sheet in workbook.worksheets if sheet not in seen]
            lines += [line for sheet in seen for line in _lines(sheet, archive, name)]
    except BROKEN_ERRORS as error:
        if isinstance(error, UnreadableTable):
            raise
        raise UnreadableTable(f"« {name} » ne s'ouvre pas comme classeur Excel. {BROKEN}") from error
    return "\n".join(lines)


def _lines(sheet: "ReadOnlyWorksheet", archive: ZipFile, name: str) -> Iterator[str]:
    if is_heading(sheet.title):
        yield sheet.title
    rows: list[list[str]] = []
    sheet.reset_dimensions()  # some programs write false ones, and rows beyond them would be lost
    for number, row in enumerate(sheet.rows, start=1):
        cells = [_worded(cell) for cell in row[:_MOST_COLUMNS]]
        if any(cells) and number > MOST_LINES:
            raise UnreadableTable(f"« {name} » a plus de {MOST_LINES} lignes. {TOO_LONG}")
        if number <= MOST_LINES:
            rows.append(cells)
    width = max((place for row in rows for place, cell in enumerate(row, start=1) if cell), default=0)
    rows = [[*row, *[""] * width][:width] for row in rows]
    _repeat_merged(rows, archive.read(_member_of(sheet)))
    yield from map("\t".join, rows)
    yield ""


def _member_of(sheet: "ReadOnlyWorksheet") -> str:
    """Name the member of the archive that holds a sheet: a sheet read as a stream tells its merged cells nowhere."""
    return str(sheet._worksheet_path)  # type: ignore[attr-defined] # noqa: SLF001


def _worded(cell: "Cell | MergedCell") -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime):
        return day_fr(value.date())
    if isinstance(value, date):
        return day_fr(value)
    if isinstance(value, float):
        # Excel keeps 43.20 as 43.2: the format of the cell tells how many decimals the person sees.
        decimals = _DECIMALS.fullmatch(str(cell.number_format))
        return f"{value:.{len(decimals[1])}f}" if decimals else f"{value:g}" if value % 1 else f"{value:.0f}"
    return " ".join(str(value).split())


def _repeat_merged(rows: list[list[str]], sheet: bytes) -> None:
    for merged in _MERGED.findall(sheet):
        column, first, _, last = (int(bound or 0) for bound in range_boundaries(merged.decode()))
        for row in rows[first:last]:
            if column <= len(row) and not row[column - 1]:
                row[column - 1] = rows[first - 1][column - 1]
