"""Brings a database to the schema of this version."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text
from sqlmodel import SQLModel

from models.search import is_described


class TooNew(RuntimeError):
    """A database that a later version of Navette brought to a schema which this one does not know."""


_ORPHANS = text("PRAGMA foreign_key_check")
COMPARED = {"render_as_batch": True, "compare_type": True, "include_name": is_described}
FOLDER = Path(__file__).parent / "migrations"


def migrate(engine: Engine) -> bool:
    """Run the migrations that the database has not seen, all or none; say whether there were any.

    Raises TooNew for a database that knows migrations which this version does not.
    """
    with engine.connect() as connection, _rows_kept(connection), connection.begin():
        check_not_newer(connection)
        before = _revision(connection)
        command.upgrade(alembic_config(connection), "head")
        if connection.dialect.name == "sqlite" and (orphans := connection.execute(_ORPHANS).all()):
            raise RuntimeError(f"{len(orphans)} rows would lead to nothing")
        return before != _revision(connection)


def check_not_newer(connection: Connection) -> None:
    """Raise TooNew when the database stands at a migration that this version does not have."""
    known = {each.revision for each in ScriptDirectory.from_config(alembic_config(connection)).walk_revisions()}
    if (revision := _revision(connection)) and revision not in known:
        raise TooNew(revision)


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
