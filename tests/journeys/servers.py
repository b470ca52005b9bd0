"""The server of production, in processes of its own that are killed without a word, and people who work on it."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlencode

from bs4 import BeautifulSoup, Tag
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from models import LegalText, make_engine, reading
from tests.web.page import fields_of
from web.config import ROOT
from workflow.importing.demonstration import DOMAIN, PASSWORD

SECONDS = 60
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
    # Said before the program begins.
    beforehand: str = ""
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
            [sys.executable, "-c", self.beforehand + PROGRAM, f"127.0.0.1:{self.port}"], cwd=ROOT, env=environment,
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
        workers = self.workers()  # those of a gunicorn that died are told no more
        if whole:
            self.process.kill()
        for worker in workers:
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
        status, content = self.fetch(method, path, fields)
        return status, content.decode()

    def fetch(self, method: str, path: str, fields: Mapping[str, list[str]] | None = None) -> tuple[int, bytes]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        headers = {"Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded"}
        try:
            connection.request(method, path, urlencode(fields, doseq=True) if fields else None, headers)
            answer = connection.getresponse()
            if given := answer.getheader("Set-Cookie"):
                self.cookie = given.split(";")[0]
            return answer.status, answer.read()
        finally:
            connection.close()
