"""A text is followed, and no longer, by one button on its page."""

import pytest

from models import Following, LegalText, Role
from tests.web.browser import Browser
from tests.web.ministry import Ministry


@pytest.mark.parametrize("role", Role)
def test_whoever_reads_a_text_may_follow_it_and_stop(
    browser: Browser, ministry: Ministry, bill: LegalText, role: Role
) -> None:
    browser.enter(ministry.people.with_role(role))

    page = browser.press(browser.get(f"/texts/{bill.id}"), "Suivre ce texte")
    assert page.notes == ["Vous suivez ce texte : ce que d’autres y enregistrent sera dans votre courriel du jour."]
    assert ministry.count(Following) == 1
    assert browser.follow(browser.get("/account"), "Textes suivis").all(".followed a") == [bill.title_fr]

    page = browser.press(page, "Ne plus suivre ce texte")
    assert page.notes == ["Vous ne suivez plus ce texte."]
    assert ministry.count(Following) == 0
    assert "Vous ne suivez aucun texte" in browser.get("/followed").text


def test_a_press_sent_twice_changes_nothing_more(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    page = head.get(f"/texts/{bill.id}")
    for _time in range(2):
        head.press(page, "Suivre ce texte")

    assert ministry.count(Following) == 1


def test_each_person_follows_for_themselves(head: Browser, drafter: Browser, bill: LegalText) -> None:
    head.press(head.get(f"/texts/{bill.id}"), "Suivre ce texte")

    assert "Suivre ce texte" in drafter.get(f"/texts/{bill.id}").all("main button")
