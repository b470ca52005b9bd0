"""First steps: a page per role, opened by itself once, found again from the bar, one's account and an empty list."""

import pytest
from flask import Flask

from models import LegalText, Role, User
from tests.web.browser import Browser
from tests.web.ministry import Ministry
from tests.web.page import Page, attribute
from workflow.people.permissions import HOLDERS, ROLES_FR, Right, may

TITLE = "Premiers pas"
HOME = "Rien ne vous attend."
REMINDED, LATE = "Un courriel vous rappelle à l’avance", "vous est signalé par courriel"
NONE = "vous n’en recevez que si vous suppléez quelqu’un"
WORK = ["Faire avancer un texte", "Voir venir les échéances", "Produire un papier"]
JOBS = dict.fromkeys(Role, WORK) | {
    Role.READER: ["Trouver un texte", "Lire où il en est", "En emporter le tableau"],
    Role.ADMINISTRATOR: [
        "Ouvrir un compte", "Veiller à ce que chacun soit prévenu", "Tenir les jours et les noms à jour",
    ],
}  # fmt: skip


def newcomer(ministry: Ministry, role: Role) -> User:
    """Give the person of a role as they are before they sign in for the first time."""
    with ministry.session() as session:
        person = session.get_one(User, ministry.people.with_role(role).id)
        person.first_steps_seen_at = None
    return person


def links(page: Page) -> set[str]:
    return {attribute(tag, "href") for tag in page.soup.select("main a[href]")}


@pytest.mark.parametrize("role", Role)
def test_each_role_is_shown_its_three_jobs_and_only_pages_that_it_may_open(
    ministry: Ministry, browser: Browser, bill: LegalText, role: Role
) -> None:
    person = ministry.people.with_role(role)
    browser.enter(person)

    page = browser.get("/first-steps")

    assert page.all("main .crumbs") == [ROLES_FR[role]]
    assert page.all(".jobs h3") == JOBS[role]
    assert len(page.all("main .btn-go")) == 1
    assert (f"/texts/{bill.id}" in links(page)) == (role != Role.ADMINISTRATOR)
    assert (f"/texts/{bill.id}/papers" in links(page)) == may(person, Right.MAKE_PAPERS)
    assert (f"/texts/{bill.id}/assign" in links(page)) == may(person, Right.ASSIGN_TEXTS)
    for link in links(page):
        browser.get(link)


@pytest.mark.parametrize("role", Role)
def test_without_a_text_the_page_gives_no_example(ministry: Ministry, browser: Browser, role: Role) -> None:
    browser.enter(ministry.people.with_role(role))

    page = browser.get("/first-steps")

    assert page.all(".jobs h3") == JOBS[role]
    assert [link for link in links(page) if link.startswith("/texts/") and link != "/texts/new"] == []


def test_a_drafter_is_given_a_text_of_theirs_as_the_example(ministry: Ministry, drafter: Browser) -> None:
    ministry.open("Projet de loi d’un autre", on="2026-10-01", responsible_id=ministry.people.alice.id)
    own = ministry.open("Projet de décret", "decret", on="2026-10-05")

    assert [link for link in links(drafter.get("/first-steps")) if link.startswith("/texts/")].count(
        f"/texts/{own.id}"
    ) == 1


@pytest.mark.parametrize(
    ("role", "promised"),
    [
        (Role.DRAFTER, [REMINDED]), (Role.HEAD, [REMINDED, LATE]), (Role.DIRECTOR, [LATE]),
        (Role.SECRETARY_GENERAL, [NONE]), (Role.CABINET, [NONE]), (Role.READER, []), (Role.ADMINISTRATOR, []),
    ],
)  # fmt: skip
def test_the_mails_promised_are_those_that_the_role_gets(
    ministry: Ministry, browser: Browser, role: Role, promised: list[str]
) -> None:
    browser.enter(ministry.people.with_role(role))

    page = browser.get("/first-steps")

    assert [words for words in (REMINDED, LATE, NONE) if words in page.text] == promised


@pytest.mark.parametrize(
    ("role", "words"),
    [
        *((role, "choisissez l’étape, puis « Corriger »") for role in sorted(HOLDERS[Right.CORRECT_STEPS])),
        (Role.CABINET, "Signalez l’erreur à la personne responsable"),
        (Role.READER, "Vous lisez une erreur ?"),
        (Role.ADMINISTRATOR, "Un compte fermé se rouvre"),
    ],
)  # fmt: skip
def test_a_mistake_is_put_right_as_the_role_can(ministry: Ministry, browser: Browser, role: Role, words: str) -> None:
    browser.enter(ministry.people.with_role(role))

    assert words in browser.get("/first-steps").text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("role", Role)
def test_the_page_opens_by_itself_at_the_first_sign_in_and_never_again(
    app: Flask, ministry: Ministry, role: Role
) -> None:
    person = newcomer(ministry, role)

    first, second = Browser(app), Browser(app)
    assert first.sign_in(person).h1.text == TITLE
    assert first.get("/").h1.text != TITLE
    assert second.sign_in(person).h1.text != TITLE
    assert ministry.read(User, person.id).first_steps_seen_at == ministry.clock.at


def test_whoever_asked_for_the_first_page_is_led_there_too(app: Flask, ministry: Ministry) -> None:
    person, browser = newcomer(ministry, Role.DRAFTER), Browser(app)

    page = browser.press(browser.get("/"), "Se connecter", email=person.email, password="navette-demo")  # noqa: S106

    assert page.h1.text == TITLE


def test_whoever_follows_a_link_arrives_there_and_sees_the_first_steps_the_next_time(
    app: Flask, ministry: Ministry, bill: LegalText
) -> None:
    person, browser = newcomer(ministry, Role.DRAFTER), Browser(app)

    asked = browser.get(f"/texts/{bill.id}")
    page = browser.press(asked, "Se connecter", email=person.email, password="navette-demo")  # noqa: S106

    assert page.url == f"/texts/{bill.id}"
    assert Browser(app).sign_in(person).h1.text == TITLE


@pytest.mark.parametrize("role", Role)
def test_it_is_found_from_every_page_from_ones_account_and_where_nothing_waits(
    ministry: Ministry, browser: Browser, role: Role
) -> None:
    browser.enter(ministry.people.with_role(role))
    home = browser.get("/")

    assert home.h1.text == HOME
    assert [attribute(tag, "href") for tag in home.soup.select(".bar .aid")] == ["/first-steps"]
    assert "/first-steps" in links(home)
    assert "/first-steps" in links(browser.get("/account"))
    assert browser.get("/first-steps").all(".bar [aria-current]") == [TITLE]
