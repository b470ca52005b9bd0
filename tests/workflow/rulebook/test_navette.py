"""The ways of a bill between the two chambers, and out of them."""

from typing import Any

import pytest

from tests.workflow.builders import (
    ACROSS,
    THROUGH_COMMITTEE,
    TO_ADOPTED,
    TO_DEPOSITED,
    TO_FINAL,
    TO_PLENARY,
    File,
    Move,
    moved,
    undated,
)
from tests.workflow.law import due
from workflow.errors import Refused

VOTES = {"adopt_first", "adopt_unchanged", "adopt_amended", "adopt_finally", "reject", "reject_finally"}
FROM_CONSEILLERS = [*TO_ADOPTED, moved("deposit", chamber="conseillers"), *undated("refer_to_committee")]
REFER = [*undated("refer_to_other_chamber"), *THROUGH_COMMITTEE]


def bill(*moves: Move, **particulars: Any) -> File:  # noqa: ANN401 - columns
    return File.opened("projet_de_loi", *moves, **particulars)


def place(file: File) -> tuple[str, str | None, int]:
    return file.situation.state, file.situation.chamber, file.situation.reading


@pytest.mark.parametrize(
    ("moves", "chamber", "reading", "votes"),
    [
        (TO_PLENARY, "representants", 1, {"adopt_first", "reject"}),
        ([*TO_PLENARY, *ACROSS], "conseillers", 1, {"adopt_unchanged", "adopt_amended", "reject"}),
        ([*TO_PLENARY, *ACROSS, *undated("adopt_amended"), *REFER], "representants", 2,
         {"adopt_finally", "reject_finally"}),
        ([*TO_PLENARY, *ACROSS, *undated("reject"), *REFER], "representants", 2, {"adopt_finally", "reject_finally"}),
        # A text that the first chamber rejected goes on: the other one adopts it for the first time.
        ([*TO_PLENARY, *undated("reject"), *REFER], "conseillers", 1, {"adopt_first", "reject"}),
        ([*TO_PLENARY, *undated("reject"), *REFER, *undated("adopt_first"), *REFER], "representants", 2,
         {"adopt_finally", "reject_finally"}),
        # When the Conseillers began, the Representants amend first and have the last word at their second reading.
        ([*FROM_CONSEILLERS, *THROUGH_COMMITTEE], "conseillers", 1, {"adopt_first", "reject"}),
        ([*FROM_CONSEILLERS, *THROUGH_COMMITTEE, *ACROSS], "representants", 1,
         {"adopt_unchanged", "adopt_amended", "reject"}),
        ([*FROM_CONSEILLERS, *THROUGH_COMMITTEE, *ACROSS, *undated("adopt_amended"), *REFER], "conseillers", 2,
         {"adopt_unchanged", "adopt_amended", "reject"}),
        ([*FROM_CONSEILLERS, *THROUGH_COMMITTEE, *ACROSS, *undated("reject"), *REFER], "conseillers", 2,
         {"adopt_first", "reject"}),
        ([*FROM_CONSEILLERS, *THROUGH_COMMITTEE, *ACROSS, *undated("adopt_amended"), *REFER, *undated("adopt_amended"),
          *REFER], "representants", 2, {"adopt_finally", "reject_finally"}),
    ],
)  # fmt: skip
def test_each_reading_has_its_own_votes(moves: list[Move], chamber: str, *, reading: int, votes: set[str]) -> None:
    file = bill(*moves)

    assert place(file) == ("seance", chamber, reading)
    assert file.moves & VOTES == votes


def test_a_vote_that_is_not_of_this_reading_is_refused_with_its_reason() -> None:
    assert bill(*TO_PLENARY).refusals("adopt_finally") == [
        "Seule la Chambre des représentants, à partir de sa deuxième lecture, a le dernier mot."
    ]
    assert bill(*TO_PLENARY).refusals("adopt_unchanged") == ["L’autre Chambre n’a pas encore adopté le texte."]
    assert bill(*TO_PLENARY, *ACROSS).refusals("adopt_first") == [
        "L’autre Chambre a déjà adopté une version : le vote se dit avec ou sans modification."
    ]
    assert bill(*TO_PLENARY, *ACROSS, *undated("adopt_amended"), *REFER).refusals("reject") == [
        "La Chambre des représentants se prononce ici définitivement."
    ]


def test_a_bill_begun_at_the_conseillers_is_adopted_by_the_representants_unchanged() -> None:
    file = bill(*FROM_CONSEILLERS, *THROUGH_COMMITTEE)
    file.move("adopt_first", "2014-11-04", votes={"unanimous": True})
    file.after(*REFER, moved("adopt_unchanged", "2016-02", votes={"for": 120, "against": 0, "abstentions": 3}))

    assert place(file) == ("adopte_definitif", "representants", 1)


def test_the_navette_goes_on_after_a_rejection() -> None:
    file = bill(*TO_PLENARY, moved("reject", "2016-07-20", votes={"for": 22, "against": 70}))
    assert place(file) == ("transmis_autre_chambre", "representants", 1)

    file.move("refer_to_other_chamber", "2016-07-26")

    assert place(file) == ("commission", "conseillers", 1)


