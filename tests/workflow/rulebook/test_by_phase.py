"""A procedure told phase by phase says everything once: each state, move and deadline has one place."""

import pytest

from workflow.procedure.deadline_rule import DeadlineRule
from workflow.procedure.model import Transition
from workflow.rulebook.by_phase import (
    Entry,
    Stretch,
    extension_fr,
    home_of,
    home_of_deadline,
    recorders,
    stretches,
)
from workflow.rulebook.diagram import Sheet
from workflow.rulebook.files import procedures

KINDS = pytest.mark.parametrize("kind", procedures())


def moves(told: Stretch) -> list[Transition]:
    return [move for leaving in (*told.usual, *told.rare) for entry in leaving.entries for move in entry.moves]


def bill() -> Sheet:
    return Sheet(procedures()["projet_de_loi"])


def entry_of(question: str) -> Entry:
    (found,) = (
        entry
        for told in stretches(bill())
        for leaving in told.usual
        for entry in leaving.entries
        if entry.question_fr == question
    )
    return found


@KINDS
def test_each_state_move_and_deadline_is_told_once(kind: str) -> None:
    procedure = procedures()[kind]
    told = stretches(Sheet(procedure))

    states = [state.code for each in told for found in each.holders.values() for state in found]
    rules = [rule.code for each in told for rule in (*each.deadlines, *each.further)]
    assert sorted(states) == sorted(procedure.states)
    assert sorted(move.name for each in told for move in moves(each)) == sorted(procedure.moves)
    assert sorted(rules) == sorted(procedure.deadlines)


@KINDS
def test_phases_follow_the_path_and_are_counted_along_it(kind: str) -> None:
    sheet = Sheet(procedures()[kind])
    told = [each for each in stretches(sheet) if each.rank]

    assert [each.phase for each in told] == [phase for phase in sheet.phases if sheet.states(phase)]
    assert [each.rank for each in told] == list(range(1, len(told) + 1))


@KINDS
def test_what_is_folded_is_never_the_way_on_nor_a_limit_of_the_law(kind: str) -> None:
    told = stretches(Sheet(procedures()[kind]))

    folded = {
        move.offered for each in told for leaving in each.rare for entry in leaving.entries for move in entry.moves
    }
    assert folded <= {"aside", "past"}
    assert {(rule.nature, rule.term) for each in told for rule in each.further} <= {
        ("rule", "window"),
        ("rule", "wait"),
    }
    assert [each.rare_count for each in told] == [sum(move.is_aside for move in moves(each)) for each in told]


@KINDS
def test_each_move_has_those_who_may_record_it(kind: str) -> None:
    sheet = Sheet(procedures()[kind])
    numbers = [int(end) for _roles, runs in recorders(sheet) for run in runs for end in run.split(" à ")]

    assert set(numbers) <= set(sheet.numbers.values())
    counted = 0
    for _roles, runs in recorders(sheet):
        for run in runs:
            first, _, last = run.partition(" à ")
            counted += int(last or first) - int(first) + 1
    assert counted == len(sheet.numbers)


def test_a_move_of_two_phases_belongs_to_the_first_and_one_of_more_to_none() -> None:
    sheet = bill()
    deposit, note = home_of(sheet, sheet.procedure.moves["deposit"]), home_of(sheet, sheet.procedure.moves["note"])

    assert deposit
    assert deposit.code == "government_council"
    assert note is None


def test_a_deadline_belongs_to_the_phase_that_it_limits() -> None:
    sheet = bill()

    def home(code: str) -> str | None:
        rule: DeadlineRule = sheet.procedure.deadlines[code]
        phase = home_of_deadline(sheet, rule)
        return phase.code if phase else None

    assert home("publication") == "publication"  # it runs from the promulgation on
    assert home("impact_study") == "preparation"
    assert home("opinion_cese") is None


def test_outcomes_of_one_question_tell_once_what_they_share() -> None:
    council = entry_of("Enregistrer la décision du Conseil de gouvernement")
    vote = entry_of("Enregistrer le vote de la commission")

    assert council.shared_fr == [
        "à confirmer sinon : Conseil de gouvernement un jeudi ; décision du jour inscrit à l’ordre du jour"
    ]
    assert [council.own_fr(move) for move in council.moves] == [[]] * 5
    assert vote.own_fr(vote.moves[0]) == ["si : les voix ne démentent pas l’adoption"]


def test_a_move_says_the_paper_that_it_makes() -> None:
    (entry,) = (
        entry
        for leaving in stretches(bill())[0].usual
        for entry in leaving.entries
        if entry.moves[0].name == "send_to_sgg"
    )

    assert entry.own_fr(entry.moves[0])[-1] == "produit : Bordereau d’envoi au SGG"


def test_an_extension_is_said_beside_the_length() -> None:
    rules = procedures()["projet_de_loi"].deadlines

    assert extension_fr(rules["impact_study"]) == "prolongation possible d’un mois"
    assert extension_fr(rules["committee"]) == "prolongation possible de 30 jours"
    assert extension_fr(rules["promulgation"]) == ""
