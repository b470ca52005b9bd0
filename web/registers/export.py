"""The items shown of a register as a file that a spreadsheet opens, and that can be read back."""

import csv
from collections.abc import Iterator, Sequence
from datetime import date
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

from models import PartialDate
from web.registers.finding import Found
from workflow.history.items import Item
from workflow.language.formulas import text_cell
from workflow.procedure.registers import Column
from workflow.registers.changes import ITEM_FR

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

CSV = "text/csv; charset=utf-8"
Value = str | int | date
# Letters of width for each part of the width of a column beside the others.
_LETTERS = 9
_LONGEST_TITLE = 31


def file_of(found: Found, shape: str) -> BytesIO:
    """Write the items that are shown, under the titles of all columns; `shape` is "csv" or "xlsx"."""
    return _csv(found) if shape == "csv" else _workbook(found)


def _titles(found: Found) -> list[Value]:
    return [ITEM_FR, *(column.label_fr for column in found.opened.book.columns)]


def _rows(found: Found) -> Iterator[list[Value]]:
    for item in found.shown:
        yield [item.number, *(_value(found, column, item) for column in found.opened.book.columns)]


def _value(found: Found, column: Column, item: Item) -> Value:
    value = item.values.get(column.name)
    if column.type == "number" and value not in (None, ""):
        return int(value)
    if column.type == "day" and value and PartialDate.parse(value).is_full:
        return PartialDate.parse(value).first_day
    return found.opened.words(column, item)


def _csv(found: Found) -> BytesIO:
    written = StringIO(newline="")
    writer = csv.writer(written, delimiter=";")
    writer.writerow(_titles(found))
    for row in _rows(found):
        writer.writerow([f"{cell:%d/%m/%Y}" if isinstance(cell, date) else _defused(cell) for cell in row])
    return BytesIO(written.getvalue().encode("utf-8-sig"))


def _defused(cell: str | int) -> str | int:
    return text_cell(cell) if isinstance(cell, str) else cell


def _workbook(found: Found) -> BytesIO:
    from openpyxl import Workbook  # noqa: PLC0415 - loaded when a workbook is asked for

    workbook = Workbook()
    sheet: Worksheet = workbook.active  # type: ignore[assignment]
    sheet.title = found.opened.book.label_fr[:_LONGEST_TITLE]
    for place, row in enumerate((_titles(found), *_rows(found)), start=1):
        _write(sheet, place, row)
    _lay_out(sheet, found.opened.book.columns)
    written = BytesIO()
    workbook.save(written)
    written.seek(0)
    return written


def _write(sheet: "Worksheet", place: int, row: Sequence[Value]) -> None:
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    for column, value in enumerate(row, start=1):
        cell = sheet.cell(place, column, value)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if isinstance(value, str):
            cell.data_type = "s"  # whatever it begins with: nothing of it is computed
            cell.quotePrefix = bool(value) and text_cell(value) != value
        elif isinstance(value, date):
            cell.number_format = "DD/MM/YYYY"
        if place == 1:
            cell.font = Font(bold=True)


def _lay_out(sheet: "Worksheet", columns: Sequence[Column]) -> None:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    for place, width in enumerate([1, *(column.width for column in columns)], start=1):
        sheet.column_dimensions[get_column_letter(place)].width = max(width, 1) * _LETTERS + 3
