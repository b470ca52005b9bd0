"""A server killed again and again while people record: what it said is recorded is there, and in a backup as well."""

import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup, Tag
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from models import LegalText, Step, make_engine, reading
from tests.fixtures.databases import NewPlace
from tests.web.console import Terminal
from tests.web.page import fields_of
from web import create_app
from web.config import ROOT
from workflow.importing.demonstration import DOMAIN, PASSWORD

KILLS = 50
PEOPLE = 3
SECONDS = 60
CONFORMS = "la base de données s'y conforme"
# As `serve` does, with two workers only: those that are killed are made again fifty times.
PROGRAM = """
import sys
from web import create_app
from web.serving.server import Server
create_app()
server = Server(create_app, sys.argv[1])
server.cfg.set("workers", 2)
server.run()
"""


@dataclass
class Server:
    """The server of production, whose processes are killed without a word."""

    url: str
    var: Path
    port: int = 0
    process: subprocess.Popen[bytes] = field(init=False)
    engine: Engine = field(init=False)

    def __post_init__(self) -> None:
        self.engine = make_engine(self.url)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        environment = {**os.environ, "VAR": str(self.var), "DATABASE_URL": self.url, "FLASK_SKIP_DOTENV": "1"}
        self.process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-c", PROGRAM, f"127.0.0.1:{self.port}"], cwd=ROOT, env=environment,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def open_for(self, count: int) -> list["Person"]:
        """Sign in as many people, each with a text of their own, once the server answers."""
        with Session(reading(self.engine)) as session:
            texts = session.exec(select(LegalText.id).order_by(col(LegalText.id)).limit(count)).all()
        people = [Person(self.port, f"/texts/{text}/moves/note") for text in texts]
        for person in people:
            person.sign_in()
        return people

    def workers(self) -> list[int]:
        """List the processes that answer: each has its own connection to the database."""
        pid = self.process.pid
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()]

    def kill(self, *, whole: bool = False) -> None:
        """Kill every worker at once; gunicorn, unless it dies as well, starts others."""
        if whole:
            self.process.kill()
        for worker in self.workers():
            with suppress(ProcessLookupError):
                os.kill(worker, signal.SIGKILL)

    def end(self) -> None:
        with suppress(ProcessLookupError, FileNotFoundError):
            self.kill(whole=True)
        self.process.wait()
        self.engine.dispose()


@dataclass
class Person:
    """Somebody who adds one note after the other to a text, and knows which ones were said to be recorded."""

    port: int
    address: str
    over: threading.Event = field(default_factory=threading.Event)
    acknowledged: list[str] = field(default_factory=list)
    refused: list[int] = field(default_factory=list)
    cookie: str = ""

    def sign_in(self) -> None:
        until = time.monotonic() + SECONDS
        while "navette" not in self.cookie:
            assert time.monotonic() < until, "the server does not answer"
            with suppress(ConnectionError):
                self.ask("GET", "/sign-in")
            time.sleep(0.05)
        fields = self.fields("/sign-in", "email") | {"email": [f"cheffe{DOMAIN}"], "password": [PASSWORD]}
        assert self.ask("POST", "/sign-in", fields)[0] in {302, 303}

    def work(self) -> None:
        """Record until it is over; whoever gets no answer opens the page again."""
        tried = 0
        while not self.over.is_set():
            tried += 1
            note = f"{self.address} {tried}"
            with suppress(ConnectionError, HTTPException, TimeoutError):
                fields = self.fields(self.address, "note") | {"on_unknown": ["y"], "note": [note]}
                status, _page = self.ask("POST", self.address, fields)
                if status == 303:
                    self.acknowledged.append(note)
                else:
                    self.refused.append(status)

    def fields(self, path: str, name: str) -> dict[str, list[str]]:
        """Open a page, and give the fields of the form that asks for `name`."""
        field = BeautifulSoup(self.ask("GET", path)[1], "lxml").select_one(f"form [name={name}]")
        form = field and field.find_parent("form")
        if not isinstance(form, Tag):
            raise HTTPException(path)
        return fields_of(form)

    def ask(self, method: str, path: str, fields: Mapping[str, list[str]] | None = None) -> tuple[int, str]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        headers = {"Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded"}
        try:
            connection.request(method, path, urlencode(fields, doseq=True) if fields else None, headers)
            answer = connection.getresponse()
            if given := answer.getheader("Set-Cookie"):
                self.cookie = given.split(";")[0]
            return answer.status, answer.read().decode()
        finally:
            connection.close()


def notes(engine: Engine) -> set[str]:
    """Read what the database has recorded."""
    with Session(reading(engine)) as session:
        return {facts["note"] for facts in session.exec(select(Step.facts).where(Step.move == "note"))}


@pytest.fixture
def server(kind: str, demonstrated_place: NewPlace, tmp_path: Path) -> Iterator[Server]:
    server = Server(demonstrated_place(kind), tmp_path / "var")
    yield server
    server.end()


@pytest.fixture
def terminal_at(tmp_path: Path) -> Iterator[Callable[[str], Terminal]]:
    """Give the terminal of a Navette whose database is at an address."""
    with ExitStack() as opened:

        def make(url: str) -> Terminal:
            app = create_app({"VAR": tmp_path / "of-terminals", "DATABASE_URL": url})
            opened.callback(app.extensions["navette.engine"].dispose)
            return Terminal(app)

        yield make


def acknowledged(people: Sequence[Person]) -> set[str]:
    """Gather what the server said is recorded."""
    return {note for person in people for note in person.acknowledged}


def kill_during_moves(server: Server, people: Sequence[Person], kills: int) -> None:
    """Kill the server again and again, each time when it has begun to answer again."""
    chance = random.Random(kills)  # noqa: S311 - nobody is to guess it
    for _kill in range(kills):
        known, until = len(acknowledged(people)), time.monotonic() + SECONDS
        while len(acknowledged(people)) == known:
            assert time.monotonic() < until, [person.refused for person in people]
            time.sleep(0.002)
        time.sleep(chance.uniform(0, 0.05))  # another moment of a move each time
        server.kill()
        said = acknowledged(people)
        assert said - notes(server.engine) == set()


@contextmanager
def at_work(people: Sequence[Person]) -> Iterator[None]:
    """Let everybody record, until it is over."""
    threads = [threading.Thread(target=person.work) for person in people]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        for person in people:
            person.over.set()
        for thread in threads:
            thread.join()


@pytest.mark.xdist_group("killed servers")
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_nothing_acknowledged_is_lost_by_kills_nor_by_a_backup_taken_meanwhile(
    server: Server, terminal_at: Callable[[str], Terminal], new_place: NewPlace, tmp_path: Path, *, kind: str
) -> None:
    people, out = server.open_for(PEOPLE), tmp_path / "meanwhile.zip"
    here, restored = terminal_at(server.url), terminal_at(new_place(kind))

    with at_work(people):
        kill_during_moves(server, people, KILLS // 2)
        before = acknowledged(people)
        backup = threading.Thread(target=here.run, args=("backup", str(out)))
        backup.start()
        kill_during_moves(server, people, KILLS // 2 - 1)
        backup.join()
        server.kill(whole=True)

    assert acknowledged(people) - notes(server.engine) == set()
    assert [status for person in people for status in person.refused] == []
    assert CONFORMS in here.run("check").output
    restored.run("restore", str(out))
    assert CONFORMS in restored.run("check").output
    assert len(before) >= KILLS // 2
    assert before - notes(restored.app.extensions["navette.engine"]) == set()
