"""Accounts in screens: opened, closed, given another role or password, and never the last administrator's."""

import logging
from datetime import timedelta

import pytest
from flask import Flask
from sqlmodel import select

from models import Role, User
from tests.web.browser import Browser, Value
from tests.web.ministry import Ministry, People
from tests.web.page import Page, words
from tests.web.queries import queries
from web.account.passwords import check_password, new_password

NEW: dict[str, Value] = {"name": "Mme Nadia Alaoui", "email": "Nadia@Ministere.test ", "role": "drafter"}


def password_of(page: object) -> str:
    return words(page.one(".password"))  # type: ignore[attr-defined]


def test_an_account_is_opened_and_its_password_shown_once(app: Flask, admin: Browser, ministry: Ministry) -> None:
    page = admin.press(admin.follow(admin.get("/administration/people"), "Ouvrir un compte"), "Ouvrir le compte", NEW)

    password = password_of(page)
    assert page.h1.text == "Le compte de Mme Nadia Alaoui est ouvert"
    assert Browser(app).sign_in("nadia@ministere.test", password).h1.text != "Se connecter"
    assert password not in admin.follow(page, "Voir le compte").response.text
    assert "nadia@ministere.test" in admin.get("/administration/people?q=alàoui").text
    with ministry.session() as session:
        opened = session.exec(select(User).where(User.email == "nadia@ministere.test")).one()
    assert (opened.name, opened.role, opened.active) == ("Mme Nadia Alaoui", Role.DRAFTER, True)


def test_passwords_drawn_differ_and_are_long_enough() -> None:
    drawn = {new_password() for _time in range(20)}

    assert len(drawn) == 20
    assert {len(each) for each in drawn} == {19}


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (
            {"email": "alice@ministere.test"},
            "alice@ministere.test a déjà un compte ; un nouveau mot de passe se donne sur la page de la personne.",
        ),
        ({"email": "nadia"}, "« nadia » n’est pas une adresse de courriel : écrivez nom@domaine, sans accent."),
        ({"email": ""}, "Donnez son adresse électronique."),
        ({"name": ""}, "Donnez le nom de la personne."),
        ({"name": "N" * 201}, "C’est trop long : 200 caractères au plus."),
        ({"role": ""}, "Choisissez son rôle."),
    ],
)
def test_an_account_refused_keeps_what_was_typed(
    admin: Browser, ministry: Ministry, wrong: dict[str, Value], reason: str
) -> None:
    before = ministry.count(User)
    (name,) = wrong

    page = admin.press(admin.get("/administration/people/new"), "Ouvrir le compte", NEW | wrong, status=422)

    assert page.reasons == [reason]
    assert page.one(f"#{name}").get("aria-invalid") == "true"
    assert page.one(".refused a")["href"] == f"#{name}"
    assert {field: page.value(field) for field in NEW if field not in wrong} == {
        field: str(value).strip() for field, value in NEW.items() if field not in wrong
    }
    assert ministry.count(User) == before


def test_a_closed_account_leaves_its_texts_to_give_away(admin: Browser, ministry: Ministry, alice: Browser) -> None:
    one = ministry.people.alice
    ministry.open(responsible_id=one.id)
    ministry.bring(ministry.open("Arrêté", "arrete", responsible_id=one.id), "enter_on_publication")
    page = admin.follow(admin.get("/administration/people"), "Alice")
    assert "1 texte sera à confier à quelqu’un d’autre" in page.text

    page = admin.press(page, "Fermer le compte")

    assert page.notes == ["Le compte est fermé."]
    assert "1 texte reste confié à cette personne, qui ne peut plus en répondre" in page.text
    assert page.link("les confier à quelqu’un d’autre") == f"/texts?responsible={one.id}&over=no"
    assert alice.get("/").h1.text == "Se connecter"
    assert "1 texte reste confié à Alice, qui ne peut plus en répondre." in admin.get("/administration").text

    page = admin.press(page, "Rouvrir le compte")

    assert page.notes == ["Le compte est rouvert, avec le mot de passe qu’il avait."]
    assert ministry.read(User, one.id).active


def test_whose_texts_have_all_ended_leaves_nothing_to_give_away(admin: Browser, ministry: Ministry) -> None:
    one = ministry.people.alice
    ministry.bring(ministry.open("Arrêté", "arrete", responsible_id=one.id), "enter_on_publication")
    page = admin.get(f"/administration/people/{one.id}")
    assert "à confier à quelqu’un d’autre" not in page.text

    page = admin.press(page, "Fermer le compte")

    assert page.all(".warn-note") == []
    assert "Alice" not in admin.get("/administration").text


def test_open_accounts_come_before_closed_ones(admin: Browser, ministry: Ministry) -> None:
    with ministry.session() as session:
        session.get_one(User, ministry.people.alice.id).active = False

    page = admin.get("/administration/people")

    assert page.all("h2") == ["Comptes ouverts 9", "Comptes fermés 1"]
    assert words(page.soup.select("section")[-1].select_one("tbody td a")) == "Alice"  # type: ignore[arg-type]


