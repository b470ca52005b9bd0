"""A database seen as it was at one moment while others write, and whether there is one at all."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, func, inspect, select, table, text

from models.base import reading, sqlite_file
from models.safekeeping.errors import Unusable
from models.search import is_described

_LEFT_OVER = (
    "« {wal} » est resté d’une autre base, ou un programme l’a ouverte : arrêtez le serveur, puis mettez ce fichier "
    "de côté avant de recommencer."
)


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """Give a connection that reads the database as it is now, whatever others write meanwhile, and writes nothing."""
    with reading(engine).connect() as connection:
        if connection.dialect.name == "postgresql":
            connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        with connection.begin():
            inspect(connection).get_table_names()  # the first thing read decides of the moment
            yield connection


def rows_of(connection: Connection) -> dict[str, int]:
    """Count the rows of each table that is there, by its name; this version need not know it."""
    names = sorted(name for name in inspect(connection).get_table_names() if is_described(name, "table", None))
    return {name: connection.scalar(select(func.count()).select_from(table(name))) or 0 for name in names}


def is_empty(engine: Engine) -> bool:
    """Whether there is no table where a database is to come, nor a file where SQLite's is to be made.

    Raise Unusable where SQLite would take what is left of another database for a part of the one to come.
    """
    file = sqlite_file(engine.url)
    if file is None or file.exists():
        with engine.connect() as connection:
            found = inspect(connection).get_table_names()
        engine.dispose()
        if found:
            return False
    if file and (wal := file.with_name(f"{file.name}-wal")).exists():
        raise Unusable(_LEFT_OVER.format(wal=wal))
    return True


def is_sound(connection: Connection) -> bool:
    """Whether SQLite finds its file in order, page by page, and every row that another leads to."""
    return (
        connection.scalar(text("PRAGMA integrity_check")) == "ok"
        and not connection.execute(text("PRAGMA foreign_key_check")).first()
    )
