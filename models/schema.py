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


class Orphans(RuntimeError):
    """Rows of SQLite that lead to rows which are not there."""


_ORPHANS = text("PRAGMA foreign_key_check")
COMPARED = {"render_as_batch": True, "compare_type": True, "include_name": is_described}
FOLDER = Path(__file__).parent / "migrations"


def migrate(engine: Engine) -> bool:
    """Run the migrations that the database has not seen, all or none; say whether there were any.

    Raises TooNew for a database that knows migrations which this version does not.
    """
    with engine.connect() as connection:
        before = revision_of(connection)
    with upgraded(engine) as connection:
        return before != revision_of(connection)


@contextmanager
def upgraded(engine: Engine) -> Iterator[Connection]:
    """Give a connection to the database once it is of this version's schema.

    What is written by it and the migrations are one transaction: an error of the caller undoes both. Raise TooNew for a
    database that knows migrations which this version does not, Orphans where rows of SQLite would lead to nothing.
    """
    with engine.connect() as connection, _rows_kept(connection), connection.begin():
        check_not_newer(connection)
        command.upgrade(alembic_config(connection), "head")
        yield connection
        if connection.dialect.name == "sqlite" and (orphans := connection.execute(_ORPHANS).all()):
            raise Orphans(f"{len(orphans)} rows would lead to nothing")


def check_not_newer(connection: Connection) -> None:
    """Raise TooNew when the database stands at a migration that this version does not have."""
    if (revision := revision_of(connection)) and not is_known(revision):
        raise TooNew(revision)


def revision_of(connection: Connection) -> str | None:
    """Name the last migration that a database has seen; nothing for a database without a table."""
    return MigrationContext.configure(connection).get_current_revision()


def is_known(revision: str) -> bool:
    """Whether this version has the migration `revision`: a later version's it has not."""
    return any(each.revision == revision for each in ScriptDirectory(str(FOLDER)).walk_revisions())


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
