"""What the server writes of each event: enough to follow it, never an address of mail nor what was typed."""

import io
import json
import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from flask import Flask
from sqlmodel import select

from models import LegalText, Message
from tests.fixtures.databases import Database
from tests.fixtures.mail import SmtpServer
from tests.web.browser import Browser, Value
from tests.web.configuration import changed
from tests.web.conftest import MakeApp
from tests.web.ministry import Ministry
from web.request import public
from web.serving import jobs
from web.serving.log import AsText, write_log
from workflow.errors import Refused

Lines = Callable[[], list[dict[str, Any]]]
TYPED = "secret-typed"


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    """Stand where the server writes its log, and put the log back as it was."""
    stream = io.StringIO()
    root = logging.getLogger()
    before = root.handlers[:]
    yield stream
    root.handlers[:] = before
    for name in ("navette", "web", "workflow", "documents", "models"):
        logging.getLogger(name).setLevel(logging.NOTSET)


@pytest.fixture
def lines(app: Flask, stream: io.StringIO) -> Lines:
    """Read the log as JSON, each line of it."""
    write_log(app.extensions["navette.settings"].log.model_copy(update={"format": "json"}), stream)
    return lambda: [json.loads(line) for line in stream.getvalue().splitlines()]


def of(lines: Lines, logger: str) -> list[dict[str, Any]]:
    return [line for line in lines() if line["logger"] == logger]


def test_a_request_is_one_line_with_its_person_and_identity(
    head: Browser, ministry: Ministry, bill: LegalText, lines: Lines
) -> None:
    response = head.client.get(f"/texts/{bill.id}?q={TYPED}")

    (line,) = lines()
    assert list(line)[:6] == ["time", "level", "logger", "request_id", "person_id", "message"]
    assert line["request_id"] == response.headers["X-Request-ID"]
    assert (line["person_id"], line["level"]) == (str(ministry.people.head.id), "INFO")
    assert (line["method"], line["route"], line["keys"], line["status"]) == (
        "GET", "/texts/<uuid:text_id>", {"text_id": str(bill.id)}, 200,
    )  # fmt: skip
    assert TYPED not in str(line)


def test_signing_in_is_a_line_and_so_is_a_refusal_of_it(browser: Browser, ministry: Ministry, lines: Lines) -> None:
    alice = ministry.people.alice
    wrong: dict[str, Value] = {"email": alice.email, "password": TYPED}
    browser.press(browser.get("/sign-in"), "Se connecter", wrong, status=422)
    browser.press(browser.get("/sign-in"), "Se connecter", wrong | {"email": f"{TYPED}@x.test"}, status=422)
    browser.sign_in(alice)

    said = [(line["message"], line["level"], line["person_id"]) for line in of(lines, "web.account.sign_in")]
    assert said == [
        ("sign-in refused", "WARNING", str(alice.id)),
        ("sign-in refused", "WARNING", None),
        ("sign-in", "INFO", str(alice.id)),
    ]
    assert TYPED not in str(lines())
    assert "@" not in str(lines())


@pytest.mark.parametrize(("status", "told"), [(400, 1), (403, 1), (409, 1), (422, 1), (429, 1), (404, 0), (200, 0)])
def test_a_refusal_is_a_line_of_its_own(
    make_app: MakeApp, database: Database, lines: Lines, *, status: int, told: int
) -> None:
    app = make_app(DATABASE_URL=database.url)
    app.add_url_rule("/answers", view_func=public(lambda: ("", status)), endpoint="answers")
    assert app.test_client().get("/answers").status_code == status

    assert [(line["status"], line["route"]) for line in of(lines, "navette.refusal")] == [(status, "/answers")] * told
    assert [line["status"] for line in of(lines, "navette.request")] == [status]


