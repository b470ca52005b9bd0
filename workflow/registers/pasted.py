"""A table pasted or read from a file: its columns recognised by their titles, and what its rows would change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workflow.history.items import Item
from workflow.language.folding import norm
from workflow.procedure.registers import Column, RegisterBook
from workflow.procedure.vocabulary import Vocabulary
from workflow.registers.changes import ITEM, ITEM_AR, ITEM_FR, Change, Fault, read_rows

_NO_COLUMN = "Aucune colonne de ce registre n’est reconnue : la première ligne donne les titres des colonnes."
# Above the titles of columns, tables of offices have a title of their own, over a few rows.
_LOOKED_AT = 10
_NO_ROW = "Ce tableau n’a que ses titres : copiez aussi les lignes qui suivent."
_TWICE = "Cette colonne est donnée deux fois."


@dataclass(frozen=True)
class Table:
    """What a table says: its rows as changes, the faults of its cells, and the titles that no column has."""

    changes: tuple[Change, ...]
    faults: tuple[Fault, ...]
    ignored: tuple[str, ...]


@dataclass(frozen=True)
class Difference:
    """What one row would bring about: each column with what it says now and what it would say.

    `item` is None where the row would be a new item; without differences the row changes nothing.
    """

    row: int
    item: int | None
    columns: tuple[tuple[Column, Any, Any], ...]


def read_table(register: RegisterBook, cells: Sequence[Sequence[Any]], vocabulary: Vocabulary) -> Table:
    """Read the rows of a table under the titles of its columns, in either language or as the codes of columns.

    The titles are looked for in its first rows; rows are numbered as the table shows them, from 1.
    """
    start = titles_at(register, cells)
    titles = _stripped(cells[start]) if cells else []
    known = _titles(register)
    named = [known.get(norm(title), "") for title in titles]
    if not any(name and name != ITEM for name in named):
        return Table((), (Fault(start + 1, "", _NO_COLUMN),), tuple(filter(None, titles)))
    twice = [title for place, title in enumerate(titles) if named[place] and named[place] in named[:place]]
    rows = [{name: cell for name, cell in zip(named, row, strict=False) if name} for row in cells[start + 1 :]]
    changes, faults = read_rows(register, rows, vocabulary, first=start + 2)
    ignored = [title for title, name in zip(titles, named, strict=True) if title and not name]
    whole = [Fault(start + 1, title, _TWICE) for title in twice]
    if not changes and not faults:
        whole.append(Fault(start + 1, "", _NO_ROW))
    return Table(tuple(changes), (*whole, *faults), tuple(ignored))


def titles_at(register: RegisterBook, cells: Sequence[Sequence[Any]]) -> int:
    """Give the place of the row of titles, from 0: the first row where no column is recognised."""
    known = {title for title, name in _titles(register).items() if name != ITEM}
    rows = enumerate(cells[:_LOOKED_AT])
    return next((place for place, row in rows if known.intersection(map(norm, _stripped(row)))), 0)


def differences(register: RegisterBook, items: Mapping[int, Item], changes: Sequence[Change]) -> list[Difference]:
    """Say of each row what it would change; `items` are those of the register by number."""
    found = []
    for change in changes:
        item = items.get(change.item) if change.item is not None else None
        now = item.values if item else {}
        told = [
            (column, now.get(column.name, ""), change.values[column.name])
            for column in register.columns
            if column.name in change.values and change.values[column.name] != now.get(column.name, "")
        ]
        found.append(Difference(change.row, change.item, tuple(told)))
    return found


def _stripped(row: Sequence[Any]) -> list[str]:
    return [str("" if title is None else title).strip() for title in row]


def _titles(register: RegisterBook) -> dict[str, str]:
    """Give the column that each title names, folded; of a title with two names, one will do: "Département"."""
    found: dict[str, str] = {}
    for column in register.columns:
        either = (*column.label_fr.split(" ou "), *column.label_ar.split(" أو "))
        found |= {norm(title): column.name for title in either}
    for column in register.columns:
        found |= {norm(title): column.name for title in (column.name, column.label_fr, column.label_ar)}
    return found | {norm(title): ITEM for title in (ITEM, ITEM_FR, ITEM_AR)}
