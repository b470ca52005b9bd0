"""Stamps copies of a source: every row that hangs on its text, with new keys, titles, number and person.

Columns and tables come from the metadata of the models: what is added there later is copied too.
"""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Table

from bench.product import AT, SQLModel, found_under, mark, norm, signs_of
from bench.sources import OF_DECREE, OF_OTHERS, TITLE_AR, TITLE_FR, Source
from bench.titles import Named

_ROOT, _WORDS = "legal_text", "text_words"
_SEARCHED = [column.name for column in SQLModel.metadata.tables[_ROOT].columns].index("search_text")
# A key keeps the beginning of its text's, so that rows are written in the order of every key's index.
_PREFIX = 17
Row = list[Any]
Pairs = list[tuple[str, str]]


def copied_tables() -> dict[str, Table]:
    """Give the tables whose rows hang on a text, the text's own first, each after those it refers to."""
    found: dict[str, Table] = {}
    for table in SQLModel.metadata.sorted_tables:
        if table.name == _ROOT or any(key.column.table.name in found for key in table.foreign_keys):
            found[table.name] = table
    return found


@dataclass
class Pattern:
    """One row of a source, and the places where a copy differs: by a key of its own, or by words."""

    table: str
    row: Row
    keys: list[tuple[int, int]] = field(default_factory=list)
    words: list[int] = field(default_factory=list)
    person: list[int] = field(default_factory=list)
    created: int | None = None


class Stamp:
    """All rows of one source, ready to be copied."""

    def __init__(self, file: sqlite3.Connection, source: Source, head: tuple[UUID, str]) -> None:
        """Read the rows of `source` as the database keeps them; `head` is the person its steps name."""
        self.source = source
        self._head, self._head_name = head
        self._known: dict[str, int] = {source.id.hex: 0}
        query = "SELECT search_text FROM legal_text WHERE id = ?"
        self._found_as: str = file.execute(query, (source.id.hex,)).fetchone()[0]
        self.patterns = [
            self._pattern(table, list(row)) for table in copied_tables().values() for row in self._rows(file, table)
        ]

    def _rows(self, file: sqlite3.Connection, table: Table) -> Iterator[tuple[Any, ...]]:
        names = ", ".join(f'"{column.name}"' for column in table.columns)
        if table.name == _ROOT:
            yield from file.execute(f"SELECT {names} FROM {table.name} WHERE id = ?", (self.source.id.hex,))  # noqa: S608
            return
        parents = copied_tables()
        led = [key.parent.name for key in table.foreign_keys if key.column.table.name in parents]
        keys = ", ".join(f"'{key}'" for key in self._known)
        where = " OR ".join(f'"{name}" IN ({keys})' for name in led)
        for row in file.execute(f"SELECT {names} FROM {table.name} WHERE {where}").fetchall():  # noqa: S608
            for column, value in zip(table.columns, row, strict=True):
                # Not what tells rows of one text apart, such as the register and the number of an item.
                if column.primary_key and not column.foreign_keys and column.type.python_type is UUID:
                    self._known.setdefault(value, len(self._known))
            yield row

    def _pattern(self, table: Table, row: Row) -> Pattern:
        found = Pattern(table.name, row)
        for place, (column, value) in enumerate(zip(table.columns, row, strict=True)):
            if not isinstance(value, str):
                continue
            if value in self._known:
                found.keys.append((place, self._known[value]))
            elif column.name == "responsible_id" and value == self._head.hex:
                found.person.append(place)
            elif any(sign in value for sign in (TITLE_FR, TITLE_AR, str(self._head), *_pairs_of_numbers(0))):
                found.words.append(place)
            if (table.name, column.name) == (_ROOT, "created_at"):
                found.created = place
        return found

    def copy(self, prefix: str, named: Named) -> Iterator[tuple[str, Row]]:
        """Give the rows of one copy, each with its table; `prefix` begins every key of it."""
        keys = [f"{prefix[:_PREFIX]}{rank:03x}{prefix[_PREFIX + 3 :]}" for rank in range(len(self._known))]
        pairs = self._pairs(named)
        found_as = ""
        for pattern in self.patterns:
            row = self._row(pattern, keys, named, pairs)
            if pattern.table == _ROOT:
                found_as = row[_SEARCHED]
            elif pattern.table == _WORDS:
                row[1:] = [_place(named.rank), self._words(pattern.row[2], found_as, named)]
            yield pattern.table, row

    def _row(self, pattern: Pattern, keys: list[str], named: Named, pairs: tuple[Pairs, Pairs]) -> Row:
        plain, escaped = pairs
        row = pattern.row.copy()
        for place, rank in pattern.keys:
            row[place] = keys[rank]
        for place in pattern.person:
            row[place] = named.person.hex
        for place in pattern.words:
            for old, new in escaped if row[place].startswith("{") else plain:
                row[place] = row[place].replace(old, new)
        if pattern.created is not None:
            row[pattern.created] = _moment(named.rank).strftime("%Y-%m-%d %H:%M:%S.%f")
        return row

    def _words(self, source: str, found_as: str, named: Named) -> str:
        """Give the words of a copy: those of its source, but for its own titles, number and person."""
        head = found_under(norm(self._head_name)) | {mark("r", self._head.hex)}
        own = found_under(found_as) | found_under(norm(named.person_name)) | {mark("r", named.person.hex)}
        own |= signs_of(named.title_fr) | signs_of(named.title_ar)
        return " ".join(sorted(set(source.split()) - found_under(self._found_as) - head | own))

    def _pairs(self, named: Named) -> tuple[Pairs, Pairs]:
        """Give what replaces what in a plain column, and in one that keeps JSON."""
        titles = [(TITLE_FR, named.title_fr), (TITLE_AR, named.title_ar)]
        numbers = list(_pairs_of_numbers(named.rank).items())
        # The words for search stand folded in a column of their own: the same signs, in small letters, side by side.
        search = (f"texte {TITLE_FR} {TITLE_AR}", f"texte {named.words_fr} {named.words_ar}")
        people = [(str(self._head), str(named.person)), (self._head_name, named.person_name)]
        escaped = [(old, json.dumps(new)[1:-1]) for old, new in titles]
        return [search, *titles, *numbers], [*escaped, *numbers, *people]


def _pairs_of_numbers(rank: int) -> dict[str, str]:
    year, series = str(10 + rank % 17), str(1000 + rank // 17 % 3900)
    found = {OF_DECREE: f"{year}-{series}", OF_OTHERS: f"{series}-{year}"}
    return found | {old.replace("-", " "): new.replace("-", " ") for old, new in found.items()}


def _place(rank: int) -> int:
    # As the trigger of the words gives it: milliseconds since 1970, then 20 bits.
    return int(_moment(rank).timestamp() * 1000) << 20


def _moment(rank: int) -> datetime:
    # Files were opened in another order than the keys', over seven years.
    return AT - timedelta(minutes=1 + rank * 7919 % 3_600_000, microseconds=rank)
