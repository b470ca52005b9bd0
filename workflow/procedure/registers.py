"""The registers of a text as data: their columns, what is written of an item, and what settles it."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from models import PartialDate, Register
from workflow.errors import BadProcedure
from workflow.procedure.part import Part, read_parts
from workflow.procedure.vocabulary import Choice

FILE = Path(__file__).parents[1] / "procedures" / "registers.toml"
_COUNTED = (("added", "enregistré{e}{s}"), ("changed", "modifié{e}{s}"), ("withdrawn", "retiré{e}{s}"))
_COUNTED_AR = {"added": "المسجلة", "changed": "المعدلة", "withdrawn": "المسحوبة"}


class Column(Part):
    """A column of a register: what is asked of an item, and how wide it is beside the others."""

    name: str
    label_fr: str
    label_ar: str
    type: Literal["line", "text", "day", "choice", "body", "article", "number", "chamber"]
    choices: tuple[Choice, ...] = ()
    required: bool = False
    width: int = 2


class Action(Part):
    """One thing told of an item: the first of a register records it, the others answer it.

    An entry of this action is read as a step of its move would be, with the columns as its facts.
    """

    move: str
    columns: tuple[str, ...] = ()
    # The column that is the date of the entry, rather than one of its facts.
    on: str = ""
    # Columns of the item that are told again with it.
    context: tuple[str, ...] = ()
    # Columns whose fact has another name in the move.
    facts: dict[str, str] = Field(default_factory=dict)
    # The values of columns without which the entry is not of this move.
    only_if: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    guards: tuple[str, ...] = ()
    # How such entries are counted in the sentence of a batch: one, several.
    counted_fr: tuple[str, str] = ("", "")
    counted_ar: str = ""

    @property
    def own(self) -> tuple[str, ...]:
        """The columns that it tells, its date included."""
        return (*self.columns, self.on) if self.on else self.columns

    def holds_for(self, values: Mapping[str, Any]) -> bool:
        """Whether an item with these values is one of which this move tells."""
        return all(values.get(column, "") in allowed for column, allowed in self.only_if.items())


class RegisterBook(Part):
    """One register: its words, its columns in their order, what is written of an item and what settles it."""

    code: Register
    label_fr: str
    label_ar: str
    # One item, with its gender for agreement.
    item_fr: str
    item_ar: str
    gender: Literal["m", "f"]
    open_fr: str
    open_ar: str
    settled_fr: str
    settled_ar: str
    columns: tuple[Column, ...]
    actions: tuple[Action, ...]
    # An item is settled once one of these columns is told with none of the values that leave it open, or once an
    # entry of this move was written; at once where neither is named.
    settled_columns: tuple[str, ...] = ()
    settled_by: str = ""
    open_values: tuple[str, ...] = ()

    @property
    def by_name(self) -> dict[str, Column]:
        """The columns by name."""
        return {column.name: column for column in self.columns}

    @property
    def may_wait(self) -> bool:
        """Whether something can be expected of an item: it is settled at once otherwise."""
        return bool(self.settled_columns or self.settled_by)

    def action_of(self, move: str) -> Action | None:
        """Give the action that writes entries of this move; None for what no procedure knows."""
        return next((action for action in self.actions if action.move == move), None)

    @staticmethod
    def date_of(value: Any) -> PartialDate | None:  # noqa: ANN401 - JSON
        """Read the value of a day column."""
        return PartialDate.parse(value) if value else None

    def is_settled(self, values: Mapping[str, Any], moves: frozenset[str] | set[str]) -> bool:
        """Whether nothing is expected any more of an item with these values, of which these moves told."""
        if not self.may_wait:
            return True
        told = [value for name in self.settled_columns if (value := values.get(name))]
        return self.settled_by in moves or any(value not in self.open_values for value in told)

    def counted_fr(self, counts: Mapping[str, int]) -> str:
        """Say what a batch recorded: "Observations : 20 enregistrées, 3 réponses."."""
        words = []
        for name, form in _COUNTED:
            if count := counts.get(name, 0):
                ending = {"e": "e" if self.gender == "f" else "", "s": "s" if count > 1 else ""}
                words.append(f"{count} {form.format(**ending)}")
        for action in self.actions:
            if (count := counts.get(action.move, 0)) and action.counted_fr[0]:
                words.insert(1 if counts.get("added") else 0, f"{count} {action.counted_fr[count > 1]}")
        return f"{self.label_fr} : {', '.join(words)}."

    def counted_ar(self, counts: Mapping[str, int]) -> str:
        """Say the same in Arabic, the numbers after what they count: "الملاحظات – المسجلة: 20؛ الأجوبة: 3."."""
        names = {name: words for name, words in _COUNTED_AR.items() if name == "added"}
        names |= {action.move: action.counted_ar for action in self.actions if action.counted_ar}
        told = [f"{words}: {counts[name]}" for name, words in (names | _COUNTED_AR).items() if counts.get(name)]
        return f"{self.label_ar} – {'؛ '.join(told)}."


@cache
def registers() -> Mapping[str, RegisterBook]:
    """Give the registers by code, in the order of the file; read once."""
    return read_registers(FILE)


def read_registers(path: Path) -> dict[str, RegisterBook]:
    """Read the registers; raise BadProcedure for a file, a key or the name of a column that cannot be used."""
    found = read_parts(path, "registers", RegisterBook, "registre")
    for each in found:
        _check(path.name, each)
    if missing := [code for code in Register if code not in {each.code for each in found}]:
        raise BadProcedure(f"{path.name} : des registres manquent ({', '.join(missing)}).")
    return {each.code.value: each for each in found}


def _check(file: str, register: RegisterBook) -> None:
    named = {*register.settled_columns}
    for action in register.actions:
        named |= {*action.own, *action.context, *action.facts, *action.only_if}
    told = [column for action in register.actions for column in action.own]
    known = set(register.by_name)
    if wrong := sorted(named - known):
        raise BadProcedure(f"{file} : registre « {register.code} », des colonnes n’existent pas ({', '.join(wrong)}).")
    if sorted(told) != sorted(known):
        raise BadProcedure(f"{file} : registre « {register.code} », chaque colonne est à écrire par une seule action.")
