"""A text that may already be there is shown before a second file of it is kept."""

import pytest

from models import LegalText
from tests.web.browser import Browser, Value
from tests.web.ministry import BILL, Ministry
from tests.web.page import Page

ASKED = "Ce texte est peut-être déjà dans Navette"
NEW: dict[str, Value] = {"procedure": "projet_de_loi", "title_fr": "Loi sur tout autre chose"}


def create(browser: Browser, status: int = 200, **typed: Value) -> Page:
    return browser.press(browser.get("/texts/new"), "Ouvrir le texte", NEW | typed, status=status)


def shown(page: Page) -> list[str]:
    return page.all(".refused li a")


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ({"number": "43.22"}, "Ce dossier porte le même numéro."),
        ({"number": "n° ٤٣.٢٢"}, "Ce dossier porte le même numéro."),
        ({"number": "043-22"}, "Ce dossier porte un numéro qui est peut-être le même."),
        ({"title_fr": "Loi n° 43.22 sur tout autre chose"}, "Ce dossier porte un numéro qui est peut-être le même."),
        ({"title_fr": BILL.upper()}, "Ce dossier porte le même intitulé."),
        ({"title_fr": BILL.replace("Projet de loi relatif", "Loi relative")}, "Ce dossier porte un intitulé proche."),
    ],
)
def test_a_text_that_may_be_there_is_shown_before_a_new_one_is_kept(
    drafter: Browser, ministry: Ministry, typed: dict[str, Value], reason: str
) -> None:
    known = ministry.open(number="43-22")

    page = create(drafter, status=422, title_ar="نص", social_matter=True, **typed)

    assert page.all(".refused h2") == [ASKED]
    assert page.all(".refused li") == [f"{BILL} n° 43-22 Initiative enregistrée Division de la législation {reason}"]
    assert page.link(BILL) == f"/texts/{known.id}"
    assert [page.value(name) for name in ("title_fr", "title_ar", "social_matter")] == [
        typed.get("title_fr", NEW["title_fr"]), "نص", "y"
    ]  # fmt: skip
    assert ministry.count(LegalText) == 1


def test_it_is_opened_all_the_same_by_a_second_press(drafter: Browser, ministry: Ministry) -> None:
    ministry.open(number="43-22")
    page = create(drafter, status=422, number="43-22")

    page = drafter.press(page, "Ouvrir le texte", status=422)  # as the Enter key: it is asked again
    page = drafter.press(page, "Ouvrir quand même")

    assert page.notes[0] == "Le texte est ouvert."
    assert ministry.count(LegalText) == 2


def test_another_text_than_those_shown_is_shown_in_its_turn(drafter: Browser, ministry: Ministry) -> None:
    ministry.open(number="43-22")
    ministry.open("Projet de loi sur les jardins", number="44-22")
    page = create(drafter, status=422, number="43-22")
    assert shown(page) == [BILL]

    page = drafter.press(page, "Ouvrir quand même", number="44-22", status=422)

    assert shown(page) == ["Projet de loi sur les jardins"]
    assert ministry.count(LegalText) == 2


def test_a_text_like_no_other_is_opened_at_once(drafter: Browser, ministry: Ministry) -> None:
    ministry.open(number="43-22")

    page = create(drafter, number="44-22")

    assert page.notes == ["Le texte est ouvert."]


def test_of_very_many_texts_alike_the_first_are_shown(drafter: Browser, ministry: Ministry) -> None:
    for _ in range(12):
        ministry.open()

    page = create(drafter, status=422, title_fr=BILL)

    assert len(shown(page)) == 10
    assert "Et 2 autres : cherchez dans la liste." in page.text


@pytest.mark.parametrize("typed", [{"number": "43.22"}, {"title_fr": "Projet de loi sur les jardins"}])
def test_a_number_or_title_that_another_text_has_is_asked_about_when_it_changes(
    head: Browser, ministry: Ministry, bill: LegalText, typed: dict[str, Value]
) -> None:
    ministry.open("Projet de loi sur les jardins", number="43-22")
    page = head.get(f"/texts/{bill.id}/edit")

    page = head.press(page, "Enregistrer la fiche", typed, status=422)
    assert shown(page) == ["Projet de loi sur les jardins"]
    assert ministry.read(LegalText, bill.id).title_fr == BILL
    page = head.press(page, "Enregistrer quand même")

    assert page.notes == ["La fiche est à jour."]


def test_what_neither_number_nor_title_changes_is_not_asked_about(head: Browser, ministry: Ministry) -> None:
    text = ministry.open(number="43-22")
    ministry.open(number="43-22")

    page = head.press(head.get(f"/texts/{text.id}/edit"), "Enregistrer la fiche", social_matter=True)

    assert page.notes == ["La fiche est à jour."]
