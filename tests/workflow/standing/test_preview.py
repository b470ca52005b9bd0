"""What a move would bring about, told before it is recorded."""

from tests.workflow.builders import (
    TO_ADOPTED,
    TO_DEPOSITED,
    TO_FINAL,
    TO_PUBLISHED,
    File,
    moved,
)
from tests.workflow.law import due
from workflow.deadlines.clocks import Clock
from workflow.standing.preview import preview


def codes(found: tuple[Clock, ...]) -> list[tuple[str, str]]:
    return [(clock.rule.code, str(clock.due_on)) for clock in found]


def test_a_preview_tells_what_stops_starts_and_is_owed() -> None:
    file = File.opened("projet_de_loi", *TO_ADOPTED)
    outcome = preview(file.standing, file.proposed("deposit", "2026-11-02", {"chamber": "conseillers"}))

    assert (outcome.before.state.code, outcome.after.state.code, outcome.after.situation.chamber) == (
        "adopte_cg",
        "depose",
        "conseillers",
    )
    assert codes(outcome.stopped) == [("deposit", "None")]
    assert (outcome.started, outcome.changed) == ((), ())
    assert file.situation.state == "adopte_cg"


def test_a_preview_tells_what_starts() -> None:
    file = File.opened("projet_de_loi", *TO_DEPOSITED)

    outcome = preview(file.standing, file.proposed("refer_to_committee", "2026-03-02"))

    assert codes(outcome.started) == [(code, due(code, "2026-03-02")) for code in ("scheduling", "committee")]
    assert (outcome.stopped, outcome.changed) == ((), ())


def test_a_preview_tells_what_is_put_off() -> None:
    file = File.opened("projet_de_loi", *TO_DEPOSITED, moved("refer_to_committee", "2026-03-02"))
    outcome = preview(file.standing, file.proposed("extend_committee_deadline", "2026-04-28"))

    assert codes(outcome.changed) == [("committee", due("committee", "2026-03-02", "extend_committee_deadline"))]
    assert (outcome.stopped, outcome.started) == ((), ())


def test_a_preview_tells_what_is_suspended() -> None:
    file = File.opened("projet_de_loi", *TO_FINAL, moved("send_to_government", "2026-03-02"))
    outcome = preview(file.standing, file.proposed("refer_to_court", "2026-03-12", {"urgent": "no"}))

    assert [(clock.rule.code, clock.status) for clock in outcome.changed] == [("promulgation", "suspended")]
    assert codes(outcome.started) == [("court_decision", "2026-04-11")]


def test_a_preview_without_answers_asks_nothing() -> None:
    file = File.opened("projet_de_loi", *TO_PUBLISHED)

    outcome = preview(file.standing, file.proposed("defer_entry_into_force"))

    assert outcome.after.state.code == "vigueur_differee"
    assert codes(outcome.started) == [("entry_into_force", "None")]
