"""The cells of a table sent as a file, as they stand: the first visible sheet of a workbook that says something."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from workflow.importing.source.advice import ADVICE, BROKEN, FOREIGN, MOST_LINES, TOO_LONG
from workflow.importing.source.archive import BROKEN_ERRORS, checked_names
from workflow.importing.source.decoding import decode
from workflow.importing.table import UnreadableTable
from workflow.language.formulas import plain_cell

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

_ZIP = b"PK\x03\x04"
_MOST_COLUMNS = 100
_LOOKED_AT = 10
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=[\"']([A-Z]+)(\d+):[A-Z]+(\d+)[\"']")
# A formula whose result no program has written down; that of Excel for an empty one is of type "str".
_UNCOUNTED = re.compile(
    rb"<(?:\w+:)?c\b(?![^>]*\bt=\"str\")[^>]*><(?:\w+:)?f\b[^>]*>[^<]*</(?:\w+:)?f>"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?</(?:\w+:)?c>"
)
_WITHOUT_RESULTS = "« {} » a des formules sans leur résultat : ouvrez-le dans Excel, enregistrez-le, puis renvoyez-le."
# A column and the last row of a merged cell, by its first row.
_Merged = Mapping[int, Sequence[tuple[int, int]]]
_OTHER = "Envoyez un classeur Excel (.xlsx) ou un fichier CSV, ou collez le tableau."


def cells_of_file(source: bytes, name: str) -> list[list[str]]:
    """Read the cells of a workbook or of delimited values, told from the bytes; days are given as 2026-03-05.

    What a cell merged over several rows says, it says of each. Raise UnreadableTable, in words for the person, for
    another kind of file, a broken one, or more than 20,000 rows.
    """
    try:
        return _cells(source, name)
    except UnreadableTable as error:  # what is advised of tables of texts does not hold here
        raise UnreadableTable(str(error).replace(ADVICE, _OTHER)) from error


def _cells(source: bytes, name: str) -> list[list[str]]:
    for start, what, _help in FOREIGN:
        if source.startswith(start):
            raise UnreadableTable(f"« {name} » est {what} : ce n’est pas lu. {_OTHER}")
    if not source.startswith(_ZIP):
        return _delimited(decode(source, name))
    if "xl/workbook.xml" not in checked_names(source, name):
        raise UnreadableTable(f"« {name} » n’est pas un classeur Excel. {_OTHER}")
    try:
        return _of_workbook(source, name)
    except BROKEN_ERRORS as error:
        if isinstance(error, UnreadableTable):
            raise
        raise UnreadableTable(f"« {name} » ne s’ouvre pas comme classeur Excel. {BROKEN}") from error


def _delimited(text: str) -> list[list[str]]:
    text = text.lstrip("\ufeff")
    delimiter = max(";,\t", key="\n".join(text.split("\n", _LOOKED_AT)[:_LOOKED_AT]).count)
    rows = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    try:
        return [[plain_cell(cell) for cell in row] for row in rows]
    except csv.Error as error:
        raise UnreadableTable(f"Ce fichier n’est pas un tableau. {_OTHER}") from error


def _of_workbook(source: bytes, name: str) -> list[list[str]]:
    from openpyxl import load_workbook  # noqa: PLC0415 - loaded when a workbook comes

    workbook = load_workbook(BytesIO(source), read_only=True, data_only=True)
    for sheet in workbook.worksheets:
        if sheet.sheet_state == "visible" and (rows := list(_rows(sheet, name))):
            with ZipFile(BytesIO(source)) as archive:  # a reader that keeps one row at a time does not give it
                told = archive.read(sheet._worksheet_path)  # type: ignore[attr-defined] # noqa: SLF001 - no other way
            if _UNCOUNTED.search(told):
                raise UnreadableTable(_WITHOUT_RESULTS.format(name))
            return list(_told_of_each(rows, _merged(told)))
    return []


def _merged(told: bytes) -> _Merged:
    """Give the cells that a sheet merges over several rows."""
    from openpyxl.utils import column_index_from_string  # noqa: PLC0415 - as above

    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for letters, first, last in _MERGED.findall(told):
        found[int(first)].append((column_index_from_string(letters.decode()) - 1, int(last)))
    return found


def _told_of_each(rows: Sequence[list[str]], merged: _Merged) -> Iterator[list[str]]:
    """Say in each row what a merged cell says in its first, in its first column; rows without a word stay so."""
    above: dict[int, tuple[int, str]] = {}
    for number, row in enumerate(rows, start=1):
        if row:
            for column, (last, words) in above.items():
                if number <= last and column < len(row) and not row[column]:
                    row[column] = words
        above |= {column: (last, row[column]) for column, last in merged.get(number, ()) if column < len(row)}
        yield row


def _rows(sheet: "ReadOnlyWorksheet", name: str) -> Iterator[list[str]]:
    """Give the rows down to the last that says something."""
    sheet.reset_dimensions()  # some programs write false ones, and rows beyond them would be lost
    blank = 0
    for number, row in enumerate(sheet.rows, start=1):
        cells = [_words(cell.value) for cell in row[:_MOST_COLUMNS]]
        if not any(cells):
            blank += 1
            continue
        if number > MOST_LINES:
            raise UnreadableTable(f"« {name} » a plus de {MOST_LINES} lignes. {TOO_LONG}")
        yield from ([] for _ in range(blank))
        blank = 0
        yield cells


def _words(value: Any) -> str:  # noqa: ANN401 - what a cell holds
    if value is None:
        return ""
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() else str(value)
    return str(value).strip()
