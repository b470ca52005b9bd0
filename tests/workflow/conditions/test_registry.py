"""The registry of conditions: each is found by its name, with its words, and serves in a procedure."""

from pathlib import Path

import pytest

from workflow.conditions import registry
from workflow.conditions.council_file import has_arabic_title
from workflow.conditions.registry import condition, conditions, conditions_fr
from workflow.rulebook.files import procedures

ROOM = Path(registry.__file__).parent


def test_every_condition_serves_in_a_procedure() -> None:
    moves = [move for procedure in procedures().values() for move in procedure.transitions]
    named = {name for move in moves for name in (*move.when, *move.guards)}

    assert named == set(conditions())


def test_every_condition_has_its_words() -> None:
    assert [each.name for each in conditions().values() if not each.words_fr.strip()] == []


def test_the_words_of_several_conditions_follow_each_other() -> None:
    assert conditions_fr(("has_carried", "is_last_word")) == (
        "les voix ne démentent pas l’adoption ; Chambre des représentants, à partir de la deuxième lecture"
    )
    assert conditions_fr(()) == ""


def test_every_module_of_the_room_gives_its_conditions() -> None:
    modules = {f"workflow.conditions.{path.stem}" for path in ROOM.glob("*.py")}
    without = {f"workflow.conditions.{name}" for name in ("__init__", "proposed_move", "registry")}

    assert {each.refuses.__module__ for each in conditions().values()} == modules - without


def test_a_name_serves_one_condition_only() -> None:
    with pytest.raises(ValueError, match=r"^the condition has_arabic_title stands in workflow\.conditions\.council"):
        condition("intitulé connu")(has_arabic_title)

    assert conditions()["has_arabic_title"].words_fr == "intitulé en arabe connu"
