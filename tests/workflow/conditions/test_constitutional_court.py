"""Before the Constitutional Court: its own clocks, and the promulgation clock that waits with the days it has left."""

from datetime import date

import pytest

from models import DeadlineStatus
from tests.workflow.builders import ACROSS, CALENDAR, THROUGH_COMMITTEE, TO_FINAL, File, Move, moved, undated
from tests.workflow.law import due
from workflow.deadlines.clocks import Clock
from workflow.deadlines.reckoning import explanation

# Transmitted on 2 March 2026: day 30 is 1 April.
TRANSMITTED = [*TO_FINAL, moved("send_to_government", "2026-03-02")]
# Referred on 12 March: ten days are gone, twenty are left.
REFERRED = [*TRANSMITTED, moved("refer_to_court", "2026-03-12", urgent="no", referrer="king")]
DECIDED = [*REFERRED, moved("declare_conform", "2026-04-08", decision="40/26")]


def bill(*moves: Move) -> File:
    return File.opened("projet_de_loi", *moves)


def promulgation(file: File) -> Clock:
    return [clock for clock in file.all_clocks if clock.rule.code == "promulgation"][-1]


def test_the_thirty_days_wait_while_the_court_deliberates() -> None:
    assert bill(*TRANSMITTED).dues == {"promulgation": "2026-04-01"}

    file = bill(*REFERRED)

    assert file.dues == {"court_decision": "2026-04-11"}
    clock = promulgation(file)
    assert (clock.status, str(clock.suspended_on)) == (DeadlineStatus.SUSPENDED, "2026-03-12")
    assert file.situation.state == "saisi_cc"


def test_the_thirty_days_resume_with_the_days_left_when_the_decision_is_published() -> None:
    file = bill(*DECIDED)
    assert file.dues == {"court_publication": "2026-05-08"}

    file.move("publish_decision", "2026-04-20")

    # Twenty days were left on 12 March: 20 April and twenty days are 10 May.
    assert file.dues == {"promulgation": "2026-05-10"}
    assert explanation(promulgation(file), CALENDAR)[1:] == [
        "2 mars 2026, plus 30 jours : 1er avril 2026.",
        "Le délai a été suspendu 39 jours.",
        "Échéance : 10 mai 2026.",
    ]


def test_a_second_referral_suspends_what_is_left_once_more() -> None:
    file = bill(*DECIDED, moved("publish_decision", "2026-04-20"))

    file.after(moved("refer_to_court", "2026-04-25", urgent="no"), moved("declare_conform", "2026-05-04"),
               moved("publish_decision", "2026-05-11"))  # fmt: skip

    # Fifteen days were left on 25 April.
    assert file.dues == {"promulgation": "2026-05-26"}
    assert promulgation(file).suspended_days == 39 + 16


def test_an_urgent_referral_gives_the_court_eight_days() -> None:
    file = bill(*TRANSMITTED, moved("refer_to_court", "2026-03-12", urgent="yes", referrer="head_of_government"))

    assert file.dues == {"court_decision_urgent": "2026-03-20"}


def test_observations_leave_the_clock_of_the_court_as_it_is() -> None:
    file = bill(*REFERRED, moved("receive_court_observations", "2026-03-20"))

    assert (file.situation.state, file.dues) == ("saisi_cc", {"court_decision": "2026-04-11"})


def test_articles_are_severed_and_the_thirty_days_go_on() -> None:
    file = bill(*REFERRED, moved("declare_partly_contrary", "2026-04-08", decision="41/26"))
    assert (file.situation.state, promulgation(file).status) == ("non_conforme_separable", DeadlineStatus.SUSPENDED)

    file.move("sever_contrary_articles", "2026-04-20")

    assert file.dues == {"promulgation": "2026-05-10"}


def test_a_censured_text_is_promulgated_no_more() -> None:
    file = bill(*REFERRED, moved("declare_contrary", "2026-04-08", decision="42/26"))

    assert (promulgation(file).status, str(promulgation(file).closed_on)) == (DeadlineStatus.CLOSED, "2026-04-08")
    assert file.dues == {"court_publication": "2026-05-08"}
    assert file.situation.state == "non_conforme"


@pytest.mark.parametrize("decision", ["declare_contrary", "declare_partly_contrary"])
def test_a_censured_text_goes_back_to_parliament_or_is_replaced(decision: str) -> None:
    file = bill(*REFERRED, moved(decision, "2026-04-08"), moved("re_examine", "2026-04-20", chamber="representants"))

    assert (file.situation.state, file.situation.chamber, file.situation.navette) == ("commission", "representants", 2)
    assert file.dues == {code: due(code, "2026-04-20") for code in ("scheduling", "committee")}

    file = bill(*REFERRED, moved(decision, "2026-04-08"), moved("replace_after_censure", successor="58-25"))
    assert (file.situation.state, file.clocks) == ("remplace", [])


def test_a_referral_before_transmission_gives_thirty_whole_days_afterwards() -> None:
    file = bill(*TO_FINAL, moved("refer_to_court", "2026-03-12", urgent="no"), moved("declare_conform", "2026-04-08"))
    assert [clock.rule.code for clock in file.clocks] == ["court_publication"]

    file.move("publish_decision", "2026-04-20")

    assert file.dues == {"promulgation": "2026-05-20"}


def test_a_second_wait_for_promulgation_is_another_clock() -> None:
    file = bill(*TRANSMITTED, moved("request_new_reading", "2026-03-20"))
    file.after(
        moved("refer_for_new_reading", "2026-04-10", chamber="representants"),
        *THROUGH_COMMITTEE,
        *ACROSS,
        *undated("adopt_unchanged"),
    )

    file.move("send_to_government", "2026-06-01")

    clocks = [clock for clock in file.all_clocks if clock.rule.code == "promulgation"]
    assert [(clock.occurrence, clock.is_open, clock.due_on) for clock in clocks] == [
        (1, False, date(2026, 4, 1)),
        (2, True, date(2026, 7, 1)),
    ]


def test_an_organic_law_must_go_before_the_court() -> None:
    moves = [each for each in TO_FINAL if each[0] != "deposit"]
    before = moves[: [name for name, *_rest in moves].index("refer_to_committee")]
    file = File.opened("loi_organique", *before, moved("send_to_council_of_ministers"))
    file.after(moved("adopt_in_council_of_ministers"), moved("deposit", "2026-01-05"))
    file.after(*moves[len(before) :])

    assert "send_to_government" not in file.moves
    assert file.situation.state == "adopte_definitif"
    assert [clock.rule.code for clock in file.clocks] == ["court_referral"]
    file.after(moved("refer_to_court", "2026-03-12", urgent="no"), moved("declare_conform", "2026-04-08"))
    file.move("publish_decision", "2026-04-20")
    assert file.dues == {"promulgation": "2026-05-20"}
