"""Several workers, one of which does what nobody asks for."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from models import Message
from tests.fixtures.databases import Database
from tests.web.conftest import MakeApp
from tests.web.ministry import Ministry
from web.serving import scheduler
from web.serving.scheduler import Leader

_FORK = get_context("fork")


def _hold(path: Path, line: "Connection[bool, None]") -> None:
    leader = Leader(path)
    while True:
        line.recv()
        line.send(leader.is_me())


class Worker:
    """Another process that would lead."""

    def __init__(self, path: Path) -> None:
        self.line, theirs = _FORK.Pipe()
        self.process = _FORK.Process(target=_hold, args=(path, theirs), daemon=True)
        self.process.start()

    def leads(self) -> bool:
        self.line.send(None)
        return bool(self.line.recv())

    def die(self) -> None:
        self.process.kill()
        self.process.join()


@contextmanager
def worker(path: Path) -> Iterator[Worker]:
    worker = Worker(path)
    yield worker
    worker.die()


def test_one_of_two_workers_leads_and_the_other_takes_over_when_it_dies(tmp_path: Path) -> None:
    path = tmp_path / "scheduler.lock"
    with worker(path) as first, worker(path) as second:
        assert first.leads()
        assert not second.leads()
        assert first.leads()

        first.die()

        assert second.leads()
        assert not Leader(path).is_me()


def test_two_holders_in_one_process_do_not_lead_both(tmp_path: Path) -> None:
    first, second = Leader(tmp_path / "lock"), Leader(tmp_path / "lock")

    assert first.is_me()
    assert not second.is_me()


def test_what_waits_is_sent_and_reminders_are_planned(
    make_app: MakeApp, database: Database, ministry: Ministry, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(DATABASE_URL=database.url)
    at = ministry.clock.at.replace(year=2020)
    message = Message(
        key="k", person_id=ministry.people.alice.id, address="alice@ministere.test", subject="Échéance", plain="…",
        html="<p>…</p>", created_at=at, next_try_at=at,
    )  # fmt: skip
    ministry.add(message)
    monkeypatch.setattr(scheduler, "_SEND_EVERY_SECONDS", 0.05)

    running = scheduler.start(app.extensions["navette.engine"], app.extensions["navette.settings"])
    jobs = {str(job.trigger) for job in running.get_jobs()}
    for _ in range(100):
        if ministry.read(Message, message.id).status == "sent":
            break
        time.sleep(0.02)
    running.shutdown()

    assert ministry.read(Message, message.id).status == "sent"
    assert "cron[hour='8-18', minute='0']" in jobs
    assert {"cron[minute='10']", "cron[minute='20']"} <= jobs
    assert os.path.exists(app.extensions["navette.settings"].var / "scheduler.lock")  # noqa: PTH110


@pytest.mark.parametrize(("hour", "hours"), [(0, "0-18"), (18, "18"), (19, "19"), (23, "23")])
def test_reminders_may_leave_at_any_hour(make_app: MakeApp, hour: int, hours: str) -> None:
    app = make_app()
    settings = app.extensions["navette.settings"]
    evening = replace(settings, reminders=settings.reminders.model_copy(update={"hour": hour}))

    running = scheduler.start(app.extensions["navette.engine"], evening)
    jobs = {str(job.trigger) for job in running.get_jobs()}
    running.shutdown()

    assert f"cron[hour='{hours}', minute='0']" in jobs
