"""A step struck out or put right by another step that says why; nothing written is ever changed."""

from typing import Any

import pytest
from sqlmodel import select

from models import Deadline, LegalText, PartialDate, Role
from tests.workflow.builders import (
    AT,
    CALENDAR,
    ON_SQLITE,
    TO_DEPOSITED,
    TO_PUBLISHED,
    TO_SGG,
    Ministry,
    moved,
    undated,
)
from tests.workflow.law import due
from workflow.errors import NotAllowed, Refused, Stale
from workflow.history.as_of import situation_on
from workflow.history.fold import fold
from workflow.history.steps import Supposed, steps_of
from workflow.history.what_counts import AMEND, STRIKE, effective
from workflow.register.corrections import correct
from workflow.rulebook.files import procedures

GONE = "Cette étape n’existe pas, ou elle est déjà barrée."
OPENING = "L’ouverture du dossier ne peut pas être barrée : corrigez plutôt sa date."


@pytest.fixture
def bill(ministry: Ministry) -> LegalText:
    """Give a bill in committee at the Representatives since 5 April 2016."""
    return ministry.open("projet_de_loi", *TO_DEPOSITED, moved("refer_to_committee", "2016-04-05"))


def both(referred: str) -> dict[str, str]:
    """Give the two deadlines that a referral to the Representatives starts."""
    return {code: due(code, referred) for code in ("scheduling", "committee")}


def refused(ministry: Ministry, text: LegalText, number: int, **how: Any) -> list[str]:  # noqa: ANN401
    with pytest.raises(Refused) as refusal:
        ministry.correct(text, number, **how)
    return refusal.value.reasons


def test_the_last_step_can_be_struck(ministry: Ministry, bill: LegalText) -> None:
    last = bill.last_step

    step = ministry.correct(bill, last, reason=" Mauvais dossier. ")

    assert (step.move, step.strikes, step.number, step.on) == (STRIKE, last, last + 1, None)
    assert step.facts == {"reason": "Mauvais dossier."}
    assert (bill.state, bill.chamber, bill.reading, bill.last_step) == ("depose", "representants", 1, last + 1)
    assert [each.number for each in steps_of(ministry.session, bill.id)] == list(range(1, last + 2))


def test_the_clocks_of_a_struck_step_are_closed(ministry: Ministry, bill: LegalText) -> None:
    assert ministry.dues(bill) == both("2016-04-05")
    first = bill.next_due_on

    ministry.correct(bill, bill.last_step)

    assert (str(first), ministry.dues(bill), bill.next_due_on) == (due("scheduling", "2016-04-05"), {}, None)
    rows = ministry.session.exec(select(Deadline.rule).where(Deadline.status == "closed")).all()
    assert sorted(rows) == ["committee", "deposit", "scheduling"]


def test_a_struck_move_can_be_made_again_and_its_clocks_run_anew(ministry: Ministry, bill: LegalText) -> None:
    ministry.correct(bill, bill.last_step)

    ministry.move(bill, "refer_to_committee", "2016-04-06")

    assert ministry.dues(bill) == both("2016-04-06")


def test_a_step_that_moved_nothing_can_be_struck_in_the_middle(ministry: Ministry, bill: LegalText) -> None:
    ministry.move(bill, "schedule_in_committee", "2016-04-08")
    ministry.move(bill, "present_in_committee", "2016-04-12")

    ministry.correct(bill, bill.last_step - 1)

    assert (bill.state, ministry.dues(bill)) == ("commission", {"committee": due("committee", "2016-04-05")})


def test_a_new_date_moves_the_clocks(ministry: Ministry, bill: LegalText) -> None:
    number = bill.last_step

    step = ministry.correct(bill, number, amended=("2016-04-15", {"committee": "secteurs sociaux"}))

    assert (step.move, step.strikes, str(step.on)) == (AMEND, number, "2016-04-15")
    assert step.facts == {"reason": "Erreur de saisie.", "amended": {"committee": "secteurs sociaux"}}
    assert ministry.dues(bill) == both("2016-04-15")
    assert (str(bill.entered_on), str(bill.next_due_on)) == ("2016-04-15", due("scheduling", "2016-04-15"))


def test_the_latest_of_several_corrections_counts(ministry: Ministry, bill: LegalText) -> None:
    number = bill.last_step
    ministry.correct(bill, number, amended=("2016-04-15", {}))
    ministry.correct(bill, number, amended=("2016-04-20", {}))
    assert ministry.dues(bill) == both("2016-04-20")

    ministry.correct(bill, number)

    assert (bill.state, ministry.dues(bill)) == ("depose", {})
    assert refused(ministry, bill, number) == [GONE]


