"""The whole application, with the demonstration in it, served to a real browser."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from werkzeug.serving import make_server

from tests.fixtures.databases import Database
from tests.fixtures.demonstration import NOW
from tests.journeys.office import Office, open_office
from web import create_app


@pytest.fixture
def database(demonstration: Database) -> Database:
    """Journeys look at screens: one kind of database is enough."""
    return demonstration


@pytest.fixture
def live_server(tmp_path: Path, database: Database) -> Iterator[str]:
    """Serve the application from a thread and give its address; it is always the same moment in it."""
    app = create_app({"VAR": tmp_path, "DATABASE_URL": database.url, "CLOCK": lambda: NOW})
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()
    app.extensions["navette.engine"].dispose()


@pytest.fixture
def office(tmp_path: Path, database: Database) -> Iterator[Office]:
    """Serve the application as in production, from the day of the demonstration on."""
    office = open_office(database.url, tmp_path / "office", NOW.date())
    yield office
    office.server.end()
