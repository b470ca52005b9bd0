"""The engine, and the names that constraints get so that migrations can find them again."""

import sqlite3
from typing import Any

from sqlalchemy import Engine, create_engine, event
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


def make_engine(url: str) -> Engine:
    """Open the database at `url`: SQLite in one file, or PostgreSQL."""
    if not url.startswith("sqlite"):
        return create_engine(url, pool_pre_ping=True)
    engine = create_engine(url, connect_args={"timeout": _BUSY_SECONDS})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    # Python's driver must not open transactions by itself: BEGIN IMMEDIATE above makes two writers queue
    # instead of failing when the second one turns from reading to writing.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def codes(name: str, values: tuple[str, ...]) -> str:
    """Write the CHECK that keeps column `name` within `values`."""
    listed = ", ".join(f"'{value}'" for value in values)
    return f"{name} IN ({listed})"


Json = dict[str, Any]
