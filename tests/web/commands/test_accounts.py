"""What an administrator does from a terminal: accounts, and the ministry's own holidays."""

from datetime import date

import pytest

from models import HolidayOverride, LegalText, User
from tests.web.browser import Browser
from tests.web.console import Terminal
from tests.web.ministry import Ministry
from web.account.passwords import check_password


@pytest.fixture
def alice(ministry: Ministry) -> User:
    return ministry.people.alice


def test_a_closed_account_opens_nothing_until_it_is_reopened(
    browser: Browser, terminal: Terminal, ministry: Ministry, alice: User
) -> None:
    ministry.open(responsible_id=alice.id)
    browser.sign_in(alice)

    output = terminal.run("close-account", " Alice@ministere.test ").output

    assert output.splitlines() == [
        "Compte fermé : Alice.", "1 texte(s) lui restent confiés : confiez-les à quelqu'un d'autre.",
    ]  # fmt: skip
    assert browser.get("/").h1.text == "Se connecter"
    assert terminal.run("close-account", alice.email, "--reopen").output == "Compte rouvert : Alice.\n"
    assert browser.get("/").h1.text == "Se connecter"
    assert Browser(terminal.app).sign_in(alice).h1.text != "Se connecter"


def test_a_new_password_closes_open_sessions(
    browser: Browser, terminal: Terminal, ministry: Ministry, alice: User
) -> None:
    browser.sign_in(alice)

    output = terminal.run("set-password", alice.email, "--password", "une phrase assez longue").output

    assert output == "Mot de passe changé : Alice.\n"
    assert check_password(ministry.read(User, alice.id), "une phrase assez longue")
    assert browser.get("/").h1.text == "Se connecter"


def test_a_role_changes_at_once(browser: Browser, terminal: Terminal, ministry: Ministry, alice: User) -> None:
    browser.sign_in(alice)
    ministry.open(responsible_id=alice.id)

    output = terminal.run("set-role", alice.email, "reader").output

    assert output.splitlines()[0] == "Rôle changé : Alice (Consultation)."
    assert len(output.splitlines()) == 2
    browser.get("/texts/new", status=403)


@pytest.mark.parametrize(
    "words",
    [
        ("close-account", "nobody@ministere.test"),
        ("set-password", "nobody@ministere.test", "--password", "une phrase assez longue"),
        ("set-password", "alice@ministere.test", "--password", "court"),
        ("set-password", "alice@ministere.test", "--password", "x" * 201),
        ("set-role", "nobody@ministere.test", "head"),
        ("add-person", f"{'x' * 250}@y.test", "--name", "X", "--role", "head", "--password", "une phrase"),
        ("add-person", "x@y.test", "--name", "x" * 201, "--role", "head", "--password", "une phrase"),
        *(
            ("add-person", no_address, "--name", "X", "--role", "head", "--password", "une phrase assez longue")
            for no_address in ("alice", "@y.test", "x@", "x@y@z", "x y@z.test")
        ),
        ("holiday", "2026-12-07"),
        ("holiday", "2026-12-07", "--name", "x" * 201),
    ],
)
def test_what_cannot_be_is_said(terminal: Terminal, ministry: Ministry, words: tuple[str, ...]) -> None:
    before = ministry.read(User, ministry.people.alice.id)

    assert terminal.run(*words, status=1).output.startswith("Error: ")

    assert ministry.read(User, before.id) == before
    assert ministry.count(HolidayOverride) == 0


def test_a_holiday_is_declared_changed_and_forgotten(terminal: Terminal, ministry: Ministry, bill: LegalText) -> None:
    ministry.bring(bill, "refer_to_ad_hoc_commission", "2026-11-20")
    monday = date(2026, 12, 7)

    output = terminal.run("holiday", "2026-12-07", "--name", "Jour offert", "--name-ar", "عطلة").output
    assert output == "Le 07/12/2026 est chômé (Jour offert) ; échéances de 1 texte(s) recomptées.\n"
    with ministry.session() as session:
        row = session.get_one(HolidayOverride, monday)
    assert (row.worked, row.label_fr, row.label_ar) == (False, "Jour offert", "عطلة")

    terminal.run("holiday", "2026-12-07", "--worked")
    with ministry.session() as session:
        assert session.get_one(HolidayOverride, monday).worked

    assert "suit de nouveau le calendrier" in terminal.run("holiday", "2026-12-07", "--forget").output
    assert ministry.count(HolidayOverride) == 0
