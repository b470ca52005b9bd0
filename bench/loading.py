"""Writes rows by the hundred thousand, on SQLite or on PostgreSQL, into tables that were just made."""

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Protocol

from bench.postgresql import connect
from bench.product import REBUILD, RECOUNT, SQLModel
from bench.stamping import copied_tables

_PAGES_KIB = 1_000_000
# Index, and what makes it anew: written once over all rows, it costs a tenth of what it costs row by row.
_INDEXES = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql LIKE 'CREATE INDEX%' AND tbl_name IN ({})"
_TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"


class Loader(Protocol):
    """What the builder needs of a database."""

    def columns(self, table: str) -> str: ...  # noqa: D102

    def add(self, table: str, rows: Sequence[Sequence[Any]]) -> None: ...  # noqa: D102

    def flush(self) -> None: ...  # noqa: D102

    def finish(self) -> None: ...  # noqa: D102


class _Kept:
    """Rows that wait, by table."""

    def __init__(self) -> None:
        """Begin with none."""
        self.rows: dict[str, list[Sequence[Any]]] = defaultdict(list)

    def columns(self, table: str) -> str:
        """Give the columns of a table in the order of its rows."""
        return ", ".join(f'"{column.name}"' for column in SQLModel.metadata.tables[table].columns)

    def add(self, table: str, rows: Sequence[Sequence[Any]]) -> None:
        """Keep rows until the next flush."""
        self.rows[table] += rows

    def taken(self) -> list[tuple[str, list[Sequence[Any]]]]:
        """Give the rows that wait, a table after those it refers to, and wait for others."""
        order = [table.name for table in SQLModel.metadata.sorted_tables]
        taken = sorted(self.rows.items(), key=lambda each: order.index(each[0]))
        self.rows = defaultdict(list)
        return taken


class SqliteLoader(_Kept):
    """One file, written without a journal: an interrupted build is begun again.

    What triggers keep is counted once at the end.
    """

    def __init__(self, url: str) -> None:
        """Open the file, and set its indexes aside."""
        super().__init__()
        self.file = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
        for pragma in ("journal_mode=OFF", "synchronous=OFF", f"cache_size=-{_PAGES_KIB}", "foreign_keys=OFF"):
            self.file.execute(f"PRAGMA {pragma}")
        self.indexes = self.file.execute(_INDEXES.format(", ".join(f"'{name}'" for name in copied_tables()))).fetchall()
        for name, _sql in self.indexes:
            self.file.execute(f"DROP INDEX {name}")
        self.triggers = self.file.execute(_TRIGGERS).fetchall()
        for name, _sql in self.triggers:
            self.file.execute(f"DROP TRIGGER {name}")
        self.file.execute("BEGIN")

    def flush(self) -> None:
        """Write the rows that wait."""
        for table, rows in self.taken():
            places = ", ".join("?" * len(rows[0]))
            self.file.executemany(f"INSERT INTO {table} ({self.columns(table)}) VALUES ({places})", rows)  # noqa: S608

    def finish(self) -> None:
        """Write the rest, and the indexes; the journal is the product's again."""
        self.flush()
        self.file.execute("COMMIT")
        for sql in (*REBUILD["sqlite"], *RECOUNT["sqlite"], *(sql for _name, sql in (*self.indexes, *self.triggers))):
            self.file.execute(sql)
        self.file.execute("PRAGMA journal_mode=WAL")
        self.file.close()


class PostgresqlLoader(_Kept):
    """One database, written by COPY; no trigger looks at each row."""

    def __init__(self, url: str) -> None:
        """Connect as someone who may put triggers to sleep."""
        super().__init__()
        self.connection = connect(url)
        self.connection.execute("SET session_replication_role = replica")
        self.connection.execute("SET timezone = 'UTC'")

    def flush(self) -> None:
        """Write the rows that wait; SQLite's forms of keys, dates and answers are read by PostgreSQL as they are."""
        for table, rows in self.taken():
            with self.connection.cursor().copy(f"COPY {table} ({self.columns(table)}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)

    def finish(self) -> None:
        """Write the rest, and let the planner know what is there."""
        self.flush()
        for sql in RECOUNT["postgresql"][1:]:
            self.connection.execute(sql)
        self.connection.execute("VACUUM ANALYZE")
        self.connection.close()