def test_a_role_changes_at_once(admin: Browser, people: People, ministry: Ministry, alice: Browser) -> None:
    alice.get("/texts/new")

    page = admin.press(admin.get(f"/administration/people/{people.alice.id}"), "Changer le rôle", role="reader")

    assert page.notes == ["Le rôle est changé : Consultation."]
    assert ministry.read(User, people.alice.id).role == Role.READER
    alice.get("/texts/new", status=403)


def test_a_new_password_ends_the_sessions_of_the_old_one(admin: Browser, alice: Browser, ministry: Ministry) -> None:
    people = ministry.people
    page = admin.press(admin.get(f"/administration/people/{people.alice.id}"), "Donner un nouveau mot de passe")

    assert alice.get("/").h1.text == "Se connecter"
    assert check_password(ministry.read(User, people.alice.id), password_of(page))
    assert Browser(admin.app).sign_in(people.alice, password_of(page)).h1.text != "Se connecter"


@pytest.mark.parametrize(("button", "typed"), [("Fermer le compte", {}), ("Changer le rôle", {"role": "head"})])
def test_the_last_administrator_stays(admin: Browser, ministry: Ministry, button: str, typed: dict[str, Value]) -> None:
    people = ministry.people
    last = people.administrator
    form = admin.get(f"/administration/people/{last.id}")

    page = admin.press(form, button, typed, status=422)

    assert page.reasons[0].startswith("C’est la dernière personne qui administre Navette")
    kept = ministry.read(User, last.id)
    assert (kept.active, kept.role) == (True, Role.ADMINISTRATOR)

    with ministry.session() as session:
        session.get_one(User, people.bob.id).role = Role.ADMINISTRATOR
    admin.press(form, button, typed)

    kept = ministry.read(User, last.id)
    assert (kept.active, kept.role) != (True, Role.ADMINISTRATOR)


def test_who_changed_what_is_in_the_log_without_secrets(
    admin: Browser, people: People, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "workflow")
    path = f"/administration/people/{people.alice.id}"

    opened = admin.press(admin.get("/administration/people/new"), "Ouvrir le compte", NEW)
    admin.press(admin.get(path), "Changer le rôle", role="cabinet")
    changed = admin.press(admin.get(path), "Donner un nouveau mot de passe")
    admin.press(admin.get(path), "Fermer le compte")
    admin.press(admin.get(path), "Rouvrir le compte")

    lines = [record for record in caplog.records if hasattr(record, "account_id")]
    assert [(line.message, line.account_id == str(people.alice.id)) for line in lines] == [
        ("account opened", False), ("role changed", True), ("password changed", True), ("account closed", True),
        ("account reopened", True),
    ]  # fmt: skip
    assert (lines[1].before, lines[1].role) == ("drafter", "cabinet")  # type: ignore[attr-defined]
    said = " ".join(str(vars(line)) for line in caplog.records)
    assert not any(secret in said for secret in (password_of(opened), password_of(changed), "@ministere.test"))


def test_the_list_asks_as_little_of_many_people_as_of_few(app: Flask, admin: Browser, ministry: Ministry) -> None:
    with queries(app) as few:
        admin.get("/administration/people")
    made = [
        User(
            email=f"{n}@ministere.test", name=f"N{n}", role=Role.DRAFTER, password_hash="", created_at=ministry.clock.at
        )
        for n in range(30)
    ]
    ministry.add(*made)
    for one in made[:5]:
        ministry.open(responsible_id=one.id)

    with queries(app) as many:
        admin.get("/administration/people")

    assert len(many) == len(few)


def last_sign_in(page: Page) -> str:
    (shown,) = (row for row in page.soup.select(".people tbody tr") if words(row.find("a")) == "Alice")  # type: ignore[arg-type]
    return words(shown.select("td")[3])


def test_who_came_in_last_when_is_told_and_a_refusal_counts_for_nothing(
    app: Flask, admin: Browser, ministry: Ministry
) -> None:
    alice = ministry.people.alice
    people, opened = "/administration/people", "jamais compte ouvert le 1er déc. 2026"
    assert last_sign_in(admin.get(people)) == f"Dernière connexion : {opened}"

    comer = Browser(app)
    comer.press(comer.get("/sign-in"), "Se connecter", status=422, email=alice.email, password="not the one")  # noqa: S106 - it is wrong
    assert opened in last_sign_in(admin.get(people))

    ministry.clock.wait(timedelta(days=2))
    comer.sign_in(alice)
    ministry.clock.wait(timedelta(days=5))

    assert ministry.read(User, alice.id).last_signed_in_at == ministry.clock.at - timedelta(days=5)
    assert last_sign_in(admin.get(people)) == "Dernière connexion : 3 déc. 2026"
    assert "3 déc. 2026" in words(admin.get(f"{people}/{alice.id}").one(".known-of"))


def test_of_an_older_account_it_is_said_since_when_nobody_came(admin: Browser, ministry: Ministry) -> None:
    with ministry.session() as session:
        session.get_one(User, ministry.people.alice.id).sign_ins_noted_since = ministry.clock.at

    told = last_sign_in(admin.get("/administration/people"))

    assert told == "Dernière connexion : aucune depuis le 1er déc. 2026, premier jour noté"