def test_a_form_that_has_expired_is_a_request_and_a_refusal(
    drafter: Browser, bill: LegalText, lines: Lines, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.request_log.time", SimpleNamespace(perf_counter=partial(next, count(10.0, 0.25))))
    drafter.client.post(f"/texts/{bill.id}/edit", data={"title_fr": TYPED})

    told = [(line["status"], line["route"], line["person_id"], line["logger"]) for line in lines()]
    route, person = "/texts/<uuid:text_id>/edit", str(bill.responsible_id)
    assert told == [(400, route, person, "navette.request"), (400, route, person, "navette.refusal")]
    assert lines()[0]["milliseconds"] == 250


def test_a_fault_shows_its_reference_which_the_log_has_too(make_app: MakeApp, database: Database, lines: Lines) -> None:
    app = make_app(DATABASE_URL=database.url)

    def fails() -> str:
        raise RuntimeError("broken")

    app.add_url_rule("/fails", view_func=public(fails))
    page = Browser(app).get("/fails", status=500)

    identity = page.response.headers["X-Request-ID"]
    assert f"Référence de l’incident : {identity}" in page.text
    assert [(line["request_id"], line["level"]) for line in lines()] == [(identity, "ERROR")] * 2
    assert "RuntimeError: broken" in lines()[0]["exc_info"]


@pytest.mark.parametrize(
    ("given", "is_kept"),
    [
        ("0f8c-12.ab_34", True),
        ("short", False),
        ("a" * 65, False),
        ("two words here", False),
        ("<12345678>", False),
    ],
)
def test_the_identity_of_a_proxy_is_kept_when_it_is_trusted_and_sane(
    make_app: MakeApp, database: Database, tmp_path: Path, *, given: str, is_kept: bool
) -> None:
    path = tmp_path / "proxy.toml"
    path.write_text(changed("server", "trusted_proxies", "1"), "utf-8")
    trusting, plain = (make_app(DATABASE_URL=database.url, **more) for more in ({"NAVETTE_CONFIG": path}, {}))

    answers = [app.test_client().get("/sign-in", headers={"X-Request-ID": given}) for app in (trusting, plain)]

    assert [answer.headers["X-Request-ID"] == given for answer in answers] == [is_kept, False]


def test_reminders_are_a_line_a_run(app: Flask, ministry: Ministry, lines: Lines) -> None:
    engine, settings = app.extensions["navette.engine"], app.extensions["navette.settings"]
    text = ministry.open(on="2026-10-05")
    at = ministry.clock.at

    jobs.remind(engine, settings, at=at, on=at.date())

    (line,) = of(lines, "web.serving.jobs")
    assert (line["message"], line["day"], line["reminders"]) == ("reminder run", str(at.date()), 0)
    assert text.title_fr not in str(lines())


def test_each_mail_is_a_line_for_each_attempt_with_what_became_of_it(
    app: Flask, ministry: Ministry, lines: Lines, smtp_server: SmtpServer
) -> None:
    alice, bob, at = ministry.people.alice, ministry.people.bob, ministry.clock.at
    smtp_server.refused = {bob.email}
    told: dict[str, Any] = {"created_at": at, "next_try_at": at, "plain": TYPED, "html": TYPED}
    for to in (alice, bob):
        ministry.add(Message(key=to.name, person_id=to.id, address=to.email, subject=TYPED, **told))
    with ministry.session() as session:
        keys = {message.person_id: message.id for message in session.exec(select(Message))}
    given = app.extensions["navette.settings"]
    server = {"mode": "smtp", "host": smtp_server.host, "port": smtp_server.port, "security": "none"}

    jobs.send(
        app.extensions["navette.engine"], replace(given, mail=given.mail.model_copy(update=server)), clock=lambda: at
    )

    said = {line["person_id"]: (line["level"], line["message"]) for line in of(lines, "workflow.mail.batch")}
    assert said == {
        str(alice.id): ("INFO", f"message {keys[alice.id]}: sent at attempt 1"),
        str(bob.id): ("INFO", f"message {keys[bob.id]}: failed at attempt 1"),
    }
    assert len(of(lines, "workflow.mail.batch")) == 2
    assert TYPED not in str(lines())
    assert "@" not in str(lines())


def test_the_text_of_a_line_stays_on_one_line(app: Flask, stream: io.StringIO) -> None:
    write_log(app.extensions["navette.settings"].log, stream)
    logging.getLogger("web.example").info("one\ntwo", extra={"day": "2026-11-30", "words": "a b", "person_id": "p"})
    logging.getLogger("web.example").debug("not asked for")

    (line,) = stream.getvalue().splitlines()
    assert line.split(" ", 1)[1] == 'INFO web.example request=- person=p one\\ntwo day=2026-11-30 words="a b"'
    assert isinstance(logging.getLogger().handlers[0].formatter, AsText)


def test_what_was_typed_does_not_show_in_an_error_of_the_database(
    make_app: MakeApp, database: Database, lines: Lines
) -> None:
    app = make_app(DATABASE_URL=database.url)

    def writes() -> str:
        from web.request import db  # noqa: PLC0415

        db().add(LegalText(procedure="x" * 300, procedure_version="", title_fr=TYPED, created_at=None))  # type: ignore[arg-type]
        db().flush()
        raise Refused([])

    app.add_url_rule("/writes", view_func=public(writes), methods=["POST"])
    app.config["WTF_CSRF_ENABLED"] = False
    app.test_client().post("/writes")

    assert of(lines, "web.errors")
    assert TYPED not in str(lines())
