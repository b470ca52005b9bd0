"""Coming in, going out, and what keeps others out."""

from datetime import timedelta

import pytest
from flask import Flask

from models import LegalText, SignInFailure, User
from tests.web.browser import Browser
from tests.web.ministry import Clock, Ministry, People
from tests.web.page import Page
from web.account import sign_in
from web.account.passwords import check_password

HOME = "Rien ne vous attend."
WRONG = "L’adresse ou le mot de passe n’est pas le bon."
NEW = "une phrase assez longue"


def attempt(browser: Browser, email: str, password: str = "not the one", *, status: int = 422) -> Page:  # noqa: S107 - it is wrong
    return browser.press(browser.get("/sign-in"), "Se connecter", status=status, email=email, password=password)


def change_password(browser: Browser, old: str, new: str, again: str, *, status: int = 200) -> Page:
    return browser.press(
        browser.get("/account"), "Changer de mot de passe", status=status, old=old, new=new, again=again
    )


def test_a_person_signs_in_and_out(browser: Browser, people: People) -> None:
    page = browser.sign_in(people.alice)
    assert page.h1.text == HOME
    assert "Alice" in page.all("a.who")

    page = browser.press(page, "Quitter")

    assert page.h1.text == "Se connecter"
    assert browser.get("/").h1.text == "Se connecter"


def test_the_address_is_read_whatever_its_case_and_spaces(browser: Browser, people: People) -> None:  # noqa: ARG001
    assert browser.sign_in("  Alice@Ministere.TEST ").h1.text == HOME


def test_whoever_is_in_is_not_asked_again(drafter: Browser) -> None:
    assert drafter.get("/sign-in").h1.text == HOME


@pytest.mark.parametrize("email", ["alice@ministere.test", "nobody@ministere.test", "charlie@ministere.test"])
def test_a_refusal_never_tells_whether_the_account_exists(browser: Browser, ministry: Ministry, email: str) -> None:
    with ministry.session() as session:
        session.get_one(User, ministry.people.charlie.id).active = False

    page = attempt(browser, email)

    assert page.reasons == [WRONG]
    assert page.value("email") == email
    assert page.value("password") == ""


def test_an_account_closed_by_the_ministry_lets_nobody_in(browser: Browser, ministry: Ministry) -> None:
    with ministry.session() as session:
        session.get_one(User, ministry.people.charlie.id).active = False

    assert attempt(browser, "charlie@ministere.test", "navette-demo").reasons == [WRONG]


def test_what_is_not_filled_is_named(browser: Browser, people: People) -> None:  # noqa: ARG001
    page = attempt(browser, "", "")

    assert page.reasons == ["Donnez votre adresse électronique.", "Donnez votre mot de passe."]


@pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)
@pytest.mark.parametrize("email", ["\x00", "alice\x00@ministere.test", "é" * 300, "' OR 1=1 --", "<b>"])
def test_no_address_however_strange_is_a_fault(browser: Browser, people: People, email: str) -> None:  # noqa: ARG001
    assert attempt(browser, email).h1.text == "Se connecter"


def test_six_failures_close_the_account_there_for_a_quarter_of_an_hour(
    app: Flask, browser: Browser, people: People, clock: Clock
) -> None:
    for _ in range(6):
        attempt(browser, people.alice.email)

    assert attempt(browser, people.alice.email, "navette-demo", status=429).h1.text == "Trop d’essais"
    assert Browser(app).sign_in(people.bob).h1.text == HOME
    elsewhere = Browser(app)
    elsewhere.client.environ_base["REMOTE_ADDR"] = "192.0.2.7"
    assert elsewhere.sign_in(people.alice).h1.text == HOME

    clock.wait(timedelta(minutes=15))
    assert browser.sign_in(people.alice).h1.text == HOME


def test_signing_in_forgets_the_failures_of_the_account(browser: Browser, ministry: Ministry) -> None:
    for _ in range(5):
        attempt(browser, ministry.people.alice.email)
    browser.press(browser.sign_in(ministry.people.alice), "Quitter")

    for _ in range(5):
        attempt(browser, ministry.people.alice.email)

    assert browser.sign_in(ministry.people.alice).h1.text == HOME


def test_an_address_that_tries_every_account_is_stopped(browser: Browser, ministry: Ministry) -> None:
    ministry.add(*(SignInFailure(key="address:127.0.0.1", at=ministry.clock.at) for _ in range(60)))

    attempt(browser, "somebody.new@ministere.test", status=429)


def test_an_account_tried_from_everywhere_is_closed(browser: Browser, ministry: Ministry) -> None:
    email = ministry.people.alice.email
    ministry.add(*(SignInFailure(key=f"account:{email}", at=ministry.clock.at) for _ in range(40)))

    attempt(browser, email, "navette-demo", status=429)


