"""Cells as a spreadsheet puts them on the clipboard: parted by tabs, quoted where one holds a tab or a line end."""

import re
from collections.abc import Sequence

from workflow.language.formulas import plain_cell

# A quoted cell ends where its row or its cell ends; other quotes are letters like any.
_CELL = re.compile(r'(?:"((?:[^"]|"")*)"(?=\t|\r?\n|\r|\Z)|([^\t\r\n]*))(\t|\r?\n|\r|\Z)')
_QUOTED = re.compile(r'[\t\r\n]|^"')


def cells_of(pasted: str) -> list[list[str]]:
    """Read the rows that were pasted; the last line end ends the last row."""
    rows: list[list[str]] = [[]]
    text = pasted.removesuffix("\n").removesuffix("\r")
    for found in _CELL.finditer(text):
        quoted, bare, end = found.groups()
        rows[-1].append(plain_cell(quoted.replace('""', '"') if quoted is not None else bare))
        if not end:
            break
        if end != "\t":
            rows.append([])
    return rows if text.strip() else []


def pasted_of(rows: Sequence[Sequence[str]]) -> str:
    """Write rows as a spreadsheet would copy them."""
    return "\n".join("\t".join(map(_quoted, row)) for row in rows)


def _quoted(cell: str) -> str:
    cell = cell if plain_cell(cell) == cell else f"'{cell}"  # what is read back is what stands here
    doubled = cell.replace('"', '""')
    return f'"{doubled}"' if _QUOTED.search(cell) else cell
