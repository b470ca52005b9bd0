"""What a text could do next, why it must wait, and what each move would bring about."""

from datetime import date

from tests.workflow.builders import (
    CALENDAR,
    TO_ADOPTED,
    TO_DEPOSITED,
    TO_FINAL,
    TO_PREPARED,
    TO_PUBLISHED,
    TODAY,
    File,
    moved,
    undated,
)
from tests.workflow.law import due
from workflow.deadlines.clocks import Clock
from workflow.rulebook.open_moves import open_moves
from workflow.standing.preview import preview


def codes(found: tuple[Clock, ...]) -> list[tuple[str, str]]:
    return [(clock.rule.code, str(clock.due_on)) for clock in found]


def test_moves_are_offered_the_likeliest_first() -> None:
    file = File.opened("arrete", *undated("assign_drafter"))

    found = [each.move.name for each in open_moves(file.text, file.situation, CALENDAR, today=TODAY)]
    moving = [name for name in found if not file.procedure.moves[name].stays]

    assert moving == ["submit_for_validation", "send_for_consultation", "abandon", "replace"]


def test_a_move_that_must_wait_says_why() -> None:
    file = File.opened("arrete", *TO_PREPARED, title_ar="")

    waiting = {each.move.name: each.reasons for each in open_moves(file.text, file.situation, CALENDAR, today=TODAY)}

    assert waiting["send_to_sgg"] == (
        "L’intitulé en arabe manque : le dossier est transmis en langue arabe. Complétez la fiche du texte.",
    )
    assert waiting["abandon"] == ()


def test_a_text_waits_for_its_day() -> None:
    file = File.opened("projet_de_loi", *TO_PUBLISHED, moved("defer_entry_into_force", in_force_on="2026-12-01"))

    def reasons(today: date) -> list[tuple[str, ...]]:
        found = open_moves(file.text, file.situation, CALENDAR, today=today)
        return [each.reasons for each in found if each.move.name == "enter_into_force"]

    assert reasons(date(2026, 11, 30)) == [("Le texte n’entre en vigueur que le 01/12/2026.",)]
    assert reasons(date(2026, 12, 1)) == [()]


def test_a_text_classed_offers_a_note_and_the_file_that_takes_it_up() -> None:
    file = File.opened("arrete", moved("abandon", reason="Sans objet."))

    found = [each.move.name for each in open_moves(file.text, file.situation, CALENDAR, today=TODAY)]
    assert found == ["take_up_anew", "note"]


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
