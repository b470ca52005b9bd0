"""Who may do what, over every address of the application."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest
from flask import Flask
from sqlmodel import select
from werkzeug.routing import Rule

from models import Absence, ChosenText, Document, LegalText, Message, PaperJob, Relation, Role, SavedView, User
from tests.fixtures.databases import Database
from tests.web.browser import Browser
from tests.web.conftest import MakeApp
from tests.web.ministry import Ministry, People
from tests.web.page import Page
from tests.web.pieces.conftest import Registry
from tests.workflow.names.builders import holder
from tests.workflow.pieces.made_files import png
from web.request import PUBLIC
from workflow.people.permissions import HOLDERS, Right
from workflow.register.pieces import Told

Arguments = dict[str, str | int | UUID]
STATIC = {"static", "bootstrap.static"}


@pytest.fixture
def arguments(ministry: Ministry, bill: LegalText, head: Browser) -> Arguments:
    """Give what stands for each blank of an address: a text, a move that all staff may make, a paper, a mail."""
    head.press(head.get(f"/texts/{bill.id}"), "Note interne")
    message = Message(
        key="k", person_id=ministry.people.alice.id, address="alice@ministere.test", subject="Échéance", plain="…",
        html="<p>…</p>", created_at=ministry.clock.at, next_try_at=ministry.clock.at,
    )  # fmt: skip
    relation = Relation(text_id=bill.id, kind="amends", citation="loi n° 14-05")
    minister = holder("Mme A", "2020-01-01")
    job = PaperJob(label="Papiers", asked=1, at=ministry.clock.at)
    view = SavedView(owner_id=ministry.people.alice.id, name="Mes lois", query="kind=loi", created_at=ministry.clock.at)
    absence = Absence(
        person_id=ministry.people.bob.id, stand_in_id=ministry.people.alice.id, from_on=date(2026, 12, 1),
        until_on=date(2026, 12, 24), recorded_at=ministry.clock.at,
    )  # fmt: skip
    ministry.add(message, relation, minister, job, view, absence)
    version = Registry(ministry, bill).attach(Told("annex"), (png(), "plan.png"))
    with ministry.session() as session:
        document = session.exec(select(Document)).one()
    return {"text_id": bill.id, "name": "note", "number": 1, "document_id": document.id, "message_id": message.id,
            "kind": "arrete", "phase": "preparation", "language": "fr", "relation_id": relation.id, "other_id": bill.id,
            "table": "holders", "row_id": minister.id, "version_id": version.id,
             "day": "2026-12-03", "piece_id": version.piece_id, "job_id": job.id, "register": "observations",
             "shape": "csv", "code": document.code, "view_id": view.id, "person_id": ministry.people.bob.id,
            "absence_id": absence.id}  # fmt: skip


def rules(app: Flask, method: str) -> Iterator[Rule]:
    """List the addresses that answer a method; what ends the session comes last."""
    found = [
        rule for rule in app.url_map.iter_rules() if method in (rule.methods or ()) and rule.endpoint not in STATIC
    ]
    yield from sorted(found, key=lambda rule: rule.endpoint == "sign_in.sign_out")


def addresses(app: Flask, method: str, arguments: Arguments) -> Iterator[tuple[str, Right | str]]:
    """Give every address that answers a method, filled, with the right that its view asks for."""
    routes = app.url_map.bind("localhost")
    for rule in rules(app, method):
        mark = getattr(app.view_functions[rule.endpoint], "right", None)
        assert mark is not None, f"{rule.endpoint} is closed to everybody"
        yield routes.build(rule.endpoint, {name: arguments[name] for name in rule.arguments}), mark


def ask(browser: Browser, path: str, method: str) -> int:
    data = {"csrf_token": browser.token} if method == "POST" else None
    return browser.client.open(path, method=method, data=data).status_code


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_each_role_reaches_what_its_rights_name_and_nothing_else(
    app: Flask, people: People, arguments: Arguments, method: str
) -> None:
    found, expected = {}, {}
    for role in Role:
        browser = Browser(app)
        browser.enter(people.with_role(role))
        browser.get("/account")
        for path, right in addresses(app, method, arguments):
            found[role, path] = ask(browser, path, method) != 403
            expected[role, path] = not isinstance(right, Right) or role in HOLDERS[right]

    assert found == expected


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_strangers_reach_the_sign_in_and_the_verification_alone(app: Flask, arguments: Arguments, method: str) -> None:
    stranger = Browser(app)
    stranger.get("/sign-in")

    for path, right in addresses(app, method, arguments):
        response = stranger.client.open(path, method=method, data={"csrf_token": stranger.token})
        sent_away = response.status_code == 302 and response.location.startswith("/sign-in")
        assert sent_away == (right != PUBLIC), path


def test_nobody_posts_without_a_token(app: Flask, ministry: Ministry, arguments: Arguments) -> None:
    alice = Browser(app)
    alice.enter(ministry.people.alice)

    for path, _right in addresses(app, "POST", arguments):
        for data in ({}, {"csrf_token": ""}, {"csrf_token": "guessed"}):
            response = alice.client.post(path, data=data)
            if path == "/texts/selection":  # which leads on; of what was sent it keeps nothing
                assert (response.status_code, response.headers["Location"]) == (303, "/texts/selection")
                assert ministry.count(ChosenText) == 0
                continue
            assert response.status_code == 400, path
            assert Page(response).h1.text == "Le formulaire a expiré"


def test_the_token_of_another_session_is_refused(app: Flask, ministry: Ministry, drafter: Browser) -> None:
    bob = Browser(app)
    bob.enter(ministry.people.bob)
    bob.token = drafter.token

    page = bob.post("/sign-out", status=400)

    assert page.h1.text == "Le formulaire a expiré"
    assert bob.get("/").h1.text == "Rien ne vous attend."


def test_a_view_without_a_mark_is_closed_even_to_the_administrator(
    make_app: MakeApp, database: Database, ministry: Ministry
) -> None:
    app = make_app(DATABASE_URL=database.url)
    app.add_url_rule("/forgotten", view_func=lambda: "secret")
    browser = Browser(app)
    assert browser.client.get("/forgotten").status_code == 302

    browser.enter(ministry.people.administrator)

    assert browser.get("/forgotten", status=403).h1.text == "Vous n’avez pas ce droit"


def test_someone_who_has_left_is_sent_to_the_sign_in(ministry: Ministry, drafter: Browser) -> None:
    with ministry.session() as session:
        session.get_one(User, ministry.people.drafter.id).active = False

    assert drafter.get("/").h1.text == "Se connecter"


def test_a_reader_is_offered_nothing_that_would_be_refused(
    browser: Browser, ministry: Ministry, bill: LegalText
) -> None:
    browser.enter(ministry.people.reader)

    assert "Nouveau texte" not in browser.get("/texts").text
    page = browser.get(f"/texts/{bill.id}")
    links = {str(tag["href"]) for tag in page.soup.select("main a[href^='/']")}

    whose = "cadre de la division de la législation, chef de division ou directeur."
    assert f"Commencer la rédaction – cette étape revient à : {whose}" in page.text
    own = f"/texts/{bill.id}"
    assert links == {"/texts", "/procedures/projet_de_loi", f"{own}/steps/1", f"{own}?hijri=1#history"}
    assert page.all("main button") == ["Suivre ce texte"]


def test_a_drafter_is_told_whose_the_validation_is(drafter: Browser, ministry: Ministry, bill: LegalText) -> None:
    assert "cette étape revient à" not in drafter.get(f"/texts/{bill.id}").text
    ministry.bring(bill, "submit_for_validation", "2026-11-19")

    page = drafter.get(f"/texts/{bill.id}")

    whose = "chef de division, directeur, secrétaire général ou cabinet."
    assert f"Valider le projet – cette étape revient à : {whose}" in page.text


def test_static_files_need_no_account_and_are_kept_for_long(browser: Browser) -> None:
    page = browser.get("/sign-in")

    for tag in page.soup.select("link[href]"):
        response = browser.client.get(str(tag["href"]))
        assert response.status_code == 200
        assert "no-store" not in response.headers["Cache-Control"]
        assert response.cache_control.max_age == 365 * 24 * 3600
        response.close()


def test_a_view_does_not_open_by_a_name_that_ends_like_that_of_files(make_app: MakeApp) -> None:
    app = make_app()
    app.add_url_rule("/x", endpoint="texts.ecstatic", view_func=lambda: "open")

    assert app.test_client().get("/x").status_code == 302
