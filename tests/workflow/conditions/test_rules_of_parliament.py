"""What the Constitution and the chambers' rules say of deposits, suspended studies and shortened procedures."""

from datetime import date
from typing import Any

import pytest

from tests.workflow.builders import TO_ADOPTED, TO_DEPOSITED, TO_FINAL, TO_PLENARY, File, Move, moved, sure, undated
from tests.workflow.law import due, later
from workflow.rulebook.files import procedures

PLENARY = ("adopt_in_committee", "list_for_plenary")
IN_COMMITTEE = [*TO_DEPOSITED, moved("refer_to_committee", "2026-03-02")]


@pytest.mark.parametrize("kind", ["loi_organique", "loi_de_finances", "proposition_de_loi_organique"])
def test_the_constitution_names_the_first_chamber_and_nobody_is_asked(kind: str) -> None:
    deposit = procedures()[kind].moves["deposit"]

    assert (deposit.chamber, deposit.requires) == ("representants", ())


def test_a_finance_bill_goes_first_to_the_representatives() -> None:
    file = File.opened("loi_de_finances", *TO_ADOPTED, moved("deposit", "2026-10-20"))

    assert (file.situation.chamber, file.situation.reading) == ("representants", 1)


def test_a_finance_bill_is_voted_in_thirty_then_twenty_two_then_six_days() -> None:
    file = File.opened("loi_de_finances", *TO_ADOPTED, moved("deposit", "2025-10-20"))
    assert file.dues == {"finance_representatives": "2025-11-19"}

    file.after(*undated("refer_to_committee", *PLENARY, "adopt_first"), moved("refer_to_other_chamber", "2025-11-16"))
    assert file.dues["finance_councillors"] == "2025-12-08"

    file.after(*undated(*PLENARY, "adopt_amended"), moved("refer_to_other_chamber", "2025-12-05"))
    assert file.dues == {"finance_last_reading": "2025-12-11"}


def test_a_plea_of_inadmissibility_suspends_the_days_of_the_committee() -> None:
    file = File.opened("projet_de_loi", *IN_COMMITTEE, moved("present_in_committee", "2026-03-05"))
    assert file.dues == {"committee": due("committee", "2026-03-02")}

    file.move("plead_inadmissibility", "2026-03-10")
    assert file.dues == {"inadmissibility": due("inadmissibility", "2026-03-10")}

    file.move("resume_in_committee", "2026-03-16")
    assert file.dues == {"committee": later(due("committee", "2026-03-02"), 6)}


def test_a_deadline_is_extended_once_though_a_plea_came_between() -> None:
    file = File.opened("projet_de_loi", *IN_COMMITTEE, *undated("extend_committee_deadline", "plead_inadmissibility"))

    assert "extend_committee_deadline" not in file.move("resume_in_committee").moves


@pytest.mark.parametrize("studied", ["adopt_in_committee", "reject_in_committee"])
def test_a_text_sent_back_to_committee_is_not_adopted_by_the_simplified_procedure(studied: str) -> None:
    file = File.opened("projet_de_loi", *IN_COMMITTEE)
    assert "use_simplified_procedure" in file.moves

    file.after(*undated(studied, "list_for_plenary", "return_to_committee"))
    assert "use_simplified_procedure" not in file.moves

    file.after(*undated("adopt_in_committee", "list_for_plenary", "adopt_first", "refer_to_other_chamber"))
    assert "use_simplified_procedure" in file.moves


def test_the_days_of_signature_run_from_the_confirmation() -> None:
    file = File.opened("decret", *TO_ADOPTED[:-1], moved("adopt_with_remarks", "2026-03-05"))
    assert file.dues == {}

    file.move("confirm_corrected_version", "2026-03-20").move("send_to_signature", "2026-03-25")
    assert file.dues == {"signature": "2026-04-14"}


def test_the_days_of_signature_run_from_the_second_council() -> None:
    file = File.opened("decret", *TO_ADOPTED, *undated("send_to_council_of_ministers"))
    file.move("adopt_in_council_of_ministers", "2026-03-20").move("send_to_signature", "2026-03-25")

    assert file.dues == {"signature": "2026-04-14"}


@pytest.mark.parametrize(("referred", "published"), [(None, "2026-03-20"), ("2026-03-04", None), (None, None)])
def test_a_suspension_of_unknown_length_adds_no_days_and_says_so(referred: str | None, published: str | None) -> None:
    file = File.opened("projet_de_loi", *TO_FINAL, moved("send_to_government", "2026-03-02"))
    file.after(moved("refer_to_court", referred, urgent="no"), *undated("declare_conform"))
    file.move("publish_decision", published)

    [promulgation] = file.clocks
    assert (promulgation.due_on, promulgation.suspended_days) == (date(2026, 4, 1), 0)
    assert "Une date de la suspension n’est pas connue : ses jours ne sont pas ajoutés." in promulgation.doubts


def test_a_note_can_be_added_to_a_closed_file() -> None:
    file = File.opened("arrete", moved("abandon", reason="Sans objet."), moved("note", note="Vu."))

    assert (file.situation.state, file.clocks) == ("abandonne", [])


@pytest.mark.parametrize(
    ("on", "votes", "cast"),
    [
        ("2026-11-02", {"for": 100, "against": 15, "abstentions": 5}, None),
        ("2026-11-02", {"for": 100, "against": 15, "abstentions": 6}, 121),
        (None, {"for": 122}, 122),
        ("2014-01-14", {"for": 180, "against": 40}, None),  # the chamber had another size then
        ("2026-11-02", {"unanimous": True}, None),
    ],
)
def test_a_chamber_has_no_more_votes_than_members(on: str | None, votes: dict[str, Any], cast: int | None) -> None:
    file = File.opened("projet_de_loi", *TO_ADOPTED, moved("deposit", chamber="conseillers"))
    file.after(*undated("refer_to_committee"))
    reason = f"Ces voix sont {cast} au total, mais la Chambre des conseillers compte 120 membres : vérifiez les voix."

    for move in ("adopt_in_committee", "adopt_part_in_committee"):
        facts = sure(file.proposed(move, on, {"votes": votes}))
        assert file.refusals(move, on, **facts) == ([reason] if cast else [])


UNANIMOUS = "Avec {} voix {}, le vote n’est pas unanime : retirez « à l’unanimité », ou vérifiez les voix."


@pytest.mark.parametrize(
    ("told", "moves", "votes", "reason"),
    [
        (IN_COMMITTEE, ["adopt_in_committee"], {"for": 20, "against": 3}, UNANIMOUS.format(3, "contre")),
        (IN_COMMITTEE, ["reject_in_committee"], {"for": 3, "against": 20}, UNANIMOUS.format(3, "pour")),
        (IN_COMMITTEE, ["reject_in_committee"], {"against": 20, "abstentions": 2}, None),
        (TO_PLENARY, ["adopt_part"], {"for": 5, "against": 1}, UNANIMOUS.format(1, "contre")),
        (TO_PLENARY, ["adopt_first"], {"against": 1}, UNANIMOUS.format(1, "contre")),
        (TO_PLENARY, ["adopt_first"], {"for": 90, "against": 0, "abstentions": 2}, None),
    ],
)
def test_a_unanimous_vote_has_none_on_the_other_side(
    told: list[Move], moves: list[str], votes: dict[str, int], reason: str | None
) -> None:
    file = File.opened("projet_de_loi", *told)

    for move in moves:
        assert file.refusals(move, "2026-11-02", votes=votes | {"unanimous": True}) == ([reason] if reason else [])
        assert file.refusals(move, "2026-11-02", votes=votes) == []
