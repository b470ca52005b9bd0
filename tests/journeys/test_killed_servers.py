"""A server killed again and again while people record: what it said is recorded is there, and in a backup as well."""

import random
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from models import Step, reading
from tests.fixtures.databases import NewPlace
from tests.journeys.servers import SECONDS, Person, Server
from tests.web.console import Terminal
from web import create_app

KILLS = 50
PEOPLE = 3
CONFORMS = "la base de données s'y conforme"


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