@ON_SQLITE
def test_a_correction_is_no_step_to_amend(ministry: Ministry, bill: LegalText) -> None:
    ministry.correct(bill, bill.last_step)

    assert refused(ministry, bill, bill.last_step, amended=("2016-04-06", {})) == [GONE]
    assert refused(ministry, bill, 99) == [GONE]


@ON_SQLITE
@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_correction_says_why(ministry: Ministry, bill: LegalText, reason: str) -> None:
    assert refused(ministry, bill, bill.last_step, reason=reason) == ["Dites pourquoi cette étape est corrigée."]


@ON_SQLITE
@pytest.mark.parametrize(
    ("on", "facts", "reasons"),
    [
        ("2026-11-25", {"chamber": "representants"}, ["Cette date est dans l’avenir."]),
        ("2016-03-24", {}, ["« Chambre saisie » est à renseigner."]),
        ("2016-03-24", {"chamber": "representants", "dahir": "1-18-19"}, ["« dahir » n’est pas demandé ici."]),
    ],
)
def test_what_a_correction_tells_is_checked_as_the_move_was(
    ministry: Ministry, on: str, *, facts: dict[str, Any], reasons: list[str]
) -> None:
    bill = ministry.open("projet_de_loi", *TO_DEPOSITED)

    assert refused(ministry, bill, bill.last_step, amended=(on, facts)) == reasons


@ON_SQLITE
def test_a_corrected_chamber_is_the_chamber(ministry: Ministry, bill: LegalText) -> None:
    last = bill.last_step
    ministry.correct(bill, [last - 1, last], amended=("2016-03-24", {"chamber": "conseillers"}))

    assert (bill.state, bill.chamber, bill.reading) == ("commission", "conseillers", 1)
    assert ministry.dues(bill)["councillors_reminder"] == due(
        "councillors_reminder", "2016-04-05", chamber="conseillers"
    )


def test_a_step_that_has_its_own_reason_keeps_it(ministry: Ministry) -> None:
    text = ministry.open("decret", moved("abandon", "2026-03-01", reason="Sans objet."))

    step = ministry.correct(text, 2, reason="C’était en avril.", amended=("2026-04-01", {"reason": "Sans objet."}))

    assert step.facts["reason"] == "C’était en avril."
    done = fold(procedures()["decret"], steps_of(ministry.session, text.id)).done[-1]
    assert (done.facts, str(done.on)) == ({"reason": "Sans objet."}, "2026-04-01")
    assert (text.state, str(text.entered_on)) == ("abandonne", "2026-04-01")


@ON_SQLITE
def test_a_struck_title_gives_the_former_one_back(ministry: Ministry) -> None:
    text = ministry.open("arrete", moved("retitle", title_fr="Titre faux", title_ar="عنوان"))
    assert text.title_fr == "Titre faux"

    ministry.correct(text, 2)

    assert (text.title_fr, text.title_ar) == ("Projet de texte", "مشروع نص")
    assert text.search_text == "projet de texte مشروع نص"


def test_the_opening_can_be_dated_anew_and_keeps_its_titles(ministry: Ministry) -> None:
    text = ministry.open("arrete", moved("retitle", "2026-05-01", title_fr="Autre titre"), on="2026-04-01")

    ministry.correct(text, 1, amended=("2026-03-01", {}))

    situation = situation_on(procedures()["arrete"], steps_of(ministry.session, text.id), PartialDate(2026, 3).last_day)
    assert situation is not None
    assert (situation.told("title_fr"), str(situation.arrival.on)) == ("Projet de texte", "2026-03-01")
    assert refused(ministry, text, 1) == [OPENING]


@ON_SQLITE
@pytest.mark.parametrize("role", Role)
def test_each_role_corrects_or_not(ministry: Ministry, role: Role) -> None:
    text = ministry.open("arrete", *undated("assign_drafter"))

    if role in {Role.DRAFTER, Role.HEAD, Role.DIRECTOR, Role.SECRETARY_GENERAL}:
        ministry.correct(text, 2, role=role)
        assert text.state == "initie"
    else:
        with pytest.raises(NotAllowed):
            ministry.correct(text, 2, role=role)


