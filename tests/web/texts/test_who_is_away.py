"""Whoever looks for the person who answers for a text sees that this person is away, until when, and whom to ask."""

from collections.abc import Sequence
from datetime import date

import pytest
from flask import Flask

from models import Absence, LegalText
from tests.web.browser import Browser
from tests.web.ministry import Ministry
from tests.web.page import Page, words
from tests.web.queries import queries

UNTIL, LAST = "absence jusqu’au 11 déc. 2026", date(2026, 12, 11)
OFFERED = "Alice (absence jusqu’au 11 déc. 2026)"


@pytest.fixture
def absence(ministry: Ministry) -> Absence:
    """Send Alice on leave, with Bob as her stand-in; give her absence."""
    people, today = ministry.people, ministry.clock.at.date()
    found = Absence(
        person_id=people.alice.id,
        stand_in_id=people.bob.id,
        from_on=today,
        until_on=LAST,
        recorded_at=ministry.clock.at,
    )
    ministry.add(found)
    return found


@pytest.fixture
def text(ministry: Ministry) -> LegalText:
    """Give a text that Alice answers for."""
    return ministry.open("Projet de loi A", responsible_id=ministry.people.alice.id)


def choices(page: Page, name: str) -> Sequence[str]:
    return page.all(f"select[name={name}] option")


def cell(page: Page) -> str:
    return words(page.one("td.by"))


@pytest.mark.usefixtures("absence")
def test_the_page_of_the_text_says_it_beside_the_name(head: Browser, text: LegalText) -> None:
    told = words(head.get(f"/texts/{text.id}").one("#fiche dl"))

    assert f"Alice · Confier {UNTIL} suppléance : Bob" in told


def test_the_list_says_it_from_the_day_it_is_known_to_the_day_it_is_taken_back(
    head: Browser, ministry: Ministry, text: LegalText, absence: Absence
) -> None:
    ministry.open("Projet de loi B", responsible_id=ministry.people.bob.id)
    assert head.get("/texts").all("td.by") == [f"A. Alice {UNTIL} suppléance : Bob", "B. Bob"]

    form = head.get(f"/absences/{absence.id}")
    head.press(form, "Enregistrer", until_on_day="18")
    assert "absence jusqu’au 18 déc. 2026" in cell(head.get("/texts?q=projet+de+loi+a"))

    head.press(head.get(f"/absences/{absence.id}"), "Retirer cette absence")
    assert cell(head.get(f"/texts?responsible={text.responsible_id}")) == "A. Alice"


@pytest.mark.usefixtures("absence")
def test_whoever_gives_a_text_away_sees_it_before_choosing(head: Browser, text: LegalText) -> None:
    listed = head.get("/texts")
    assert OFFERED in choices(listed, "to")
    assert "Bob" in choices(listed, "to")
    for path in (f"/texts/{text.id}/assign", f"/texts/{text.id}/edit", "/texts/new"):
        assert OFFERED in choices(head.get(path), "responsible"), path

    chosen = head.press(listed, "Voir, produire des papiers", text=[text.id.hex])
    assert OFFERED in choices(chosen, "to")

    page = head.press(chosen, "Attribuer", to=str(text.responsible_id))
    assert page.notes == ["Ces textes étaient déjà confiés à Alice."]


@pytest.mark.usefixtures("absence")
def test_the_list_of_filters_names_people_without_it(head: Browser, text: LegalText) -> None:
    page = head.get(f"/texts?responsible={text.responsible_id}")

    assert "Alice" in page.all(".asking select[name=responsible] option")


def test_the_list_asks_as_little_of_many_people_away_as_of_none(
    app: Flask, head: Browser, ministry: Ministry, text: LegalText
) -> None:
    people, at = ministry.people, ministry.clock.at
    asked = []
    for absent in (None, people.alice, people.bob, people.drafter):
        if absent:
            ministry.open(f"Projet de loi de {absent.name}", responsible_id=absent.id)
            ministry.add(
                Absence(
                    person_id=absent.id, stand_in_id=people.head.id, from_on=at.date(), until_on=LAST, recorded_at=at
                )
            )
        for path in ("/texts", f"/texts/{text.id}"):
            with queries(app) as sent:
                head.get(path)
            asked.append((path, len(sent)))

    assert len(set(asked)) == 2, asked
