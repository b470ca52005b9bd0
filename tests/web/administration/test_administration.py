"""The first page of the administration, and the bodies."""

import pytest
from flask import Flask

from models import Message, MessageStatus, RegisterItem, Role
from tests.web.browser import Browser
from tests.web.ministry import Ministry, People

LINKS = {
    "Personnes et rôles", "Absences", "Jours fériés et sessions", "Noms par période", "Organismes",
    "Modèles de documents", "Courriels", "Ce qui a échoué",
}  # fmt: skip
OFFERED = {
    Role.ADMINISTRATOR: LINKS - {"Modèles de documents"},
    **dict.fromkeys((Role.HEAD, Role.DIRECTOR, Role.SECRETARY_GENERAL), LINKS - {"Personnes et rôles"}),
}


@pytest.mark.parametrize("role", OFFERED)
def test_each_role_is_offered_what_it_may_manage(app: Flask, people: People, role: Role) -> None:
    browser = Browser(app)
    browser.enter(people.with_role(role))

    page = browser.get("/administration")

    assert set(page.all(".managed a")) == OFFERED[role]
    for label in OFFERED[role]:
        browser.follow(page, label)


@pytest.mark.parametrize("role", [Role.DRAFTER, Role.CABINET, Role.READER])
def test_others_have_no_administration(app: Flask, people: People, role: Role) -> None:
    browser = Browser(app)
    browser.enter(people.with_role(role))

    browser.get("/administration", status=403)


def test_a_mail_that_did_not_leave_needs_attention(admin: Browser, ministry: Ministry) -> None:
    assert "qui ne sont pas partis" in admin.get("/administration").text
    ministry.add(
        Message(
            key="k", person_id=ministry.people.alice.id, address="alice@ministere.test", subject="Échéance", plain="…",
            html="<p>…</p>", created_at=ministry.clock.at, next_try_at=ministry.clock.at, status=MessageStatus.FAILED,
        )
    )  # fmt: skip

    page = admin.get("/administration")

    assert page.link("1 chose a échoué ou attend depuis trop longtemps.") == "/administration/failures"


@pytest.mark.parametrize("words", ["CESE", "conseil économique", "المجلس الاقتصادي"])
def test_an_institution_is_found_by_any_of_its_names(admin: Browser, words: str) -> None:
    page = admin.get(f"/administration/bodies?q={words}")

    assert "Conseil économique, social et environnemental" in page.text


def test_bodies_that_are_not_known_are_counted(admin: Browser, ministry: Ministry) -> None:
    text = ministry.open()
    assert "Tous les organismes nommés sont connus." in admin.get("/administration/bodies").text
    bodies = ["CESE", "Office imaginaire", "l’office imaginaire", "Agence supposée"]
    ministry.add(
        *(
            RegisterItem(text_id=text.id, kind="observations", number=n, values={"body": body}, status="open", step=1)
            for n, body in enumerate(bodies, 1)
        )
    )

    page = admin.get("/administration/bodies")

    assert page.all("[aria-labelledby=unknown] tbody tr") == [
        "Office imaginaire nommé 2 fois Voir un texte : Office imaginaire",
        "Agence supposée nommé 1 fois Voir un texte : Agence supposée",
    ]