@ON_SQLITE
def test_a_correction_chosen_on_an_old_page_is_stale(ministry: Ministry, bill: LegalText) -> None:
    with pytest.raises(Stale):
        correct(ministry.session, bill, bill.last_step, by=ministry.person("head"), seen_step=bill.last_step - 1, at=AT,
                reason="Erreur.", calendar=CALENDAR)  # fmt: skip


def test_a_withdrawal_struck_out_brings_the_text_back(ministry: Ministry, bill: LegalText) -> None:
    ministry.move(bill, "withdraw", "2016-05-01", reason="Refonte.")
    assert (bill.state, ministry.dues(bill)) == ("retire", {})

    ministry.correct(bill, bill.last_step)

    assert (bill.state, bill.chamber) == ("commission", "representants")
    assert ministry.dues(bill) == both("2016-04-05")


def test_a_corrected_number_goes_to_the_row(ministry: Ministry) -> None:
    text = ministry.open(
        "arrete", *TO_SGG, *undated("send_to_signature"), moved("sign", "2014-08-07", number="2528-14")
    )

    ministry.correct(text, text.last_step, amended=("2014-08-07", {"number": "2582-14"}))

    assert (text.number, text.search_text) == ("2582-14", "projet de texte مشروع نص 2582 14")


def test_the_date_of_publication_moves_the_entry_into_force(ministry: Ministry) -> None:
    law = ministry.open("projet_de_loi", *TO_PUBLISHED, moved("defer_entry_into_force", "2018-03-12", in_force_after=6))
    assert ministry.dues(law) == {"entry_into_force": "2018-09-12"}

    ministry.correct(law, law.last_step - 1, amended=("2018-03-05", {"bo_number": "6655"}))

    assert ministry.dues(law) == {"entry_into_force": "2018-09-05"}


OPENED = Supposed(1, "open")
ASSIGNED = Supposed(2, "assign_drafter", PartialDate(2026, 3, 1))
IN_APRIL = Supposed(3, AMEND, PartialDate(2026, 4), strikes=2)
IN_2025 = Supposed(4, AMEND, PartialDate(2025), strikes=2)


@pytest.mark.parametrize(
    ("corrections", "kept"),
    [
        ([], [1, 2]),
        ([Supposed(3, STRIKE, strikes=2)], [1]),
        ([Supposed(3, STRIKE, strikes=2), Supposed(4, STRIKE, strikes=3)], [1, 2]),
        ([Supposed(3, STRIKE, strikes=2), Supposed(4, STRIKE, strikes=3), Supposed(5, STRIKE, strikes=4)], [1]),
        ([Supposed(3, AMEND, strikes=2), Supposed(4, STRIKE, strikes=2)], [1]),
        ([Supposed(3, STRIKE, strikes=2), Supposed(4, STRIKE, strikes=2), Supposed(5, STRIKE, strikes=4)], [1]),
    ],
)
def test_a_correction_that_was_itself_struck_no_longer_counts(corrections: list[Supposed], kept: list[int]) -> None:
    found = effective([OPENED, ASSIGNED, *corrections])

    assert [step.number for step in found] == kept


@pytest.mark.parametrize(
    ("corrections", "on"),
    [
        ([IN_APRIL], "2026-04"),
        ([IN_APRIL, Supposed(4, STRIKE, strikes=3)], "2026-03-01"),
        ([IN_APRIL, IN_2025], "2025"),
        ([IN_APRIL, IN_2025, Supposed(5, STRIKE, strikes=4)], "2026-04"),
    ],
)
def test_a_date_put_right_twice_is_the_last_one_that_stands(corrections: list[Supposed], on: str) -> None:
    assert str(effective([OPENED, ASSIGNED, *corrections])[1].on) == on


def test_a_step_amended_without_a_date_keeps_the_day_by_which_it_was_known() -> None:
    known = Supposed(2, "assign_drafter", known_on=PartialDate(2015).last_day)
    amended = Supposed(3, AMEND, strikes=2, facts={"reason": "Précision.", "amended": {"note": "n° 12"}})

    found = effective([OPENED, known, amended])[1]

    assert (found.on, found.known_on, found.facts) == (None, PartialDate(2015).last_day, {"note": "n° 12"})


def test_every_correction_leaves_what_was_written_as_it_was(ministry: Ministry, bill: LegalText) -> None:
    written = steps_of(ministry.session, bill.id)
    ministry.correct(bill, bill.last_step, amended=("2016-04-15", {}))
    ministry.correct(bill, bill.last_step - 1)
    ministry.session.commit()
    ministry.session.expire_all()

    assert steps_of(ministry.session, bill.id)[: len(written)] == written
