"""What somebody wants of the items of a register, and what of it is wrong, row by row."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from workflow.history.facts import REASON, BadFact, too_long
from workflow.history.items import Item, Values
from workflow.procedure.registers import RegisterBook
from workflow.procedure.vocabulary import Vocabulary
from workflow.registers.cells import dating, read_cell, western

# So many rows at once: more is a file, which is read in parts.
MOST_ROWS = 2000
# The column that names an item already recorded, in a form and in a table.
ITEM, ITEM_FR, ITEM_AR = "item", "N° au registre", "الرقم في السجل"
_DIGITS = 9


@dataclass(frozen=True)
class Change:
    """What one row of a table wants: a new item where `item` is None, else other values of some of its columns.

    `row` is the number of the row as people see it; `withdrawn` is the reason for which the item is taken away.
    """

    row: int
    item: int | None = None
    values: Values = field(default_factory=dict)
    withdrawn: str | None = None


@dataclass(frozen=True)
class Fault:
    """What is wrong in a row, in French; `column` is the label of the column at fault, empty for the whole row."""

    row: int
    column: str
    words: str

    def __str__(self) -> str:
        """Say it with its place."""
        place = f"Ligne {self.row}, « {self.column} »" if self.column else f"Ligne {self.row}"
        return f"{place} : {self.words}"


def read_rows(
    register: RegisterBook, rows: Sequence[Mapping[str, Any]], vocabulary: Vocabulary, *, first: int = 1
) -> tuple[list[Change], list[Fault]]:
    """Read rows as they were typed, by column, `ITEM` naming the item they change; give every fault besides.

    `first` is the number of the first row as people see it. A row that is empty all over is passed over.
    """
    changes, faults = [], []
    for number, row in enumerate(rows, first):
        if all(str("" if words is None else words).strip() == "" for words in row.values()):
            continue
        values: Values = {}
        for name in row.keys() & register.by_name.keys():
            column = register.by_name[name]
            try:
                values[name] = read_cell(register, column, row[name], vocabulary)
            except BadFact as error:
                faults.append(Fault(number, column.label_fr, str(error)))
        item = western(str(row.get(ITEM) or "").strip())
        if item and not (item.isascii() and item.isdigit() and len(item) <= _DIGITS):
            faults.append(Fault(number, ITEM_FR, "Un nombre entier est attendu."))
            continue
        changes.append(Change(number, int(item) if item else None, values))
    order = list(register.by_name)
    labels = {column.label_fr: order.index(column.name) for column in register.columns}
    return changes, sorted(faults, key=lambda fault: (fault.row, labels.get(fault.column, -1)))


def faults_of(
    register: RegisterBook, changes: Sequence[Change], items: Mapping[int, Item], today: date
) -> Iterator[Fault]:
    """Say what cannot be of these rows: unknown items, the same twice, what is missing, a day that has not come."""
    if len(changes) > MOST_ROWS:
        yield Fault(MOST_ROWS + 1, "", f"{MOST_ROWS} lignes au plus s’enregistrent à la fois.")
    seen: set[int] = set()
    for change in changes:
        if change.item is not None and change.item in seen:
            yield Fault(change.row, "", f"Le n° {change.item} est déjà donné par une autre ligne.")
        if change.item is not None and change.item not in items:
            yield Fault(change.row, "", f"Le n° {change.item} n’existe pas, ou a été retiré.")
            continue
        seen |= {change.item} if change.item is not None else set()
        known = items[change.item].values if change.item is not None else {}
        yield from (
            _of_withdrawal(change) if change.withdrawn is not None else _of_values(register, change, known, today)
        )


def _of_withdrawal(change: Change) -> Iterator[Fault]:
    reason = (change.withdrawn or "").strip()
    if change.item is None:
        yield Fault(change.row, "", "Cette ligne n’est pas encore enregistrée : il n’y a rien à retirer.")
    if not reason:
        yield Fault(change.row, "", "Dites pourquoi cet élément est retiré.")
    elif long := too_long(reason, REASON):
        yield Fault(change.row, "", f"Le motif est trop long : {long}")


def _of_values(register: RegisterBook, change: Change, known: Values, today: date) -> Iterator[Fault]:
    values = known | change.values
    for column in register.columns:
        if column.required and values.get(column.name) in (None, ""):
            yield Fault(change.row, column.label_fr, "À renseigner.")
    for action in dating(register):
        on = register.date_of(change.values.get(action.on))
        if on and on.first_day > today:
            label = register.by_name[action.on].label_fr
            yield Fault(change.row, label, "Cette date est dans l’avenir : elle s’enregistre quand elle est venue.")
