"""Today is chosen unless something else is, and yesterday is one key away: what the person changed is what is meant."""

from collections.abc import Mapping

import pytest

from models import LegalText, PartialDate
from tests.web.browser import Browser, Value
from tests.web.ministry import Ministry
from tests.web.moving import ON, address, record
from workflow.rulebook.files import procedures

TODAY, EVE = "2026-12-01", "2026-11-30"
BOTH = "Choisissez un des jours proposés ou donnez une autre date, pas les deux."
EMPTY = {"on_day": "", "on_month": "", "on_year": ""}


@pytest.mark.parametrize(
    ("typed", "on"),
    [
        ({}, TODAY),
        ({"on_is": TODAY}, TODAY),
        ({"on_is": EVE}, EVE),
        (ON, "2026-11-19"),  # typed without touching the choice above
        ({**ON, "on_is": "typed"}, "2026-11-19"),
        ({"on_year": "2026"}, "2026"),
        ({"on_unknown": True}, None),
    ],
)
def test_the_day_that_is_meant_is_recorded(
    head: Browser, ministry: Ministry, typed: Mapping[str, Value], on: str | None
) -> None:
    text = ministry.open(on="2026")

    record(head, text, "assign_drafter", typed)

    assert ministry.steps(text)[-1].on == (PartialDate.parse(on) if on else None)


def test_a_day_chosen_and_another_typed_are_asked_about_and_kept(
    head: Browser, ministry: Ministry, bill: LegalText
) -> None:
    page = record(head, bill, "assign_drafter", {**ON, "on_is": EVE}, status=422)

    assert BOTH in page.reasons
    assert [page.value(name) for name in ("on_is", *ON)] == [EVE, *ON.values()]
    page = head.press(page, page.record, status=422)
    assert BOTH in page.reasons
    head.press(page, page.record, EMPTY)
    assert ministry.steps(bill)[-1].on == PartialDate(2026, 11, 30)


def test_what_was_typed_stays_through_a_look_ahead_and_gives_way_to_a_choice(
    head: Browser, ministry: Ministry, bill: LegalText
) -> None:
    page = head.press(head.get(address(bill, "assign_drafter")), "Revoir les conséquences", ON)
    assert [page.value(name) for name in ("on_is", *ON)] == ["typed", *ON.values()]

    page = head.press(page, "Revoir les conséquences", on_is=EVE)
    assert [page.value(name) for name in ("on_is", *ON)] == [EVE, "", "", ""]
    assert "Calculé pour une étape datée le 30 novembre 2026." in page.text

    head.press(page, page.record)
    assert ministry.steps(bill)[-1].on == PartialDate(2026, 11, 30)


def test_a_date_that_the_procedure_proposes_gives_way_to_a_choice(
    head: Browser, ministry: Ministry, bill: LegalText
) -> None:
    ministry.bring(bill, "publish", "2026-11-12")
    page = head.get(address(bill, "enter_on_publication"))
    assert [page.value(name) for name in ("on_is", *ON)] == ["typed", "12", "11", "2026"]

    page = head.press(page, "Revoir les conséquences", on_is=EVE)

    assert [page.value(name) for name in ("on_is", *ON)] == [EVE, "", "", ""]
    assert "Calculé pour une étape datée le 30 novembre 2026." in page.text


def test_today_is_the_day_of_the_page_even_after_midnight(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    page = head.get(address(bill, "assign_drafter"))
    ministry.clock.at = ministry.clock.at.replace(day=2)

    page = head.press(page, "Revoir les conséquences")
    assert page.value("on_is") == TODAY
    head.press(page, page.record)

    assert ministry.steps(bill)[-1].on == PartialDate(2026, 12, 1)


@pytest.mark.parametrize("day", ["demain", "2026-02-31", "9999-12-31"])
def test_a_day_that_was_not_proposed_is_refused(head: Browser, ministry: Ministry, bill: LegalText, day: str) -> None:
    head.get(address(bill, "assign_drafter"))

    head.post(address(bill, "assign_drafter"), {"seen_step": "1", "on_is": day}, status=422)

    assert len(ministry.steps(bill)) == 1


@pytest.mark.parametrize("kind", procedures())
def test_today_and_yesterday_are_offered_on_every_move(head: Browser, ministry: Ministry, kind: str) -> None:
    procedure = procedures()[kind]
    text = ministry.open(kind=kind)

    for move in procedure.moves_from[procedure.initial]:
        page = head.get(address(text, move.name))
        assert [str(tag["value"]) for tag in page.soup.select("input[name=on_is]")] == [TODAY, EVE, "typed"], move.name


def test_a_correction_and_a_change_of_kind_offer_them_too(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    ministry.move(bill, "assign_drafter", "2026-11-12")

    page = head.get(f"/texts/{bill.id}/steps/2/correct")
    assert [page.value(name) for name in ("on_is", *ON)] == ["typed", "12", "11", "2026"]
    head.press(page, "Enregistrer la correction", on_is=EVE, reason="Erreur de saisie.")

    assert ministry.steps(bill)[-1].on == PartialDate(2026, 11, 30)
    assert head.get(f"/texts/{bill.id}/kind").value("on_is") == TODAY
