"""What a correction tells is asked of the guards again, but never what they had let through before."""

import pytest

from models import LegalText
from tests.workflow.builders import AT, CALENDAR, ON_SQLITE, PIECES, TO_PLENARY, TO_PREPARED, Ministry, moved
from workflow.errors import Refused
from workflow.old_files.milestones import Milestone
from workflow.register.moves import take_over

pytestmark = ON_SQLITE
LOST = "Avec 22 voix pour et 70 contre, le texte n’est pas adopté : vérifiez les voix ou le résultat."


def refused(ministry: Ministry, text: LegalText, on: str = "2016-07-20", **facts: object) -> list[str]:
    with pytest.raises(Refused) as refusal:
        ministry.correct(text, text.last_step, amended=(on, facts))
    return refusal.value.reasons


def test_votes_that_contradict_the_result_are_refused(ministry: Ministry) -> None:
    bill = ministry.open("projet_de_loi", *TO_PLENARY, moved("adopt_first", "2016-07-20", votes={"for": 70}))

    assert refused(ministry, bill, votes={"for": 22, "against": 70}) == [LOST]

    ministry.correct(bill, bill.last_step, amended=("2016-07-20", {"votes": {"for": 70, "against": 22}}))
    assert bill.state == "transmis_autre_chambre"


def test_more_votes_than_the_chamber_has_members_are_refused(ministry: Ministry) -> None:
    bill = ministry.open("projet_de_loi", *TO_PLENARY, moved("adopt_first", "2016-07-20", votes={"for": 70}))

    assert refused(ministry, bill, votes={"for": 390, "against": 4, "abstentions": 2}) == [
        "Ces voix sont 396 au total, mais la Chambre des représentants compte 395 membres : vérifiez les voix."
    ]
    ministry.correct(bill, bill.last_step, amended=("2016-07-20", {"votes": {"for": 390, "against": 5}}))


def test_unanimity_that_the_votes_deny_is_refused(ministry: Ministry) -> None:
    bill = ministry.open("projet_de_loi", *TO_PLENARY, moved("adopt_first", "2016-07-20", votes={"for": 70}))

    assert refused(ministry, bill, votes={"for": 70, "against": 4, "unanimous": True}) == [
        "Avec 4 voix contre, le vote n’est pas unanime : retirez « à l’unanimité », ou vérifiez les voix."
    ]


def test_a_step_is_asked_where_the_text_stood_before_it(ministry: Ministry) -> None:
    bill = ministry.open("projet_de_loi", *TO_PLENARY, moved("adopt_first", "2016-07-20", votes={"for": 70}))
    number = bill.last_step
    ministry.move(bill, "refer_to_other_chamber")

    ministry.correct(bill, number, amended=("2016-07-21", {"votes": {"for": 71}}))

    assert bill.state == "commission"


def test_what_was_let_through_before_is_not_refused_now(ministry: Ministry) -> None:
    text = ministry.open("arrete")
    known = [Milestone(("validate",), None, {"pieces": ["arabic"]})]
    take_over(ministry.session, text, known, by=ministry.person("head"), at=AT, calendar=CALENDAR)

    ministry.correct(text, text.last_step, amended=("2026-11-02", {"pieces": ["arabic", "presentation"]}))

    assert str(text.entered_on) == "2026-11-02"


def test_a_complete_file_does_not_become_incomplete_by_correction(ministry: Ministry) -> None:
    text = ministry.open("arrete", *TO_PREPARED[:-1], moved("validate", "2026-11-02", pieces=PIECES))

    reasons = refused(ministry, text, on="2026-11-03", pieces=["arabic"])

    assert reasons[0].startswith("Le dossier est incomplet")
