"""Somebody who writes in the database behind the register's back."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from uuid import UUID

from sqlalchemy import Engine

_TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"


def say(engine: Engine, statements: Sequence[str]) -> None:
    """Run statements as from a terminal of the database: on SQLite, without foreign keys or recursive triggers."""
    if engine.dialect.name == "sqlite":
        file = sqlite3.connect(str(engine.url.database), isolation_level=None)
        for statement in statements:
            file.execute(statement)
        file.close()
        return
    with engine.begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


def tamper(engine: Engine, statements: Sequence[str]) -> None:
    """Run statements while nothing in the database stands in their way, and leave everything else as it was."""
    with _asleep(engine) as before:
        say(engine, [*before, *statements])


@contextmanager
def _asleep(engine: Engine) -> Iterator[list[str]]:
    if engine.dialect.name != "sqlite":
        yield ["SET LOCAL session_replication_role = replica"]
        return
    file = sqlite3.connect(str(engine.url.database))
    triggers = file.execute(_TRIGGERS).fetchall()
    file.close()
    yield [f"DROP TRIGGER {name}" for name, _words in triggers]
    say(engine, [words for _name, words in triggers])


def other_bytes(engine: Engine) -> list[str]:
    """Give what changes the bytes of every file kept."""
    literal = "X'00'" if engine.dialect.name == "sqlite" else "'\\x00'"
    return [f"UPDATE stored_file SET content = {literal}"]  # noqa: S608 ours


def tampering(dialect: str, text_id: UUID) -> dict[str, list[str]]:
    """Give the statements of each way to tamper with a history, by its name."""
    third = f"WHERE text_id = '{text_id.hex}' AND number = 3"
    fourth = third.replace("= 3", "= 4")
    instead = "'00000000000000000000000000000001', text_id, number, 'withdraw', facts, inferred, at, seal FROM step"
    columns = "id, text_id, number, move, facts, inferred, at, seal"
    replace = {
        "sqlite": f"INSERT OR REPLACE INTO step ({columns}) SELECT {instead} {third}",
        "postgresql": f"INSERT INTO step ({columns}) SELECT {instead} {third} "
        "ON CONFLICT (text_id, number) DO UPDATE SET move = excluded.move",
    }
    return {
        "date": [f"UPDATE step SET \"on\" = '2001-01-01' {third}"],  # noqa: S608 ours
        "author": [f"UPDATE step SET by_id = NULL {third}"],  # noqa: S608 ours
        "moment": [f"UPDATE step SET at = '2026-11-24 10:00:00.000001' {third}"],  # noqa: S608 ours
        "order": [
            f"UPDATE step SET number = {new} {where}"  # noqa: S608 ours
            for new, where in ((0, third), (3, fourth), (4, third.replace("= 3", "= 0")))
        ],
        "replace": [replace[dialect]],
        "truncate": ["DELETE FROM step" if dialect == "sqlite" else "TRUNCATE step CASCADE"],
        "identifier": [
            (f"UPDATE {'OR REPLACE ' if dialect == 'sqlite' else ''}legal_text SET id = "  # noqa: S608 ours
            f"(SELECT id FROM legal_text WHERE id <> '{text_id.hex}') WHERE id = '{text_id.hex}'")
        ],
        "text": [
            f"DELETE FROM {table} WHERE {column} = '{text_id.hex}'"  # noqa: S608 ours
            for table, column in (
                ("legal_text", "id"), ("step", "text_id"), ("document", "text_id"), ("deadline", "text_id"),
                ("text_words", "text_id"),
            )
        ],
    }  # fmt: skip
