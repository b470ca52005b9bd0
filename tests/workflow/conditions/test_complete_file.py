"""What a step asks the file to hold, and what shows that it does."""

from typing import Any

import pytest

from tests.workflow.builders import PIECES, File, moved, undated
from workflow.conditions.complete_file import Proof, owed
from workflow.history.fold import ATTACH, advance
from workflow.history.steps import Supposed
from workflow.procedure.vocabulary import PieceKind
from workflow.rulebook.files import procedures

TO_VALIDATION = undated("assign_drafter", "submit_for_validation")
VALIDATED = [*TO_VALIDATION, moved("validate", pieces=PIECES)]
PROVED = {code: kind.proves for code, kind in procedures()["decret"].vocabulary.pieces.items() if kind.proves}
ASKED = {"arabic", "presentation", "opinions", "agreements", "finance", "impact_study"}
OURS = [kind for kind, each in procedures().items() if "validate" in each.moves]


def with_piece(file: File, kind: str) -> File:
    step = Supposed(len(file.steps) + 1, ATTACH, None, facts={"piece": kind, "piece_id": kind, "piece_version": 1})
    file.steps.append(step)
    file.situation = advance(file.procedure, file.situation, step)
    return file


def proofs(file: File, move: str = "validate", facts: dict[str, Any] | None = None) -> dict[str, Proof]:
    return {each.code: each.proof for each in owed(file.proposed(move, None, facts))}


def test_every_kind_of_piece_that_shows_something_shows_what_a_step_asks() -> None:
    assert set(PROVED.values()) == ASKED


@pytest.mark.parametrize("kind", OURS)
def test_a_file_without_anything_lacks_all_that_its_kind_asks(kind: str) -> None:
    file = File.opened(kind, financial_impact=True)

    assert proofs(file) == dict.fromkeys(ASKED - {"impact_study"}, Proof.MISSING)


def test_the_visa_of_finance_is_asked_where_there_is_a_financial_effect() -> None:
    assert "finance" not in proofs(File.opened("decret"))


def test_an_impact_study_is_asked_where_one_was_ordered() -> None:
    file = File.opened("projet_de_loi", *undated("assign_drafter", "order_impact_study"))

    assert proofs(file)["impact_study"] is Proof.MISSING


@pytest.mark.parametrize(("piece", "code"), PROVED.items())
def test_a_piece_that_was_attached_shows_it(piece: str, code: str) -> None:
    ordered = undated("assign_drafter", "order_impact_study")
    file = File.opened("projet_de_loi", *ordered, financial_impact=True)

    assert proofs(with_piece(file, piece)) == dict.fromkeys(ASKED, Proof.MISSING) | {code: Proof.ATTACHED}


def test_what_people_tick_is_declared_and_stays_so_for_the_steps_after() -> None:
    file = File.opened("decret", *TO_VALIDATION)

    assert proofs(file, facts={"pieces": ["arabic"]})["arabic"] is Proof.DECLARED
    assert set(proofs(File.opened("decret", *VALIDATED), "send_to_sgg").values()) == {Proof.DECLARED}


@pytest.mark.parametrize("answered", [False, True])
def test_an_opinion_that_the_law_asks_for_outweighs_a_tick_until_it_is_given(*, answered: bool) -> None:
    asked = [*undated("assign_drafter"), moved("ask_opinion", body="cese", compulsory="yes")]
    given = [moved("receive_opinion", body="cese", answer="favourable")] if answered else []
    file = File.opened("decret", *asked, *given)
    opinions = next(
        each for each in owed(file.proposed("validate", None, {"pieces": PIECES})) if each.code == "opinions"
    )

    assert opinions.proof is (Proof.RECORDED if answered else Proof.MISSING)
    assert opinions.missing_fr == (
        "avis obligatoires (ou aucun avis requis)" if answered else "avis obligatoires (CESE)"
    )


def test_a_file_goes_to_the_sgg_with_what_became_owed_since_it_was_validated() -> None:
    ticked = [piece for piece in PIECES if piece != "finance"]
    file = File.opened("decret", *TO_VALIDATION, moved("validate", pieces=ticked))
    file.text.financial_impact = True

    assert file.refusals("send_to_sgg", "2026-11-02") == ["Le dossier est incomplet ; il manque : visa des Finances."]
    assert with_piece(file, "visa_finances").refusals("send_to_sgg", "2026-11-02") == []


def test_each_kind_of_piece_is_named_in_both_languages() -> None:
    kinds: dict[str, PieceKind] = procedures()["decret"].vocabulary.pieces

    assert all(kind.fr and kind.ar for kind in kinds.values())
