"""Files of values parted by semicolons, commas or tabs, whose quoted cells may hold line ends."""

import csv
from collections.abc import Sequence
from io import StringIO

from workflow.importing.page.columns import columns_of

_DELIMITERS = ";,\t"
_LOOKED_AT = 12
_MOST = 0.9


def rows_of_csv(text: str) -> list[list[str]]:
    """Read the rows of a file of delimited values, or none when the text is no such file.

    It is one when one of its first lines names the columns, or when nearly all lines have the same number of cells;
    a comma also stands in sentences, so it needs the names of columns.
    """
    for delimiter in _DELIMITERS:
        rows = _rows(text, delimiter)
        header = next((place for place, row in enumerate(rows[:_LOOKED_AT]) if columns_of(row)), None)
        if header is not None or (delimiter == ";" and _is_regular(rows)):
            return _padded(rows)
    return []


def _rows(text: str, delimiter: str) -> list[list[str]]:
    reader = csv.reader(StringIO(text.lstrip("\ufeff"), newline=""), delimiter=delimiter)
    try:
        return [[cell.strip() for cell in row] for row in reader]
    except csv.Error:
        return []


def _is_regular(rows: Sequence[Sequence[str]]) -> bool:
    written = [row for row in rows if any(row)]
    if len(written) < len(("first", "second")):
        return False
    width = max(map(len, written))
    full = [row for row in written if len(row) == width and sum(map(bool, row)) > 1]
    return width > 1 and len(full) >= _MOST * len(written)


def _padded(rows: list[list[str]]) -> list[list[str]]:
    """Give a row of one cell its place alone: it is a heading, not a row short of cells."""
    return [row if any(row) else [""] for row in rows]
