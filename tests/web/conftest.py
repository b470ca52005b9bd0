"""The application on a real database, and people at their browsers."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Engine

from models import LegalText
from tests.fixtures.databases import Database
from tests.web.browser import Browser
from tests.web.configuration import GIVEN
from tests.web.console import Terminal
from tests.web.ministry import Clock, Ministry, People
from web import create_app
from web.config import Settings, read_settings

MakeApp = Callable[..., Flask]
Read = Callable[..., Settings]
TerminalAt = Callable[[str], Terminal]


@pytest.fixture
def database(request: pytest.FixtureRequest) -> Database:
    """Screens look the same on every database: SQLite is enough, unless a test parametrizes this fixture."""
    kind = {"sqlite": "sqlite_database", "postgresql": "postgres_database"}[getattr(request, "param", "sqlite")]
    database: Database = request.getfixturevalue(kind)
    database.empty()
    return database


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def apps(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Flask]]:
    """Keep one application per database: making one costs more than most tests."""

    apps: dict[str, Flask] = {}

    def app_on(url: str) -> Flask:
        if url not in apps:
            apps[url] = create_app({"VAR": tmp_path_factory.mktemp("var"), "DATABASE_URL": url})
        return apps[url]

    yield app_on
    for app in apps.values():
        app.extensions["navette.engine"].dispose()


@pytest.fixture
def app(apps: Callable[[str], Flask], database: Database, clock: Clock) -> Flask:
    app = apps(database.url)
    app.config["CLOCK"] = clock
    return app


@pytest.fixture
def make_app(tmp_path: Path) -> Iterator[MakeApp]:
    """Make an application of one's own, with its data in a folder of its own."""
    made: list[Flask] = []

    def make(**overrides: Any) -> Flask:  # noqa: ANN401 - settings
        made.append(create_app({"VAR": tmp_path / "var"} | overrides))
        return made[-1]

    yield make
    for app in made:
        app.extensions["navette.engine"].dispose()


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Read a configuration written for the test."""

    def read(text: str = GIVEN, **overrides: str) -> Settings:
        path = tmp_path / "config.toml"
        path.write_text(text, "utf-8")
        return read_settings({"NAVETTE_CONFIG": path, "VAR": tmp_path / "var"} | overrides)

    return read


@pytest.fixture
def engine(database: Database) -> Engine:
    return database.engine


@pytest.fixture
def ministry(engine: Engine, clock: Clock) -> Ministry:
    return Ministry(engine, clock)


@pytest.fixture
def people(ministry: Ministry) -> People:
    return ministry.people


@pytest.fixture
def bill(ministry: Ministry) -> LegalText:
    """Give a bill that has just been opened."""
    return ministry.open(on="2026-10-05")


@pytest.fixture
def terminal(app: Flask) -> Terminal:
    return Terminal(app)


@pytest.fixture
def terminal_at(make_app: MakeApp) -> TerminalAt:
    """Give the terminal of a Navette whose database is at an address."""
    return lambda url: Terminal(make_app(DATABASE_URL=url))


@pytest.fixture
def browser(app: Flask) -> Browser:
    return Browser(app)


@pytest.fixture
def drafter(browser: Browser, people: People) -> Browser:
    """Give the browser of a drafter who is signed in."""
    browser.enter(people.drafter)
    return browser


@pytest.fixture
def head(app: Flask, people: People) -> Browser:
    """Give the browser of a head of division who is signed in."""
    browser = Browser(app)
    browser.enter(people.head)
    return browser


@pytest.fixture
def alice(app: Flask, people: People) -> Browser:
    alice = Browser(app)
    alice.enter(people.alice)
    return alice


@pytest.fixture
def bob(app: Flask, people: People) -> Browser:
    bob = Browser(app)
    bob.enter(people.bob)
    return bob


@pytest.fixture
def charlie(app: Flask, people: People) -> Browser:
    charlie = Browser(app)
    charlie.enter(people.charlie)
    return charlie
