"""All the rows of a database carried into another one, of the other kind as well, and the proof that both are equal."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, Select, Table, insert, select
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import SQLModel

from models.counts import TextCount
from models.piece import DraftReading, PieceWords
from models.safekeeping.errors import Unusable
from models.search import TextWords
from models.stored_file import StoredFile
from models.text import LegalText

_REFUSED = "La base d’arrivée refuse des lignes de « {table} », rien n’y est écrit : {reason}"
_BATCH = 500
# Files weigh up to many megabytes each: one at a time is held; the words of a file and its articles, up to two.
_HEAVY = {StoredFile.__tablename__: 1, PieceWords.__tablename__: 20, DraftReading.__tablename__: 20}
# What the database itself keeps, from the rows that arrive: carried as well, it would count double.
_KEPT_BY_ITSELF = {TextCount.__tablename__}
_WORDS = SQLModel.metadata.tables[TextWords.__tablename__]
_TEXTS = SQLModel.metadata.tables[LegalText.__tablename__]


@dataclass(frozen=True)
class Sum:
    """What the rows of a table come to, in whatever order they are read."""

    rows: int = 0
    digest: int = 0

    def plus(self, rows: Sequence[Sequence[Any]]) -> "Sum":
        """Add rows."""
        added = sum(int.from_bytes(hashlib.sha256(_written(row)).digest(), "big") for row in rows)
        return Sum(self.rows + len(rows), (self.digest + added) % 2**256)


def carry(source: Connection, target: Connection) -> dict[str, Sum]:
    """Write all rows of `source` into the empty tables of `target`; give what each table comes to.

    Both are of this version's schema. Rows come in the order of foreign keys, so that none leads to nothing; keys are
    our own, so that no sequence is to be set. Raise Unusable where the target refuses a row; the caller undoes all.
    """
    return {table.name: _carry_table(table, source, target) for table in _tables()}


def sums(connection: Connection) -> dict[str, Sum]:
    """Say what each table of a database comes to."""
    found = {}
    for table in _tables():
        found[table.name] = Sum()
        for rows in _read(table, connection):
            found[table.name] = found[table.name].plus(rows)
    return found


def _carry_table(table: Table, source: Connection, target: Connection) -> Sum:
    total = Sum()
    names = [column.name for column in _columns(table)]
    for rows in _read(table, source):
        try:
            target.execute(insert(table), [dict(zip(names, row, strict=True)) for row in rows])
        except SQLAlchemyError as error:
            reason = str(getattr(error, "orig", error)).splitlines()[0]
            raise Unusable(_REFUSED.format(table=table.name, reason=reason)) from error
        total = total.plus(rows)
    return total


def _tables() -> list[Table]:
    return [table for table in SQLModel.metadata.sorted_tables if table.name not in _KEPT_BY_ITSELF]


def _columns(table: Table) -> list[Column[Any]]:
    # SQLite gives each text its place as its words arrive, PostgreSQL does without.
    return [column for column in table.columns if column is not _WORDS.columns.place]


def _read(table: Table, connection: Connection) -> Iterator[Sequence[Sequence[Any]]]:
    batch = _HEAVY.get(table.name, _BATCH)
    with connection.execute(_all_of(table).execution_options(yield_per=batch)) as found:
        yield from found.partitions()


def _all_of(table: Table) -> Select[Any]:
    query = select(*_columns(table))
    if table is not _WORDS:
        return query
    # Places follow the order in which the words arrive: that of opening.
    return query.join(_TEXTS).order_by(_TEXTS.columns.created_at, _TEXTS.columns.id)


def _written(row: Sequence[Any]) -> bytes:
    return json.dumps(list(row), sort_keys=True, default=_plain).encode()


def _plain(value: object) -> object:
    if isinstance(value, frozenset):
        return sorted(value)
    return hashlib.sha256(value).hexdigest() if isinstance(value, bytes) else str(value)
