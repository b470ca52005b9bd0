"""What a text could do next, and why it must wait."""

from datetime import date

from tests.workflow.builders import (
    CALENDAR,
    TO_PREPARED,
    TO_PUBLISHED,
    TODAY,
    File,
    moved,
    undated,
)
from workflow.rulebook.open_moves import open_moves


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

    assert reasons(date(2026, 11, 30)) == [("Le texte n’entre en vigueur que le 1er décembre 2026.",)]
    assert reasons(date(2026, 12, 1)) == [()]


def test_a_text_classed_offers_a_note_and_the_file_that_takes_it_up() -> None:
    file = File.opened("arrete", moved("abandon", reason="Sans objet."))

    found = [each.move.name for each in open_moves(file.text, file.situation, CALENDAR, today=TODAY)]
    assert found == ["take_up_anew", "note"]
