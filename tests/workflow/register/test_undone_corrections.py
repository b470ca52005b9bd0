"""To strike a correction is to undo it, while nothing recorded since rests on it."""

import pytest

from models import LegalText
from tests.workflow.builders import ON_SQLITE, TO_DEPOSITED, Ministry, moved
from tests.workflow.law import due
from workflow.errors import Refused
from workflow.history.what_counts import STRIKE

GONE = "Cette étape n’existe pas, ou elle est déjà barrée."
OVERTAKEN = (
    "La correction ne peut pas être annulée : l’étape « Le texte a été renvoyé en commission à la Chambre des "
    "représentants » a été enregistrée depuis et repose sur elle."
)


@pytest.fixture
def bill(ministry: Ministry) -> LegalText:
    """Give a bill in committee at the Representatives since 5 April 2016."""
    return ministry.open("projet_de_loi", *TO_DEPOSITED, moved("refer_to_committee", "2016-04-05"))


def refused(ministry: Ministry, text: LegalText, number: int) -> list[str]:
    with pytest.raises(Refused) as refusal:
        ministry.correct(text, number)
    return refusal.value.reasons


def test_a_correction_that_is_struck_is_undone(ministry: Ministry, bill: LegalText) -> None:
    number = bill.last_step
    strike = ministry.correct(bill, number)
    assert bill.state == "depose"

    undone = ministry.correct(bill, strike.number, reason="Barrée à tort.")

    assert (undone.move, undone.strikes, bill.state) == (STRIKE, strike.number, "commission")
    assert ministry.dues(bill) == {code: due(code, "2016-04-05") for code in ("scheduling", "committee")}
    ministry.correct(bill, undone.number)
    assert (bill.state, ministry.dues(bill)) == ("depose", {})


@ON_SQLITE
def test_an_amendment_that_is_struck_is_undone(ministry: Ministry, bill: LegalText) -> None:
    amendment = ministry.correct(bill, bill.last_step, amended=("2016-04-15", {}))

    ministry.correct(bill, amendment.number)

    assert ministry.dues(bill)["committee"] == due("committee", "2016-04-05")
    assert refused(ministry, bill, amendment.number) == [GONE]


@ON_SQLITE
def test_what_was_recorded_since_keeps_a_correction_from_being_undone(ministry: Ministry, bill: LegalText) -> None:
    strike = ministry.correct(bill, bill.last_step)
    ministry.move(bill, "refer_to_committee", "2016-04-06")

    assert refused(ministry, bill, strike.number) == [OVERTAKEN]
