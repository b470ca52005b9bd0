"""The engine, and the names that constraints get so that migrations can find them again."""

import sqlite3
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlmodel import SQLModel

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}

# A writer waits this long for another one before it gives up.
_BUSY_SECONDS = 30
_READS = "navette_reads"


def make_engine(url: str) -> Engine:
    """Open the database at `url`: SQLite in one file, or PostgreSQL."""
    if not url.startswith("sqlite"):
        return create_engine(url, pool_pre_ping=True)
    engine = create_engine(url, connect_args={"timeout": _BUSY_SECONDS})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def reading(engine: Engine) -> Engine:
    """Give the same engine for work that writes nothing: on SQLite it waits for no writer and makes none wait."""
    return engine.execution_options(**{_READS: True})


def _begin_sqlite(connection: Connection) -> None:
    # A transaction that reads and then writes may find that another one wrote meanwhile, and no waiting mends that:
    # whoever may write queues at once, and whoever said to only read is held to it.
    reads = connection.get_execution_options().get(_READS, False)
    if connection.info.get(_READS) is not reads:
        connection.connection.cursor().execute(f"PRAGMA query_only = {'ON' if reads else 'OFF'}")
        connection.info[_READS] = reads
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    # Python's driver must not open transactions by itself: they are begun above.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def codes(name: str, values: tuple[str, ...]) -> str:
    """Write the CHECK that keeps column `name` within `values`."""
    listed = ", ".join(f"'{value}'" for value in values)
    return f"{name} IN ({listed})"


Json = dict[str, Any]
