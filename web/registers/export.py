"""The items shown of a register as a file that a spreadsheet opens, and that can be read back."""

from collections.abc import Iterator
from io import BytesIO

from documents.spreadsheets import Sheet, Value, csv_lines, workbook
from models import PartialDate
from web.registers.finding import Found
from workflow.history.items import Item
from workflow.procedure.registers import Column
from workflow.registers.changes import ITEM_FR

# Letters of width for each part of the width of a column beside the others.
_LETTERS = 9


def file_of(found: Found, shape: str) -> BytesIO:
    """Write the items that are shown, under the titles of all columns; `shape` is "csv" or "xlsx"."""
    columns = [(ITEM_FR, 1), *((column.label_fr, column.width) for column in found.opened.book.columns)]
    wide = [(label, max(width, 1) * _LETTERS + 3) for label, width in columns]
    sheet = Sheet(found.opened.book.label_fr, wide, _rows(found))
    return BytesIO(b"".join(csv_lines(sheet))) if shape == "csv" else workbook(sheet)


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
