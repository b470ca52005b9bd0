"""Titles and numbers are what the steps tell: an edit is told by a step, and a struck step takes back what it told."""

from datetime import date
from typing import Any

import pytest
from sqlmodel import select

from models import LegalText, Role, Step
from tests.workflow.builders import AT, CALENDAR, ON_SQLITE, TO_SGG, Ministry, moved, new_text, undated
from workflow.calendar.working_days import Calendar
from workflow.errors import NotAllowed
from workflow.history.fold import fold
from workflow.history.particulars import Particulars
from workflow.history.steps import steps_of
from workflow.register.corrections import correct
from workflow.register.moves import open_text
from workflow.register.particulars import edit_text
from workflow.reports.production import production_table
from workflow.rulebook.files import procedure_of
from workflow.sentences.sentence import step_sentence


def edit(ministry: Ministry, text: LegalText, role: Role = Role.HEAD, **changes: Any) -> None:  # noqa: ANN401 - particulars
    known = {"title_fr": text.title_fr, "title_ar": text.title_ar, "number": text.number or "", "responsible_id": None}
    new = Particulars(**{**known, "financial_impact": False, "social_matter": False, **changes})
    seen = Particulars.of(text).seal
    edit_text(ministry.session, text, new, by=ministry.person(role), seen=seen, at=AT, calendar=CALENDAR)


def numbers(ministry: Ministry, on: date) -> list[str | None]:
    table = production_table(ministry.session, on=on, calendar=CALENDAR)
    return [row.number for group in table.groups for row in group.rows]


def last_words(ministry: Ministry, text: LegalText) -> str:
    procedure = procedure_of(text)
    return step_sentence(procedure, fold(procedure, steps_of(ministry.session, text.id)).done[-1])


def test_a_number_edited_after_a_step_gave_one_stays(ministry: Ministry) -> None:
    text = ministry.open("arrete", *TO_SGG[:-1], moved("register_at_sgg", number="2528-14"))
    edit(ministry, text, number="2582.14")

    ministry.move(text, "send_to_signature")

    assert text.number == "2582-14"


def test_an_emptied_title_and_number_stay_empty(ministry: Ministry) -> None:
    text = ministry.open("arrete", number="2582-14")

    edit(ministry, text, title_ar="", number="")
    assert last_words(ministry, text) == "L’intitulé en arabe est retiré. Le numéro est retiré."
    ministry.move(text, "assign_drafter")

    assert (text.title_fr, text.title_ar, text.number) == ("Projet de texte", "", None)
    assert text.search_text == "projet de texte"


def test_the_sheet_of_an_ended_text_can_be_edited(ministry: Ministry) -> None:
    text = ministry.open("decret", moved("abandon", "2026-03-01", reason="Sans objet."))

    edit(ministry, text, title_fr="Autre titre", number="2-26-12")

    assert (text.state, text.title_fr, text.number) == ("abandonne", "Autre titre", "2-26-12")
    assert last_words(ministry, text) == ("L’intitulé devient « Autre titre ». Le texte porte désormais le n° 2-26-12.")


def test_a_struck_edit_gives_back_what_was_before(ministry: Ministry) -> None:
    text = ministry.open("decret", number="2-26-12")
    edit(ministry, text, number="2-26-21", title_fr="Autre titre")

    ministry.correct(text, 2)

    assert (text.number, text.title_fr) == ("2-26-12", "Projet de texte")


def test_an_edit_that_is_dated_anew_still_tells_the_same(ministry: Ministry) -> None:
    text = ministry.open("decret", number="2-26-12")
    edit(ministry, text, number="")

    ministry.correct(text, 2, amended=("2026-11-01", {}))

    assert text.number is None


def test_striking_the_step_that_gave_a_number_takes_it_from_the_row(ministry: Ministry) -> None:
    text = ministry.open("arrete", *TO_SGG, *undated("send_to_signature"))
    ministry.move(text, "sign", "2026-11-02", number="2582-14")

    ministry.correct(text, text.last_step)

    assert (text.number, text.search_text) == (None, "projet de texte مشروع نص")


