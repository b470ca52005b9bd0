"""What a table would bring to a register, row by row, before anything is recorded."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlmodel import Session

from web.registers.opened import Opened
from workflow.history.items import Item
from workflow.register.items import planned
from workflow.registers.changes import MOST_ROWS, Change, Fault
from workflow.registers.pasted import Difference, Table, differences, read_table, titles_at

Cells = Sequence[Sequence[str]]


class Fate(StrEnum):
    """What becomes of a row."""

    ADDED = "added"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True)
class Read:
    """One row of the table: `item` is the item that it changes or says again, None for a new one.

    In a list of them those at fault come first.
    """

    row: int
    fate: Fate
    item: int | None
    columns: Sequence[tuple[str, str, str]]
    faults: Sequence[str] = ()


@dataclass(frozen=True)
class Preview:
    """A table beside its register: `faults` are those of the table as a whole, `changes` what can be recorded."""

    table: Table
    rows: Sequence[Read]
    faults: Sequence[str]
    changes: Sequence[Change]
    # The rows that are refused, under the titles of the table.
    left: Cells

    @property
    def counts(self) -> Counter[str]:
        """How many rows there are of each fate."""
        return Counter(row.fate.value for row in self.rows)


def read_beside(session: Session, opened: Opened, cells: Cells) -> Preview:
    """Set a table beside its register."""
    table, start = read_table(opened.book, cells, opened.vocabulary), titles_at(opened.book, cells)
    whole = [str(fault) for fault in table.faults if fault.row == start + 1]
    if len(table.changes) > MOST_ROWS:
        whole.append(f"Ce tableau a {len(table.changes)} lignes : {MOST_ROWS} au plus s’enregistrent à la fois.")
    if whole:
        return Preview(table, (), whole, (), ())
    same = _said_already(opened, table.changes)
    asked = [change for change in table.changes if change.row not in same]
    faults, changes = _sort_out(session, opened, asked, table.faults)
    rows = _rows(opened, table, same, faults)
    left = [cells[start], *(cells[row.row - 1] for row in rows if row.fate is Fate.REFUSED)]
    return Preview(table, rows, (), changes, left if len(left) > 1 else ())


def _sort_out(
    session: Session, opened: Opened, asked: Sequence[Change], faults: Sequence[Fault]
) -> tuple[list[Fault], list[Change]]:
    """Give every fault, and the changes that can be recorded without the rows at fault."""
    found, changes = list(faults), list(asked)
    while True:
        wrong = {fault.row for fault in found}
        changes = [change for change in changes if change.row not in wrong]
        batch = planned(session, opened.now, opened.book.code.value, changes, steps=opened.steps)
        if not batch.faults:
            return found, changes
        found += batch.faults


def _said_already(opened: Opened, changes: Sequence[Change]) -> dict[int, int]:
    """Give by row the item that a row without a number says again, word for word: each item once."""
    known: dict[str, list[int]] = {}
    for number, item in opened.items.items():
        known.setdefault(_mark(item.values), []).append(number)
    found = {}
    for change in changes:
        numbers = known.get(_mark(change.values)) if change.item is None else None
        if numbers:
            found[change.row] = numbers.pop(0)
    return found


def _mark(values: dict[str, object]) -> str:
    return repr(sorted((name, value) for name, value in values.items() if value not in (None, "")))


def _rows(opened: Opened, table: Table, same: dict[int, int], faults: Sequence[Fault]) -> list[Read]:
    told: dict[int, list[str]] = {}
    for fault in faults:
        told.setdefault(fault.row, []).append(f"{fault.column} : {fault.words}" if fault.column else fault.words)
    rows = {row: Read(row, Fate.REFUSED, None, (), tuple(words)) for row, words in told.items()}
    for each in differences(opened.book, opened.items, table.changes):
        refused = told.get(each.row, ())
        item = each.item or same.get(each.row)
        fate = _fate(each, is_same=each.row in same, is_refused=bool(refused))
        rows[each.row] = Read(each.row, fate, item, _words(opened, each), refused)
    return sorted(rows.values(), key=lambda read: (read.fate is not Fate.REFUSED, read.row))


def _fate(each: Difference, *, is_same: bool, is_refused: bool) -> Fate:
    if is_refused:
        return Fate.REFUSED
    if is_same or not each.columns:
        return Fate.SAME
    return Fate.ADDED if each.item is None else Fate.CHANGED


def _words(opened: Opened, each: Difference) -> list[tuple[str, str, str]]:
    before, after = (Item("", 0, {column.name: told[place] for column, *told in each.columns}, 0) for place in (0, 1))
    return [
        (column.label_fr, opened.words(column, before), opened.words(column, after)) for column, *_told in each.columns
    ]
