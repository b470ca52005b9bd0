"""A writer that sends, by the bare driver, the statements that `fire()` sends: the limit of what it can cost."""

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import UUID

import psycopg
from sqlalchemy import event

from bench.postgresql import connect
from bench.product import make_engine
from bench.side_ours import mover_on
from bench.writers import Mover, Place

Sent = tuple[str, Any, bool]
_PRAGMAS = (
    "journal_mode",
    "synchronous",
    "foreign_keys",
    "cache_size",
    "mmap_size",
    "temp_store",
    "wal_autocheckpoint",
)


def mover(place: Place, work: list[tuple[UUID, str]]) -> Mover:
    """Give what sends the statements of a move again, on this writer's own copy of the database."""
    sent = _record(place, work)
    cursor = _sqlite(place) if place.url.startswith("sqlite") else _postgresql(place)

    def move(text_id: UUID, name: str) -> None:
        for statement, parameters, many in sent[text_id, name]:
            if many:
                cursor.executemany(statement, parameters)
            else:
                cursor.execute(statement, parameters)
            if cursor.description:
                cursor.fetchall()
        cursor.execute("COMMIT")

    return move


def _record(place: Place, work: list[tuple[UUID, str]]) -> dict[tuple[UUID, str], list[Sent]]:
    """Do the work once by `fire()` on the copy for trials, and keep every statement with its parameters."""
    engine = make_engine(place.trial_url)
    sent: dict[tuple[UUID, str], list[Sent]] = defaultdict(list)
    now: list[Sent] = []

    def keep(_connection: Any, _cursor: Any, statement: str, parameters: Sequence[Any], *rest: Any) -> None:  # noqa: ANN401
        now.append((statement, parameters, rest[-1]))

    event.listen(engine, "before_cursor_execute", keep)
    move = mover_on(engine, place)
    for text_id, name in work:
        now.clear()
        move(text_id, name)
        begins = [] if place.trial_url.startswith("sqlite") else [("BEGIN", None, False)]
        sent[text_id, name] = [*begins, *now]
    engine.dispose()
    return sent


def _sqlite(place: Place) -> sqlite3.Cursor:
    """Open the file with the pragmas that our own connections have."""
    connection = sqlite3.connect(place.url.removeprefix("sqlite:///"), isolation_level=None, timeout=30)
    told = pragmas(place.url)
    for name, value in told.items():
        connection.execute(f"PRAGMA {name}={value}")
    found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in told}
    if found != told:
        raise RuntimeError(f"the raw connection differs from ours: {found} is not {told}")
    return connection.cursor()


def pragmas(url: str) -> dict[str, Any]:
    """Read what our own connections are set to."""
    engine = make_engine(url)
    with engine.connect() as connection:
        return {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in _PRAGMAS}


def _postgresql(place: Place) -> psycopg.Cursor[tuple[object, ...]]:
    return connect(place.url).cursor()
