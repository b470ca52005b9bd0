"""The machine itself may ask how the service is, and nobody else."""

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from flask import Flask

from models import Message, MessageStatus
from tests.fixtures.databases import Database
from tests.web.conftest import MakeApp
from tests.web.console import Terminal
from tests.web.ministry import Clock, Ministry
from web.database_faults import UNOPENED
from web.serving.scheduler import Leader


@pytest.fixture
def led(make_app: MakeApp, database: Database, clock: Clock, tmp_path: Path) -> Iterator[Flask]:
    """Give an application whose scheduler has just passed."""
    app = make_app(DATABASE_URL=database.url)
    app.config["CLOCK"] = clock
    (tmp_path / "var").mkdir()
    leader = Leader(tmp_path / "var" / "scheduler.lock")
    assert leader.is_me()
    passed_at(tmp_path, clock.at.timestamp())
    yield app
    os.close(leader._file)  # noqa: SLF001 - as the system does when the process ends


def passed_at(folder: Path, moment: float) -> None:
    os.utime(folder / "var" / "scheduler.lock", (moment, moment))


def test_all_is_well(led: Flask, ministry: Ministry) -> None:
    at = ministry.clock.at
    for status in (MessageStatus.WAITING, MessageStatus.SENDING, MessageStatus.FAILED, MessageStatus.SENT):
        ministry.add(
            Message(
                key=uuid4().hex,
                person_id=ministry.people.alice.id,
                address="a@x.test",
                subject="s",
                plain="p",
                html="h",
                created_at=at,
                next_try_at=at,
                status=status,
                sent_at=at if status == MessageStatus.SENT else None,
            )
        )

    answer = led.test_client().get("/health")

    assert (answer.status_code, answer.get_json()) == (
        200,
        {"database": "ok", "scheduler": "ok", "mails": {"waiting": 2, "failed": 1}},
    )


def test_a_scheduler_that_no_longer_passes_is_said(led: Flask, clock: Clock, tmp_path: Path) -> None:
    passed_at(tmp_path, (clock.at - timedelta(minutes=16)).timestamp())

    answer = led.test_client().get("/health")

    assert answer.status_code == 503
    assert answer.get_json()["scheduler"].startswith("Dernier passage du planificateur : ")


def test_a_scheduler_that_nobody_holds_is_said(make_app: MakeApp, database: Database) -> None:
    answer = make_app(DATABASE_URL=database.url).test_client().get("/health")

    assert (answer.status_code, answer.get_json()["scheduler"]) == (503, "Aucun processus ne tient le planificateur.")


def test_a_lock_that_cannot_be_asked_is_said_and_taken_for_neither_answer(
    make_app: MakeApp, database: Database, tmp_path: Path
) -> None:
    lock = tmp_path / "var" / "scheduler.lock"
    lock.mkdir(parents=True)
    app = make_app(DATABASE_URL=database.url)

    answer = app.test_client().get("/health")
    said = Terminal(app).run("restore", str(tmp_path / "kept.zip"), status=1).stderr

    assert (answer.status_code, answer.get_json()["scheduler"]) == (
        503,
        "Le verrou du planificateur ne peut pas être lu : c’est un dossier.",
    )
    assert said == f"Error: « {lock} » ne peut pas être lu ou écrit : c’est un dossier.\n"


def test_a_database_that_is_gone_is_said(make_app: MakeApp) -> None:
    answer = make_app().test_client().get("/health")

    assert (answer.status_code, answer.get_json()["database"], answer.get_json()["mails"]) == (
        503,
        UNOPENED.words,
        None,
    )


@pytest.mark.parametrize("address", ["192.0.2.7", "10.0.0.1", "::ffff:192.0.2.7", "", "unix:"])
def test_another_machine_finds_no_such_page(led: Flask, address: str) -> None:
    answer = led.test_client().get("/health", environ_base={"REMOTE_ADDR": address})

    assert (answer.status_code, answer.mimetype) == (404, "text/html")


@pytest.mark.parametrize("header", ["Forwarded", "X-Forwarded-For", "X-Forwarded-Proto", "X-Real-IP", "Via"])
def test_what_a_proxy_passes_on_finds_no_such_page(led: Flask, header: str) -> None:
    assert led.test_client().get("/health", headers={header: "127.0.0.1"}).status_code == 404
