"""The accounts whose password is known to all: open on the machine itself, to nobody who comes from elsewhere."""

from pathlib import Path

import pytest
from flask import Flask
from sqlmodel import Session, select

from models import LegalText, Message, MessageStatus, PartialDate, User
from tests.fixtures.databases import Database
from tests.fixtures.demonstration import NOW
from tests.web.browser import Browser
from tests.web.configuration import changed
from tests.web.conftest import MakeApp
from tests.web.console import Terminal
from web.request import EXPOSED
from workflow.calendar.working_days import Calendar
from workflow.importing.demonstration import DOMAIN, PASSWORD
from workflow.old_files.milestones import Milestone
from workflow.register.moves import open_text, take_over

ARRIVED = "Premiers pas"  # nobody came in before
HEAD = f"cheffe{DOMAIN}"
REAL = "vraie@ministere.test"
FORWARDED = [
    ("X-Forwarded-For", "192.0.2.7"),
    ("X-Forwarded-Proto", "https"),
    ("X-Forwarded-Host", "navette.ministere.ma"),
    ("X-Forwarded-Server", "proxy"),
    ("X-Real-IP", "192.0.2.7"),
    ("Forwarded", "for=192.0.2.7;proto=https"),
    ("Via", "1.1 proxy"),
]


@pytest.fixture
def shown(make_app: MakeApp, demonstration: Database) -> Flask:
    """Give the demonstration, with an account of the ministry beside its own."""
    app = make_app(DATABASE_URL=demonstration.url)
    words = ("add-person", REAL, "--name", "Vraie", "--role", "head", "--password", PASSWORD)
    assert Terminal(app).run(*words).output.startswith("Compte ouvert")
    return app


def enter(app: Flask, email: str, header: tuple[str, str] | None = None) -> str:
    """Try to sign in, through a proxy that adds this header; give the title of the page that comes."""
    browser = Browser(app)
    if header:
        browser.client.environ_base[f"HTTP_{header[0].upper().replace('-', '_')}"] = header[1]
    page = browser.get("/sign-in")
    is_offered = HEAD in page.text
    status = 200 if email == REAL or is_offered else 422
    found = browser.press(page, "Se connecter", status=status, email=email, password=PASSWORD)
    assert ("ne s’ouvrent que sur la machine même" in page.text) is not is_offered
    return found.one("title").text.partition(" – ")[0]


@pytest.mark.parametrize("header", FORWARDED, ids=lambda header: header[0])
def test_through_a_proxy_they_open_nothing_and_the_page_says_why(shown: Flask, header: tuple[str, str]) -> None:
    assert enter(shown, HEAD) == ARRIVED
    assert enter(shown, HEAD, header) == "Se connecter"
    assert enter(shown, REAL, header) == ARRIVED


def test_a_session_opened_on_the_machine_is_worth_nothing_through_a_proxy(shown: Flask) -> None:
    browser = Browser(shown)
    assert browser.sign_in(HEAD).all("[aria-current=true]") == [ARRIVED]

    browser.client.environ_base["HTTP_X_FORWARDED_FOR"] = "192.0.2.7"

    assert browser.get("/").h1.text == "Se connecter"


def test_shown_to_others_on_purpose_they_open(make_app: MakeApp, demonstration: Database) -> None:
    app = make_app(DATABASE_URL=demonstration.url, **{EXPOSED: True})

    assert enter(app, HEAD, FORWARDED[0]) == ARRIVED


def test_with_an_https_address_they_open_nothing_and_are_not_served(
    make_app: MakeApp, demonstration: Database, tmp_path: Path
) -> None:
    path = tmp_path / "https.toml"
    path.write_text(changed("site", "base_url", '"https://navette.ministere.ma"'), "utf-8")
    app = make_app(NAVETTE_CONFIG=path, DATABASE_URL=demonstration.url)

    assert enter(app, HEAD) == "Se connecter"
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("VAR", str(tmp_path / "var"))
        environment.setenv("NAVETTE_CONFIG", str(path))
        output = Terminal(app).run("serve", status=1).output
    assert "n'est pas servie sur https://navette.ministere.ma" in output


def promulgate(session: Session) -> None:
    """Take over a law of a demonstration account, to be published within a month: a limit of the law."""
    drafter = session.exec(select(User).where(User.email == f"redactrice{DOMAIN}")).one()
    law = LegalText(procedure="projet_de_loi", procedure_version="", title_fr="Loi", responsible_id=drafter.id,
                    created_at=NOW)  # fmt: skip
    open_text(session, law, by=drafter, on=None, at=NOW, calendar=Calendar(), is_old_file=True)
    told = Milestone(("promulgate",), PartialDate(2026, 12, 18), {"dahir": "1-26-9"})
    take_over(session, law, [told], by=drafter, at=NOW, calendar=Calendar())


def test_in_earnest_they_get_no_mail_and_whoever_stands_in_does(
    make_app: MakeApp, shown: Flask, demonstration: Database, tmp_path: Path
) -> None:
    with Session(demonstration.engine) as session:
        promulgate(session)
        session.commit()
    Terminal(shown).run("remind", "--on", "2027-01-15")
    with Session(demonstration.engine) as session:
        mails = session.exec(select(Message)).all()
        theirs = {mail.id for mail in mails if mail.address.endswith(DOMAIN)}
        assert theirs
        for mail in mails:
            mail.status = MessageStatus.WAITING
        entrusted = session.exec(select(LegalText.responsible_id)).all()
        session.commit()
    path = tmp_path / "earnest.toml"
    path.write_text(changed("site", "demonstration", "false"), "utf-8")
    earnest = Terminal(make_app(NAVETTE_CONFIG=path, DATABASE_URL=demonstration.url))

    earnest.run("remind", "--on", "2027-01-18")

    with Session(demonstration.engine) as session:
        left = session.exec(select(Message)).all()
        assert not theirs & {mail.id for mail in left}
        assert {mail.address for mail in left} == {REAL}
        open_accounts = session.exec(select(User.email).where(User.active)).all()
        assert open_accounts == [REAL]
        assert session.exec(select(LegalText.responsible_id)).all() == entrusted
