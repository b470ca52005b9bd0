"""Absences in screens: one's own from one's account, anybody's by who may record them."""

import pytest
from flask import Flask
from sqlmodel import select

from models import Absence, Role
from tests.web.browser import Browser, Value
from tests.web.ministry import Ministry, People

FIRST: dict[str, Value] = {"from_on_day": "30", "from_on_month": "11", "from_on_year": "2026"}
LAST: dict[str, Value] = {"until_on_day": "11", "until_on_month": "12", "until_on_year": "2026"}

ORDER = "Le dernier jour ne peut pas précéder le premier."


def rows(ministry: Ministry) -> list[tuple[str, str, str, str]]:
    with ministry.session() as session:
        found = session.exec(select(Absence)).all()
    names = {one.id: one.name for one in vars(ministry.people).values()}
    return [(names[row.person_id], names[row.stand_in_id], str(row.from_on), str(row.until_on)) for row in found]


def test_a_person_records_changes_and_takes_back_their_own(alice: Browser, people: People, ministry: Ministry) -> None:
    form = alice.follow(alice.get("/account"), "Enregistrer une absence")
    assert form.soup.select("#person_id") == []

    page = alice.press(form, "Enregistrer", FIRST | LAST, stand_in_id=str(people.bob.id))
    assert page.notes == ["L’absence est enregistrée."]
    assert rows(ministry) == [("Alice", "Bob", "2026-11-30", "2026-12-11")]

    page = alice.press(
        alice.follow(page, "Modifier : Alice, 30 nov. 2026"),
        "Enregistrer",
        until_on_day="4",
        stand_in_id=str(people.head.id),
    )
    assert rows(ministry) == [("Alice", "Head", "2026-11-30", "2026-12-04")]

    page = alice.press(alice.follow(page, "Modifier : Alice, 30 nov. 2026"), "Retirer cette absence")
    assert page.h1.text == "Alice"
    assert rows(ministry) == []


@pytest.mark.parametrize("role", [Role.HEAD, Role.DIRECTOR, Role.SECRETARY_GENERAL, Role.ADMINISTRATOR])
def test_who_may_records_anybodys(app: Flask, people: People, ministry: Ministry, role: Role) -> None:
    browser = Browser(app)
    browser.enter(people.with_role(role))
    form = browser.follow(browser.get("/administration/absences"), "Enregistrer une absence")

    page = browser.press(
        form, "Enregistrer", FIRST | LAST, person_id=str(people.alice.id), stand_in_id=str(people.bob.id)
    )

    assert page.h1.text == "Absences"
    assert rows(ministry) == [("Alice", "Bob", "2026-11-30", "2026-12-11")]


@pytest.mark.parametrize("role", [Role.DRAFTER, Role.CABINET, Role.READER])
def test_others_touch_nobody_elses(app: Flask, people: People, ministry: Ministry, role: Role) -> None:
    head = Browser(app)
    head.enter(people.head)
    given = {"person_id": str(people.alice.id), "stand_in_id": str(people.bob.id)}
    head.press(head.get("/absences/new"), "Enregistrer", FIRST | LAST | given)
    with ministry.session() as session:
        absence = session.exec(select(Absence)).one()
    browser = Browser(app)
    browser.enter(people.with_role(role))
    browser.get("/account")

    browser.get("/administration/absences", status=403)
    browser.get(f"/absences/{absence.id}", status=404)
    browser.post(f"/absences/{absence.id}/withdraw", status=404)
    assert rows(ministry) == [("Alice", "Bob", "2026-11-30", "2026-12-11")]

    browser.post("/absences/new", FIRST | LAST | given)
    assert [absent for absent, *_days in rows(ministry)] == ["Alice", people.with_role(role).name]


@pytest.mark.parametrize(
    ("typed", "reason", "target"),
    [
        ({"until_on_day": "1", "until_on_month": "11"}, ORDER, "until_on_day"),
        ({"from_on_day": "32"}, "", "from_on_day"),
        ({"until_on_year": ""}, "", "until_on_day"),
        ({"stand_in_id": ""}, "Choisissez qui supplée.", "stand_in_id"),
    ],
)  # fmt: skip
def test_an_absence_refused_keeps_what_was_typed(  # noqa: PLR0917
    alice: Browser, people: People, ministry: Ministry, typed: dict[str, Value], reason: str, target: str
) -> None:
    sent = FIRST | LAST | {"stand_in_id": str(people.bob.id)} | typed

    page = alice.press(alice.get("/absences/new"), "Enregistrer", sent, status=422)

    assert {name: page.value(name) for name in sent} == {name: str(value) for name, value in sent.items()}
    assert [link["href"] for link in page.soup.select(".refused a")] == [f"#{target}"]
    assert not reason or page.all(".wrong") == [reason]
    assert rows(ministry) == []


def test_a_second_absence_on_the_same_days_is_refused(alice: Browser, people: People, ministry: Ministry) -> None:
    sent = FIRST | LAST | {"stand_in_id": str(people.bob.id)}
    alice.press(alice.get("/absences/new"), "Enregistrer", sent)

    page = alice.press(alice.get("/absences/new"), "Enregistrer", sent, status=422)

    assert page.all(".wrong") == [
        "Une absence est déjà enregistrée du 30 novembre 2026 au 11 décembre 2026 : modifiez-la plutôt."
    ]
    assert len(rows(ministry)) == 1


def test_an_absence_whose_stand_in_left_needs_attention(admin: Browser, people: People) -> None:
    given = {"person_id": str(people.alice.id), "stand_in_id": str(people.bob.id)}
    admin.press(admin.get("/absences/new"), "Enregistrer", FIRST | LAST | given)
    admin.press(admin.get(f"/administration/people/{people.bob.id}"), "Fermer le compte")

    page = admin.get("/administration")

    assert "Alice s’absente sans suppléance : le compte de qui supplée est fermé." in page.text