def test_a_number_repeated_by_a_later_step_stays_in_past_tables(ministry: Ministry) -> None:
    text = ministry.open("arrete", on="2026-01-05", number="2582-14")
    for move in TO_SGG[:-1]:
        ministry.move(text, move[0], "2026-01-06", **move[2])
    ministry.move(text, "register_at_sgg", "2026-02-02", number="2582-14")

    assert numbers(ministry, date(2026, 1, 20)) == ["2582-14"]
    assert numbers(ministry, date(2026, 2, 20)) == ["2582-14"]


def test_an_edit_of_today_hides_nothing_of_what_happened_before(ministry: Ministry) -> None:
    text = ministry.open("arrete", on="2026-01-05")
    edit(ministry, text, number="2582-14")

    ministry.move(text, "assign_drafter", "2026-02-02")

    assert numbers(ministry, date(2026, 3, 1)) == [None]
    assert numbers(ministry, date(2026, 11, 24)) == ["2582-14"]
    table = production_table(ministry.session, on=date(2026, 3, 1), calendar=CALENDAR)
    assert "rédaction" in table.groups[0].rows[0].sentence


@ON_SQLITE
def test_a_sheet_saved_as_it_was_is_no_step(ministry: Ministry) -> None:
    text = ministry.open("decret", number="2-26-12")

    edit(ministry, text, number="2.26.12")

    assert len(ministry.session.exec(select(Step)).all()) == 1


def test_a_change_of_title_or_number_is_a_step(ministry: Ministry) -> None:
    text = ministry.open()

    edit(ministry, text, title_fr="Autre titre", number="103.13", social_matter=True)

    last = ministry.session.exec(select(Step).where(Step.number == 2)).one()
    assert (last.move, str(last.on)) == ("edit", "2026-11-24")
    assert last.facts == {"title_fr": "Autre titre", "number": "103-13"}
    assert (text.title_fr, text.title_ar, text.number, text.social_matter) == (
        "Autre titre",
        "مشروع نص",
        "103-13",
        True,
    )
    assert text.search_text == "autre titre مشروع نص 103 13"


def test_other_particulars_are_no_step(ministry: Ministry) -> None:
    text = ministry.open(number="103-13")

    edit(ministry, text, financial_impact=True)

    assert len(steps_of(ministry.session, text.id)) == 1
    assert (text.number, text.financial_impact) == ("103-13", True)


def test_who_is_responsible_is_a_step(ministry: Ministry) -> None:
    text = ministry.open(number="103-13")
    drafter = ministry.person("drafter")

    edit(ministry, text, responsible_id=drafter.id)

    assert text.responsible_id == drafter.id
    assert steps_of(ministry.session, text.id)[-1].facts == {
        "responsible": drafter.name, "responsible_id": str(drafter.id),
    }  # fmt: skip


def test_a_struck_assignment_gives_the_text_back_to_who_had_it(ministry: Ministry) -> None:
    drafter, other = ministry.person("drafter"), ministry.person("head")
    text = ministry.open(responsible_id=drafter.id)
    edit(ministry, text, responsible_id=other.id)

    correct(ministry.session, text, 2, by=other, seen_step=2, at=AT, calendar=CALENDAR, reason="Erreur.")

    assert text.responsible_id == drafter.id


@ON_SQLITE
@pytest.mark.parametrize("role", [Role.CABINET, Role.READER, Role.ADMINISTRATOR])
def test_who_may_not_write_texts_opens_and_edits_none(ministry: Ministry, role: Role) -> None:
    text = ministry.open()

    with pytest.raises(NotAllowed):
        edit(ministry, text, role, financial_impact=True)
    with pytest.raises(NotAllowed):
        open_text(ministry.session, new_text(), by=ministry.person(role), on=None, at=AT, calendar=Calendar())

    assert text.financial_impact is False
