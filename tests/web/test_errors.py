"""What people see when something cannot be: always a page, in words, that tells what to do."""

import logging

import pytest
from flask import Flask, abort
from sqlalchemy import text
from sqlmodel import Session

from models import LegalText
from tests.fixtures.databases import Database
from tests.fixtures.demonstration import NOW
from tests.web.browser import Browser
from tests.web.conftest import MakeApp
from tests.web.ministry import Ministry
from web.request import db, public
from workflow.errors import Refused, Stale


@pytest.fixture
def failing(make_app: MakeApp, database: Database) -> Flask:
    """Give an application with routes that fail."""
    app = make_app(DATABASE_URL=database.url)

    @app.get("/fails")
    @public
    def fails() -> str:
        raise RuntimeError("secret detail")

    @app.get("/fails/in-the-database")
    @public
    def fails_in_the_database() -> str:
        db().add(LegalText(procedure="x", procedure_version="", title_fr="half-way", created_at=NOW))
        db().exec(text("SELECT * FROM nothing"))  # type: ignore[call-overload]
        return ""

    @app.get("/fails/refused")
    @public
    def refuses() -> str:
        db().add(LegalText(procedure="x", procedure_version="", title_fr="half-way", created_at=NOW))
        raise Refused(["Le numéro manque.", "La date manque."])

    @app.get("/fails/stale")
    @public
    def comes_second() -> str:
        raise Stale

    @app.get("/stops/<int:status>")
    @public
    def stops(status: int) -> str:
        abort(status)

    return app


def test_an_address_that_leads_nowhere(browser: Browser, head: Browser) -> None:
    for path in ("/nothing", "/texts/not-a-key", "/texts/\x00", "/static/nothing.css", "/texts/"):
        assert head.client.get(path).status_code == 404
    for one in (browser, head):
        page = one.get("/nothing", status=404)
        assert page.h1.text == "Page introuvable"
        assert page.link("Aller à la liste des textes") == "/texts"


def test_an_address_that_answers_no_such_method(head: Browser, bill: LegalText) -> None:
    assert head.get(f"/papers/{bill.id}/retry", status=405).h1.text == "Action impossible ainsi"
    assert head.get(f"/texts/{bill.id}/moves/note/preview", status=405).h1.text == "Action impossible ainsi"
    assert head.client.delete(f"/texts/{bill.id}").status_code in {400, 405}


def test_what_is_sent_is_not_too_big(head: Browser, bill: LegalText) -> None:
    head.get(f"/texts/{bill.id}/edit")

    page = head.post(f"/texts/{bill.id}/edit", {"title_fr": "x" * 2_000_000}, status=413)

    assert page.h1.text == "Envoi trop volumineux"


def test_a_fault_shows_no_detail_and_is_logged(failing: Flask, caplog: pytest.LogCaptureFixture) -> None:
    page = Browser(failing).get("/fails", status=500)

    assert page.h1.text == "Une erreur est survenue"
    assert "secret detail" not in page.response.text
    assert "secret detail" in caplog.text
    assert caplog.records[-1].levelno == logging.ERROR


def test_a_fault_in_the_database_writes_nothing_half_way(failing: Flask, ministry: Ministry) -> None:
    browser = Browser(failing)
    browser.sign_in(ministry.people.alice)

    page = browser.get("/fails/in-the-database", status=500)

    assert page.h1.text == "Une erreur est survenue"
    assert ministry.count(LegalText) == 0
    assert browser.get("/").h1.text == "Rien ne vous attend."


def test_a_refusal_that_no_page_expected_tells_its_reasons(failing: Flask, ministry: Ministry) -> None:
    page = Browser(failing).get("/fails/refused", status=422)

    assert page.h1.text == "Cet enregistrement est refusé"
    assert "Le numéro manque. La date manque." in page.text
    assert ministry.count(LegalText) == 0
    assert Browser(failing).get("/fails/stale", status=409).h1.text == "Quelqu’un vous a devancé"


@pytest.mark.parametrize("status", [400, 403, 404, 413, 418, 429, 503])
def test_every_status_has_its_page(failing: Flask, status: int) -> None:
    assert Browser(failing).get(f"/stops/{status}", status=status).all("main p")


def test_a_database_that_goes_while_people_work_is_a_page_too(head: Browser, ministry: Ministry) -> None:
    with Session(ministry.engine) as session:
        session.connection().execute(text("ALTER TABLE person RENAME TO nobody"))
        session.commit()

    for path in ("/", "/nothing", "/account"):
        assert head.get(path, status=500).h1.text == "Une erreur est survenue"
