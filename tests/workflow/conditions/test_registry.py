"""The registry of conditions: each is found by its name, with its words, and serves in a procedure."""

from pathlib import Path

import pytest

from workflow.conditions import registry
from workflow.conditions.council_file import has_arabic_title
from workflow.conditions.registry import condition, conditions, conditions_fr, doubt, doubts, doubts_fr
from workflow.rulebook.files import procedures

ROOM = Path(registry.__file__).parent


def test_every_condition_serves_in_a_procedure() -> None:
    moves = [move for procedure in procedures().values() for move in procedure.transitions]
    named = {name for move in moves for name in (*move.when, *move.guards)}

    assert named == set(conditions())


def test_every_doubt_is_asked_of_a_move_or_of_all() -> None:
    moves = [move for procedure in procedures().values() for move in procedure.transitions]
    named = {name for move in moves for name in move.doubts}

    assert named == {name for name, each in doubts().items() if not each.everywhere}


def test_every_condition_and_every_doubt_has_its_words() -> None:
    registered = (*conditions().values(), *doubts().values())

    assert [each.name for each in registered if not each.words_fr.strip()] == []


def test_the_words_of_several_conditions_follow_each_other() -> None:
    assert conditions_fr(("has_carried", "is_last_word")) == (
        "les voix ne démentent pas l’adoption ; Chambre des représentants, à partir de la deuxième lecture"
    )
    assert conditions_fr(()) == ""
    assert doubts_fr(("has_dahir_number", "has_lost")) == ("numéro du dahir connu ; les voix ne démentent pas le rejet")


def test_every_module_of_the_room_gives_its_conditions_or_doubts() -> None:
    modules = {f"workflow.conditions.{path.stem}" for path in ROOM.glob("*.py")}
    without = {f"workflow.conditions.{name}" for name in ("__init__", "proposed_move", "registry")}

    registered = (*conditions().values(), *doubts().values())
    assert {each.refuses.__module__ for each in registered} == modules - without


def test_a_name_serves_one_condition_only() -> None:
    with pytest.raises(ValueError, match=r"^the condition has_arabic_title stands in workflow\.conditions\.council"):
        condition("intitulé connu")(has_arabic_title)
    with pytest.raises(ValueError, match=r"^the condition has_arabic_title stands"):
        doubt("intitulé connu")(has_arabic_title)

    assert conditions()["has_arabic_title"].words_fr == "intitulé en arabe connu"
