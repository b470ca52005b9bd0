"""Two people at one grid, a form sent twice, and who may record a decision."""

import pytest

from models import LegalText, Role
from tests.web.browser import Browser
from tests.web.council.agenda import LAST, listed
from tests.web.council.test_results import ADDRESS, BUTTON, last, state, typed
from tests.web.ministry import Ministry

DRAFT = "Projet de décret disputé"


@pytest.fixture
def text(ministry: Ministry) -> LegalText:
    return listed(ministry, DRAFT)


@pytest.fixture
def other(ministry: Ministry) -> LegalText:
    return listed(ministry, "Projet de décret tranquille")


def test_a_text_moved_meanwhile_is_told_with_what_was_typed_and_the_others_pass(
    head: Browser, ministry: Ministry, text: LegalText, other: LegalText
) -> None:
    page = head.get(ADDRESS)
    ministry.move(text, "postpone", LAST)

    fields = typed(text, "adopt_with_remarks", remarks="Article 4.") | typed(other, "adopt_in_council")
    page = head.press(page, BUTTON, fields, status=409)

    assert page.all(".refused h2") == ["Un texte a bougé entre-temps"]
    assert "Le Conseil de gouvernement a reporté l’examen du texte" in page.all(".refused p")[0]
    assert page.all(".refused li") == [
        "Décision : Adopté sous réserve des observations", "Observations à intégrer : Article 4.",
    ]  # fmt: skip
    assert (state(ministry, text), state(ministry, other)) == ("reporte_cg", "adopte_cg")
    assert page.all(".done-note a") == ["Projet de décret tranquille"]


def test_a_text_still_on_the_agenda_is_asked_again_over_what_was_recorded(
    head: Browser, ministry: Ministry, text: LegalText
) -> None:
    page = head.get(ADDRESS)
    ministry.move(text, "note", "2026-11-24", note="Communiqué attendu.")

    page = head.press(page, BUTTON, typed(text, "adopt_with_remarks", remarks="Article 4."), status=409)
    assert page.all(".refused a") == [DRAFT]
    assert page.value(f"{text.id.hex}-remarks") == "Article 4."
    assert state(ministry, text) == "inscrit_cg"

    head.press(page, BUTTON)

    assert last(ministry, text)[:2] == ("adopt_with_remarks", LAST)


def test_a_form_sent_twice_is_recorded_once(head: Browser, ministry: Ministry, text: LegalText) -> None:
    page = head.get(ADDRESS)
    fields = typed(text, "adopt_with_remarks", remarks="Article 4.")
    head.press(page, BUTTON, fields)
    count = len(ministry.steps(text))

    page = head.press(page, BUTTON, fields)

    assert page.notes == ["1 résultat est enregistré."]
    assert len(ministry.steps(text)) == count


def test_the_same_decision_of_somebody_else_is_told_as_theirs(
    head: Browser, alice: Browser, ministry: Ministry, text: LegalText
) -> None:
    page = alice.get(ADDRESS)
    head.press(head.get(ADDRESS), BUTTON, typed(text, "adopt_in_council"))

    page = alice.press(page, BUTTON, typed(text, "adopt_in_council"), status=409)

    assert page.all(".refused h2") == ["Un texte a bougé entre-temps"]
    assert state(ministry, text) == "adopte_cg"


@pytest.mark.parametrize("role", Role)
def test_a_decision_is_recorded_by_those_who_may_make_the_move(
    browser: Browser, ministry: Ministry, text: LegalText, role: Role
) -> None:
    browser.enter(ministry.people.with_role(role))
    movers = {Role.DRAFTER, Role.HEAD, Role.DIRECTOR, Role.SECRETARY_GENERAL}
    status = 200 if role in movers | {Role.CABINET} else 403

    page = browser.get(ADDRESS, status=status)

    assert bool(page.all(".result [type=radio]") or page.soup.select(".result [type=radio]")) is (role in movers)
    sent = typed(text, "adopt_in_council", seen_step=str(ministry.read(LegalText, text.id).last_step))
    fields = sent | {"text": str(text.id), "on_day": "26", "on_month": "11", "on_year": "2026"}
    browser.post(ADDRESS, fields, status=status if role in movers else 422 if role == Role.CABINET else 403)
    assert state(ministry, text) == ("adopte_cg" if role in movers else "inscrit_cg")


@pytest.mark.parametrize("day", ["2026-11-31", "demain", "20261126", "2026-11"])
def test_a_day_that_is_none_is_not_found(head: Browser, day: str) -> None:
    head.get(f"/council/{day}", status=404)
    head.get(f"/council/{day}/results", status=404)


def test_an_agenda_without_results_to_record_says_so(head: Browser) -> None:
    page = head.get(ADDRESS)

    assert page.all(".empty b")[0] == "Aucun résultat n’est à enregistrer pour ce Conseil."
