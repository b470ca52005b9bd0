"""The file of the registers: what cannot be used is refused with its place, and its words are those of the moves."""

from pathlib import Path

import pytest

from models import Register
from workflow.conditions.registry import conditions
from workflow.errors import BadProcedure
from workflow.history.numbering import REGISTER_OF
from workflow.procedure.registers import FILE, read_registers, registers
from workflow.rulebook.files import procedures

FACTS = procedures()["decret"].vocabulary.facts


def test_every_register_is_there_with_a_first_action_that_records() -> None:
    assert list(registers()) == ["observations", "consultations", "amendments", "signatures", "letters", "meetings"]
    assert set(registers()) == set(Register)
    firsts = {register.actions[0].move for register in registers().values()}
    assert firsts == {"record_observation", "ask_opinion", "name_signatories", "add_item"}


def test_the_answers_of_a_column_are_those_of_the_fact_of_its_move() -> None:
    asked = [
        (column, FACTS[column.name])
        for register in registers().values()
        for action in register.actions
        if action.move in REGISTER_OF
        for column in register.columns
        if column.name in action.columns and column.name in FACTS
    ]
    assert {column.name: [choice.value for choice in column.choices] for column, _fact in asked} == {
        column.name: [choice.value for choice in fact.choices] for column, fact in asked
    }
    words = [[(choice.fr, choice.ar) for choice in each.choices] for pair in asked for each in pair]
    assert words[::2] == words[1::2]


def test_what_a_register_asks_of_its_rows_are_conditions() -> None:
    named = {name for register in registers().values() for action in register.actions for name in action.guards}
    assert named <= set(conditions())


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("[[registers]]", "[[books]]", "registers.toml : la liste [[registers]] manque."),
        ('code = "letters"', 'code = "lettres"',
         "registers.toml : registre « lettres », clé « code » : sa valeur n’est pas de celles qui existent."),
        ('settled_columns = ["position"]', 'settled_columns = ["place"]',
         "registers.toml : registre « observations », des colonnes n’existent pas (place)."),
        ('on = "held_on"', 'on = "object"',
         "registers.toml : registre « meetings », chaque colonne est à écrire par une seule action."),
        ('code = "letters"', 'code = "meetings"', "registers.toml : des registres manquent (letters)."),
        ("[[registers]]", "[[registers]", "registers.toml : le fichier n’est pas du TOML lisible ("),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used_says_where(tmp_path: Path, old: str, new: str, *, words: str) -> None:
    file = tmp_path / "registers.toml"
    file.write_text(FILE.read_text("utf-8").replace(old, new), "utf-8")

    with pytest.raises(BadProcedure) as refused:
        read_registers(file)
    assert str(refused.value).startswith(words)