def test_a_final_rejection_ends_the_way() -> None:
    file = bill(*TO_PLENARY, *ACROSS, *undated("adopt_amended"), *REFER)

    file.move("reject_finally", "2018-02-14", votes={"for": 55, "against": 168})

    assert (file.situation.state, file.moves, file.clocks) == ("rejete", {"note"}, [])


def test_the_deadline_of_the_committee_is_extended_once() -> None:
    file = bill(*TO_DEPOSITED, moved("refer_to_committee", "2026-03-02"), moved("present_in_committee", "2026-03-05"))
    assert file.dues == {"committee": due("committee", "2026-03-02")}

    file.move("extend_committee_deadline", "2026-04-28")

    assert file.dues == {"committee": due("committee", "2026-03-02", "extend_committee_deadline")}
    assert "extend_committee_deadline" not in file.moves
    assert file.refusals("extend_committee_deadline") == ["Le délai de la commission a déjà été prolongé."]


def test_the_other_committee_has_its_own_days_and_extension() -> None:
    file = bill(*TO_DEPOSITED, moved("refer_to_committee", "2026-03-02"), *undated("extend_committee_deadline"))
    file.after(*THROUGH_COMMITTEE, *undated("adopt_first"), moved("refer_to_other_chamber", "2026-06-01"))
    assert file.dues["committee"] == due("committee", "2026-06-01", chamber="conseillers")

    file.move("extend_committee_deadline", "2026-07-10")

    assert file.dues["committee"] == due("committee", "2026-06-01", "extend_committee_deadline", chamber="conseillers")


def test_the_simplified_procedure_skips_the_report_before_the_study_began() -> None:
    file = bill(*TO_DEPOSITED, moved("refer_to_committee", "2026-03-02"))

    file.move("use_simplified_procedure", "2026-03-10")

    assert (file.situation.state, file.dues) == ("seance", {"simplified_representatives": "2026-03-14"})


def test_a_committee_that_began_has_no_simplified_procedure() -> None:
    file = bill(*TO_DEPOSITED, *undated("refer_to_committee", "present_in_committee"))

    assert "use_simplified_procedure" not in file.moves
    assert file.refusals("use_simplified_procedure") == ["La commission a déjà commencé l’examen du texte."]


def test_a_text_returns_to_committee_once() -> None:
    file = bill(*TO_PLENARY, moved("return_to_committee", "2026-05-04"))
    assert (place(file), file.dues) == (
        ("commission", "representants", 1),
        {"committee": due("committee", "2026-05-04")},
    )

    file.after(*THROUGH_COMMITTEE)

    assert file.refusals("return_to_committee") == ["Le texte a déjà été renvoyé une fois en commission."]
    file.after(*ACROSS)
    assert file.refusals("return_to_committee") == ["Le texte a déjà été renvoyé une fois en commission."]


def test_a_plea_of_inadmissibility_stops_the_debate_for_eight_days() -> None:
    file = bill(*TO_PLENARY, moved("plead_inadmissibility", "2026-05-04"))
    assert (file.situation.state, file.dues) == ("incident_irrecevabilite", {"inadmissibility": "2026-05-12"})

    file.move("resume_debate", "2026-05-11")

    assert (place(file), file.dues) == (("seance", "representants", 1), {})


@pytest.mark.parametrize(
    ("chamber", "codes"),
    [
        ("representants", ["scheduling", "committee", "new_reading"]),
        ("conseillers", ["scheduling", "committee_incompetence", "councillors_reminder", "committee"]),
    ],
)
def test_a_new_reading_starts_the_navette_again(chamber: str, codes: list[str]) -> None:
    file = bill(*TO_FINAL, moved("send_to_government", "2026-03-02"), moved("request_new_reading", "2026-03-20"))
    assert (place(file), file.clocks) == (("nouvelle_lecture", None, 0), [])

    file.move("refer_for_new_reading", "2026-04-10", chamber=chamber)

    assert (place(file), file.situation.navette, file.situation.votes) == (("commission", chamber, 1), 2, {})
    assert file.dues == {code: due(code, "2026-04-10", chamber=chamber) for code in codes}
    file.after(*THROUGH_COMMITTEE)
    assert file.moves & VOTES == {"adopt_first", "reject"}


@pytest.mark.parametrize(
    ("moves", "possible"),
    [
        (TO_ADOPTED, True),
        (TO_DEPOSITED, True),
        (TO_PLENARY, True),
        ([*TO_PLENARY, *undated("adopt_first")], True),
        ([*TO_PLENARY, *undated("plead_inadmissibility")], True),
        (TO_FINAL, False),
        ([*TO_FINAL, *undated("send_to_government")], False),
    ],
)
def test_the_government_withdraws_its_bill_until_it_is_adopted_for_good(moves: list[Move], *, possible: bool) -> None:
    file = bill(*moves)

    assert ("withdraw" in file.moves) is possible
    if possible:
        file.move("withdraw", "2026-11-02", reason="Refonte du projet.")
        assert (file.situation.state, file.moves, file.clocks) == ("retire", {"note", "take_up_anew"}, [])


def test_a_bill_replaced_by_another_names_it() -> None:
    file = bill(*TO_DEPOSITED)

    with pytest.raises(Refused):
        file.move("replace", "2026-11-02")
    file.move("replace", "2026-11-02", successor="le projet de loi n° 58-25")

    assert (file.situation.state, file.clocks) == ("remplace", [])
