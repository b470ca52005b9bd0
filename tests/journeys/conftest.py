"""The whole application, served to a real browser."""

import importlib
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from werkzeug.serving import make_server

from tests.fixtures.databases import Database


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    """Journeys look at screens: one kind of database is enough."""
    sqlite_database.empty()
    return sqlite_database


@pytest.fixture
def live_server(tmp_path: Path, database: Database) -> Iterator[str]:
    """Serve the application from a thread and give its address."""
    create_app = importlib.import_module("web.app").create_app
    app = create_app({"VAR": tmp_path, "DATABASE_URL": database.url})
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()
