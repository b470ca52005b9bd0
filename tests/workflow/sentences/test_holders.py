"""The code by which lists filter and count who has the ball, in every state of every procedure."""

from collections.abc import Iterator

import pytest

from models import LegalText
from tests.workflow.builders import THROUGH_COMMITTEE, TO_DEPOSITED, TO_PUBLISHED, Ministry, Move, undated
from workflow.procedure.model import Procedure, State
from workflow.rulebook.files import procedures
from workflow.sentences.holders import holder_ar, holder_code, holder_fr
from workflow.sentences.sentence import holder as holder_words
from workflow.sentences.sentence import holder_ar as holder_words_ar

CHAMBERS = ("representants", "conseillers", None)


def places() -> Iterator[tuple[Procedure, State]]:
    for newest in procedures().values():
        for procedure in newest.siblings.values():
            yield from ((procedure, state) for state in procedure.states.values())


@pytest.mark.parametrize("chamber", CHAMBERS)
def test_a_code_names_who_the_list_says_has_the_text(chamber: str | None) -> None:
    for procedure, state in places():
        code = holder_code(procedure, state.code, chamber)
        if state.is_end:
            assert code == ""
        elif chamber or "{" not in procedure.vocabulary.bodies[state.holder].fr:
            assert holder_fr(procedure, code) == holder_words(procedure, state.code, chamber)
            assert holder_ar(procedure, code) == holder_words_ar(procedure, state.code, chamber)
        else:
            assert code == state.holder


def test_a_text_that_left_a_chamber_is_held_by_the_other_one() -> None:
    bill = procedures()["projet_de_loi"]

    assert holder_code(bill, "transmis_autre_chambre", "representants") == "bureau.conseillers"


def test_a_code_that_is_no_longer_told_is_shown_as_it_is() -> None:
    bill = procedures()["projet_de_loi"]

    assert [holder_fr(bill, code) for code in ("nobody_knows", "committee.senate", "")] == [
        "nobody_knows", "committee.senate", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("moves", "held"),
    [
        ([], "legal_division"),
        (TO_DEPOSITED, "bureau.representants"),
        ([*TO_DEPOSITED, *undated("refer_to_committee")], "committee.representants"),
        ([*TO_DEPOSITED, *undated("refer_to_committee"), *THROUGH_COMMITTEE], "plenary.representants"),
        ([*TO_PUBLISHED, *undated("enter_on_publication")], ""),
    ],
)
def test_the_holder_is_kept_with_the_text_as_it_moves(ministry: Ministry, moves: list[Move], held: str) -> None:
    text = ministry.open("projet_de_loi", *moves)
    ministry.session.expire_all()

    assert ministry.session.get_one(LegalText, text.id).holder == held