def test_a_whole_office_behind_one_address_comes_in(browser: Browser, ministry: Ministry) -> None:
    browser.sign_in(ministry.people.alice)

    assert ministry.count(SignInFailure) == 0


def test_others_write_while_a_password_is_checked(
    browser: Browser, ministry: Ministry, bill: LegalText, monkeypatch: pytest.MonkeyPatch
) -> None:
    def check(found: User | None, password: str) -> bool:
        with ministry.session() as session:
            session.get_one(LegalText, bill.id).social_matter = True
        return check_password(found, password)

    monkeypatch.setattr(sign_in, "check_password", check)

    assert browser.sign_in(ministry.people.alice).h1.text == HOME
    assert ministry.read(LegalText, bill.id).social_matter


def test_old_failures_are_swept_away(browser: Browser, ministry: Ministry, clock: Clock) -> None:
    attempt(browser, "alice@ministere.test")
    clock.wait(timedelta(minutes=16))

    attempt(browser, "bob@ministere.test")

    assert ministry.count(SignInFailure) == 3


def test_one_arrives_where_one_was_going(browser: Browser, people: People) -> None:
    page = browser.get("/table?on=2015-12-31")

    page = browser.press(page, "Se connecter", email=people.alice.email, password="navette-demo")  # noqa: S106

    assert page.url == "/table?on=2015-12-31"


@pytest.mark.parametrize(
    "target",
    [
        *("https://evil.test/", "//evil.test", "///evil.test", "/\\evil.test", "\\\\evil.test", "http:evil.test"),
        *("/\t/evil.test", "/\n/evil.test", "/\r\nX: y", "/\x00", "evil.test", "javascript:alert(1)", "//[", ""),
    ],
)
def test_signing_in_never_leads_to_another_site(browser: Browser, people: People, target: str) -> None:
    token = browser.get("/sign-in").value("csrf_token")
    fields = {"csrf_token": token, "email": people.alice.email, "password": "navette-demo", "next": target}

    response = browser.client.post("/sign-in", data=fields)

    assert response.status_code == 303
    assert response.location == "/"


def test_the_session_cookie_is_kept_from_scripts_and_other_sites(browser: Browser, people: People) -> None:
    browser.sign_in(people.alice)
    cookie = browser.client.get_cookie("navette")
    assert cookie is not None
    assert cookie.http_only
    assert cookie.same_site == "Lax"
    assert not cookie.secure
    assert cookie.expires is not None


def test_a_new_password_closes_the_sessions_opened_elsewhere(app: Flask, browser: Browser, people: People) -> None:
    at_home = Browser(app)
    at_home.sign_in(people.alice)
    browser.sign_in(people.alice)

    page = change_password(browser, "navette-demo", NEW, NEW)

    assert page.notes == ["Le mot de passe est changé ; les autres sessions sont fermées."]
    assert browser.get("/").h1.text == HOME
    assert at_home.get("/").h1.text == "Se connecter"
    assert attempt(at_home, people.alice.email, "navette-demo").reasons == [WRONG]
    assert at_home.press(at_home.get("/"), "Se connecter", email=people.alice.email, password=NEW).h1.text == HOME


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        (("not the one", NEW, NEW), "Ce n’est pas le mot de passe actuel."),
        (("navette-demo", "short", "short"), "Dix caractères au moins."),
        (("navette-demo", NEW, f"{NEW}!"), "Les deux saisies diffèrent."),
        (("", NEW, NEW), "Donnez votre mot de passe actuel."),
        (("x" * 201, NEW, NEW), "Mot de passe trop long."),
        (("navette-demo", "x" * 201, "x" * 201), "Deux cents caractères au plus."),
    ],
)
def test_a_password_is_only_changed_by_its_owner_to_one_that_holds(
    drafter: Browser, people: People, typed: tuple[str, str, str], reason: str
) -> None:
    page = change_password(drafter, *typed, status=422)

    assert page.reasons == [reason]
    assert all(page.value(name) == "" for name in ("old", "new", "again"))
    drafter.press(page, "Quitter")
    assert drafter.sign_in(people.drafter).h1.text == HOME


def test_a_copied_cookie_is_worth_nothing_after_signing_out(browser: Browser, app: Flask, people: People) -> None:
    page = browser.sign_in(people.alice)
    copy = browser.client.get_cookie("navette")
    assert copy

    browser.press(page, "Quitter")

    thief = app.test_client()
    thief.set_cookie("navette", copy.value)
    assert thief.get("/").status_code == 302


def test_the_old_password_is_not_guessed_either(drafter: Browser) -> None:
    for _ in range(6):
        change_password(drafter, "not the one", NEW, NEW, status=422)

    change_password(drafter, "navette-demo", NEW, NEW, status=429)
    assert drafter.get("/").h1.text == HOME
