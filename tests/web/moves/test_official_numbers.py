"""An official number that looks reversed is asked about, and never turned round in silence."""

from collections.abc import Mapping

import pytest

from models import LegalText
from tests.web.browser import Browser, Value
from tests.web.ministry import Ministry
from tests.web.moving import address
from tests.web.page import Page

ASKED = "Ce numéro semble écrit à l’envers : 2582-14 ?"
TAKE, KEEP = "Prendre 2582-14", {"number_kept": True}


@pytest.fixture
def order(ministry: Ministry) -> LegalText:
    """Give an arrêté that has just been opened."""
    return ministry.open("Arrêté relatif aux crèches", "arrete")


def edit(browser: Browser, text: LegalText, typed: Mapping[str, Value], *, status: int = 200) -> Page:
    return browser.press(browser.get(f"/texts/{text.id}/edit"), "Enregistrer la fiche", typed, status=status)


def test_a_reversed_number_is_asked_about(head: Browser, ministry: Ministry, order: LegalText) -> None:
    page = edit(head, order, {"number": "14-2582"}, status=422)

    assert page.all(".wrong") == [ASKED]
    assert page.value("number") == "14-2582"
    assert ministry.read(LegalText, order.id).number is None


def test_the_other_reading_is_taken_at_one_press(head: Browser, ministry: Ministry, order: LegalText) -> None:
    page = edit(head, order, {"number": "14-2582"}, status=422)

    page = head.press(page, TAKE)

    assert page.notes == ["La fiche est à jour."]
    assert ministry.read(LegalText, order.id).number == "2582-14"


def test_a_reversed_number_is_kept_and_not_asked_about_again(
    head: Browser, ministry: Ministry, order: LegalText
) -> None:
    page = edit(head, order, {"number": "14-2582"}, status=422)

    page = head.press(page, "Enregistrer la fiche", KEEP)

    assert page.notes[1].startswith("Le numéro « 14-2582 » n’a pas la forme attendue pour ce texte")
    assert ministry.read(LegalText, order.id).number == "14-2582"
    assert edit(head, order, {"financial_impact": True}).notes[0] == "La fiche est à jour."


def test_what_is_kept_is_what_was_read(head: Browser, order: LegalText) -> None:
    page = edit(head, order, {"number": "14-2582"}, status=422)

    page = head.press(page, "Enregistrer la fiche", {**KEEP, "number": "15-2583"}, status=422)

    assert page.all(".wrong") == ["Ce numéro semble écrit à l’envers : 2583-15 ?"]


def test_a_new_text_asks_too(head: Browser, ministry: Ministry) -> None:
    page = head.follow(head.get("/texts"), "Nouveau texte")
    page = head.press(page, "Ouvrir le texte", procedure="arrete", title_fr="Arrêté", number="14.2582", status=422)

    page = head.press(page, TAKE)

    assert "n° 2582-14" in page.all(".tags .tag")
    assert ministry.count(LegalText) == 1


def test_a_move_asks_before_anything_is_recorded(head: Browser, ministry: Ministry, order: LegalText) -> None:
    page = head.get(address(order, "renumber"))
    typed: Mapping[str, Value] = {"number": "14-2582", "on_year": "2026", "on_month": "11"}
    page = head.press(page, page.record, typed, status=422)
    assert ASKED in page.reasons
    assert len(ministry.steps(order)) == 1

    page = head.press(page, "Revoir les conséquences")
    assert page.all(".wrong") == [ASKED]
    page = head.press(page, page.record, KEEP)

    assert ministry.steps(order)[-1].facts["number"] == "14-2582"
    page = head.get(f"/texts/{order.id}/steps/2/correct")
    page = head.press(page, "Enregistrer la correction", reason="Erreur de date.", on_month="10")
    assert "L’étape est corrigée" in page.notes[0]


@pytest.mark.parametrize(
    ("kind", "number", "warned"),
    [
        ("projet_de_loi", "103-13", False),
        ("decret", "2-14-278", False),
        ("decret", "278-14", True),
        ("arrete_du_chef_du_gouvernement", "3-120-14", False),
        ("arrete_du_chef_du_gouvernement", "120-14", True),
        ("arrete", "2582.14", False),
        ("arrete", "sans numéro", True),
    ],
)
def test_an_unusual_form_is_said_and_kept(
    head: Browser, ministry: Ministry, kind: str, number: str, *, warned: bool
) -> None:
    text = ministry.open("Projet", kind)

    page = edit(head, text, {"number": number})

    assert (len(page.notes) > 1) == warned
    assert ministry.read(LegalText, text.id).number == number.replace(".", "-")
