"""The picture of a procedure shows what the engine runs: every state, every move with its number, every deadline."""

import re

import pytest

from workflow.rulebook.diagram import Sheet, graphs, length_fr
from workflow.rulebook.files import procedures

KINDS = pytest.mark.parametrize("kind", procedures())


@KINDS
def test_every_state_and_every_move_is_shown(kind: str) -> None:
    procedure = procedures()[kind]
    sheet = Sheet(procedure)
    drawn = "\n".join(graphs(sheet).values())
    nodes = set(re.findall(r'^  "(\w+)" \[', drawn, re.MULTILINE))
    arrows = {
        int(number)
        for label in re.findall(r'-> "[^"]+" \[label=" ([\d, ]+) "', drawn)
        for number in label.split(",")
    }  # fmt: skip

    aside = {state.code for state in procedure.states.values() if procedure.phases[state.phase].aside}
    assert {code for code in nodes if not code.startswith("to_")} == set(procedure.states) - aside
    assert arrows == {sheet.numbers[move.name] for move in procedure.transitions if sheet.draws(move)}
    assert sorted(sheet.numbers.values()) == list(range(1, len(procedure.transitions) + 1))
    told = [move.name for _heading, moves in sheet.groups for move in moves]
    assert sorted(told) == sorted(procedure.moves)


def test_a_state_says_who_holds_the_text_and_until_when() -> None:
    procedure = procedures()["projet_de_loi"]
    rule = procedure.deadlines["committee"]
    drawn = "\n".join(graphs(Sheet(procedure)).values())
    node = next(line for line in drawn.splitlines() if line.startswith('  "commission" ['))
    words = re.sub(r"<[^>]+>", " ", node.replace("<br/>", " "))

    assert "Commission permanente de la Chambre" in " ".join(words.split())
    assert f"{rule.label_fr} : {length_fr(rule)}" in " ".join(words.split())


def test_the_places_of_a_move_are_said_by_their_phases_when_it_leaves_from_all_of_one() -> None:
    sheet = Sheet(procedures()["decret"])
    moves = sheet.procedure.moves

    assert sheet.places(moves["note"]) == "partout"
    assert sheet.places(moves["assign_drafter"]) == "Initiative enregistrée"
    assert sheet.places(moves["abandon"]) == "toute la phase « Préparation »"
    assert sheet.places(moves["take_up_anew"]) == "Retiré par le gouvernement ; Classé"


def test_many_whole_phases_in_a_row_are_said_by_the_first_and_the_last() -> None:
    sheet = Sheet(procedures()["decret"])
    first = set(sheet.procedure.path) - {"publication", "entry_into_force"}
    codes = [code for code, state in sheet.procedure.states.items() if state.phase in first]

    assert sheet.places_of(codes) == "de la phase « Préparation » à la phase « Signature »"
    assert sheet.places_of([*codes, "abandonne"]).endswith("à la phase « Signature » ; Classé")
