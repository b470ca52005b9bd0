"""Tables for spreadsheets: a workbook with real dates, or lines of CSV; nothing that people typed is ever computed."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

from models import PartialDate
from workflow.calendar.words import long_date
from workflow.language.formulas import text_cell

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# A French spreadsheet reads a file as such only with this mark and with semicolons.
MARK = "\ufeff"
Value = str | int | date | PartialDate | None
_LONGEST_TITLE = 31


@dataclass(frozen=True)
class Sheet:
    """One table: its columns are labels and widths in letters, its rows may be read as they are written."""

    title: str
    columns: Sequence[tuple[str, float]]
    rows: Iterable[Sequence[Value]]


def csv_lines(sheet: Sheet) -> Iterator[bytes]:
    """Write the labels, then one line for each row, with semicolons and the mark by which it is read as UTF-8.

    Days are written 12/03/2018. A spreadsheet would take « mars 2018 » for the first of March: what is not known of a
    date is XX.
    """
    yield (MARK + csv_line([label for label, _width in sheet.columns])).encode()
    for row in sheet.rows:
        yield csv_line([_csv_cell(cell) for cell in row]).encode()


def csv_line(cells: Sequence[str]) -> str:
    """Write one line of CSV as French spreadsheets read it."""
    written = StringIO(newline="")
    csv.writer(written, delimiter=";").writerow(cells)
    return written.getvalue()


def _csv_cell(cell: Value) -> str:
    if isinstance(cell, PartialDate):
        return f"{cell.day or 'XX':0>2}/{cell.month:02}/{cell.year}" if cell.month else str(cell.year)
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    return text_cell(cell) if isinstance(cell, str) else "" if cell is None else str(cell)


def workbook(sheet: Sheet) -> BytesIO:
    """Write a workbook of one sheet, row by row: its first row stays in sight, filters, and is repeated in print."""
    from openpyxl import Workbook  # noqa: PLC0415 - loaded when a workbook is asked for

    book = Workbook(write_only=True)
    made: Worksheet = book.create_sheet(sheet.title[:_LONGEST_TITLE])
    _lay_out(made, sheet.columns)
    rows = _append(made, sheet)
    made.auto_filter.ref = f"A1:{_letter(len(sheet.columns))}{rows}"
    written = BytesIO()
    book.save(written)
    written.seek(0)
    return written


def _lay_out(made: "Worksheet", columns: Sequence[tuple[str, float]]) -> None:
    made.freeze_panes = "A2"
    made.print_title_rows = "1:1"
    made.page_setup.orientation = "landscape"
    made.sheet_view.rightToLeft = False
    for place, (_label, width) in enumerate(columns, start=1):
        made.column_dimensions[_letter(place)].width = width


def _append(made: "Worksheet", sheet: Sheet) -> int:
    """Write the labels and the rows; give how many lines that is."""
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    # One alignment and one font for all cells: a style of its own for each would be most of the work.
    placed, bold = Alignment(wrap_text=True, vertical="top"), Font(bold=True)
    labels = [WriteOnlyCell(made, label) for label, _width in sheet.columns]
    for cell in labels:
        cell.alignment, cell.font = placed, bold
    made.append(labels)
    lines = 1
    for row in sheet.rows:
        lines += 1
        cells = [WriteOnlyCell(made) for _value in row]
        for cell, value in zip(cells, row, strict=True):
            cell.alignment = placed
            _write(cell, value)
        made.append(cells)
    return lines


def _write(cell: "Cell", value: Value) -> None:
    if isinstance(value, PartialDate):
        value = value.first_day if value.is_full else long_date(value)
    cell.value = value
    if isinstance(value, date):
        cell.number_format = "DD/MM/YYYY"
    elif isinstance(value, str):
        cell.data_type = "s"  # whatever it begins with: nothing of it is computed
        cell.quotePrefix = bool(value) and text_cell(value) != value


def _letter(place: int) -> str:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    return get_column_letter(place)
