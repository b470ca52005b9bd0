"""The engine, what is asked of it in several rooms, and the names of constraints, by which migrations find them."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote, unquote

from sqlalchemy import DDL, URL, Connection, Engine, Table, create_engine, event, make_url, tuple_
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel
from sqlmodel.sql.expression import SelectOfScalar

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}

_Row = TypeVar("_Row")

# A writer waits this long for another one before it gives up.
_BUSY_SECONDS = 30
_READS = "navette_reads"


def make_engine(url: str | URL, *, may_create: bool = True) -> Engine:
    """Open the database at `url`: SQLite in one file, or PostgreSQL.

    Without `may_create`, a file that is not there makes the first statement fail, rather than a new database. What was
    typed never shows in an error, for errors end in the log.
    """
    given = make_url(url)
    if given.get_backend_name() != "sqlite":
        return create_engine(given, pool_pre_ping=True, hide_parameters=True)
    path = sqlite_file(given)
    if path and not may_create and "uri" not in given.query:
        given = given.set(database=f"file:{quote(str(path))}", query={**given.query, "mode": "rw", "uri": "true"})
    engine = create_engine(given, connect_args={"timeout": _BUSY_SECONDS}, hide_parameters=True)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def sqlite_file(url: URL) -> Path | None:
    """Give the file of a SQLite database; None for PostgreSQL, and for a database in memory."""
    name = url.database or ""
    if url.get_backend_name() != "sqlite" or not name or name == ":memory:":
        return None
    return Path(unquote(name.removeprefix("file:"))) if name.startswith("file:") else Path(name)


def reading(engine: Engine) -> Engine:
    """Give the same engine for work that writes nothing: on SQLite it waits for no writer and makes none wait."""
    return engine.execution_options(**{_READS: True})


def insert_into(table: Table, dialect: str) -> Any:  # noqa: ANN401 - each dialect has an insert of its own
    """Make an insert that can say what becomes of a row which is there already."""
    return {"sqlite": sqlite.insert, "postgresql": postgresql.insert}[dialect](table)


def in_batches(
    session: Session,
    query: SelectOfScalar[_Row],
    *key: Any,  # noqa: ANN401 - columns
    size: int = 500,
) -> Iterator[Sequence[_Row]]:
    """Give the rows of a query in the order of a unique key, `size` at a time: no more of them are held."""
    page = query.order_by(*key).limit(size)
    rows = session.exec(page).all()
    while rows:
        last, is_last = [getattr(rows[-1], column.key) for column in key], len(rows) < size
        yield rows
        rows = [] if is_last else session.exec(page.where(tuple_(*key) > tuple(last))).all()


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
    # Recursive triggers are those that a row put in the place of another one fires for the other one too.
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "recursive_triggers=ON"):
        connection.execute(f"PRAGMA {pragma}")


def make_with(table: str, statements: Mapping[str, Sequence[str]]) -> None:
    """Let the database itself do something for a table: these statements, by dialect, are said once it is made."""
    for dialect, each in statements.items():
        for statement in each:
            ddl = DDL(statement).execute_if(dialect=dialect)  # type: ignore[no-untyped-call]
            event.listen(SQLModel.metadata.tables[table], "after_create", ddl)


def codes(name: str, values: tuple[str, ...]) -> str:
    """Write the CHECK that keeps column `name` within `values`."""
    listed = ", ".join(f"'{value}'" for value in values)
    return f"{name} IN ({listed})"


Json = dict[str, Any]
