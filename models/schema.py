"""Brings a database to the schema of this version."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine, text
from sqlmodel import SQLModel

from models.search import is_described

_ORPHANS = text("PRAGMA foreign_key_check")
COMPARED = {"render_as_batch": True, "compare_type": True, "include_name": is_described}
FOLDER = Path(__file__).parent / "migrations"


def migrate(engine: Engine) -> bool:
    """Run the migrations that the database has not seen, all or none; say whether there were any."""
    with engine.connect() as connection, _rows_kept(connection), connection.begin():
        before = _revision(connection)
        command.upgrade(alembic_config(connection), "head")
        if connection.dialect.name == "sqlite" and (orphans := connection.execute(_ORPHANS).all()):
            raise RuntimeError(f"{len(orphans)} rows would lead to nothing")
        return before != _revision(connection)


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


@contextmanager
def _rows_kept(connection: Connection) -> Iterator[None]:
    """Let SQLite make a table anew while rows of others lead to it; it takes this word outside a transaction only."""
    if connection.dialect.name != "sqlite":
        yield
        return
    plain = connection.connection.cursor()
    plain.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        plain.execute("PRAGMA foreign_keys=ON")
        plain.close()


def alembic_config(connection: Connection) -> Config:
    """Give Alembic's settings for a connection; no file of its own is needed."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["connection"] = connection
    return config


def differences(connection: Connection) -> list[object]:
    """List what the database lacks or has too much; empty when it is up to date."""
    context = MigrationContext.configure(connection, opts=COMPARED)
    return list(compare_metadata(context, SQLModel.metadata))
