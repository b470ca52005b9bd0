"""Clocks that stand still: before the Court, and while the follow-up is suspended."""

import pytest

from models import DeadlineStatus
from tests.workflow.builders import CALENDAR, TO_COUNCIL, TO_DEPOSITED, TO_FINAL, File, moved, when
from tests.workflow.law import due
from workflow.deadlines.clocks import Clock
from workflow.deadlines.reckoning import explanation
from workflow.history.fold import advance
from workflow.history.steps import Supposed

UNKNOWN = "Une date de la suspension n’est pas connue : ses jours ne sont pas ajoutés."
DISORDER = "Les dates de la suspension se contredisent : ses jours ne sont pas ajoutés."
VAGUE = "Un jour de la suspension n’est pas connu exactement : le compte prend le dernier jour possible."


def clock_of(file: File, code: str) -> Clock:
    return [clock for clock in file.all_clocks if clock.rule.code == code][-1]


def referred(on: str | None, back: str | None) -> Clock:
    """Send a law to the Court during its thirty days, and back."""
    file = File.opened("projet_de_loi", *TO_FINAL, moved("send_to_government", "2026-03-02"))
    sure = {"note": "Date relevée sur le registre.", "confirmed": True}
    file.move("refer_to_court", on, urgent="no", **sure).move("declare_conform", back, **sure)
    return clock_of(file.move("publish_decision", back, **sure), "promulgation")


@pytest.mark.parametrize(
    ("on", "back", "due", "doubts"),
    [
        ("2026-03-12", "2026-04-20", "2026-05-10", []),  # 1 April and 39 days
        ("2026-03-12", None, "2026-04-01", [UNKNOWN]),
        (None, "2026-04-20", "2026-04-01", [UNKNOWN]),
        ("2026-04-20", "2026-03-12", "2026-04-01", [DISORDER]),
        ("2026-03-12", "2026-04", "2026-05-20", [VAGUE]),  # 49 days to 30 April
    ],
)
def test_a_suspension_is_counted_as_far_as_it_is_known(
    on: str | None, back: str | None, *, due: str, doubts: list[str]
) -> None:
    clock = referred(on, back)

    assert (str(clock.due_on), list(clock.doubts), clock.is_estimated) == (due, doubts, bool(doubts))
    assert set(doubts) <= set(explanation(clock, CALENDAR))


@pytest.mark.parametrize(
    ("facts", "dues"),
    [
        ({}, {"court_decision": "2026-04-01"}),
        ({"urgent": "no"}, {"court_decision": "2026-04-01"}),
        ({"urgent": "yes"}, {"court_decision_urgent": "2026-03-10"}),
    ],
)
def test_the_court_has_thirty_days_unless_urgency_was_declared(facts: dict[str, str], dues: dict[str, str]) -> None:
    file = File.opened("projet_de_loi", *TO_FINAL)
    # An old file says nothing of urgency, though the form asks.
    step = Supposed(99, "refer_to_court", when("2026-03-02"), facts=facts)

    assert File.at("projet_de_loi", advance(file.procedure, file.situation, step)).dues == dues


def test_a_clock_of_practice_stands_still_while_the_follow_up_does() -> None:
    file = File.opened("projet_de_loi", *TO_COUNCIL, moved("adopt_in_council", "2026-03-02"))
    file.move("suspend", "2026-03-12", reason="Élections.").move("note", "2026-03-15", note="Rien.")
    assert clock_of(file, "deposit").status is DeadlineStatus.SUSPENDED

    file.move("resume", "2026-04-11")

    clock = clock_of(file, "deposit")
    assert (clock.status, str(clock.due_on)) == (DeadlineStatus.RUNNING, "2026-05-01")  # 1 April and thirty days


def test_a_clock_of_the_law_runs_on_while_the_follow_up_is_suspended() -> None:
    file = File.opened("projet_de_loi", *TO_DEPOSITED, moved("refer_to_committee", "2026-03-02"))

    file.move("suspend", "2026-03-03", reason="Élections.")

    assert file.dues["committee"] == due("committee", "2026-03-02")


def test_a_clock_that_starts_while_the_follow_up_is_suspended_waits() -> None:
    file = File.opened("projet_de_loi", *TO_COUNCIL, moved("suspend", "2026-03-01", reason="Élections."))
    file.move("adopt_in_council", "2026-03-02")
    assert file.dues == {}

    assert file.move("resume", "2026-03-12").dues == {"deposit": "2026-04-11"}
