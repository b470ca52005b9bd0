"""Builds a database of N realistic texts: python bench/scale.py N [--out FILE or URL].

About 12 steps and 3 clocks each, 36 % of them open, 200 clocks due in the week of the bench; `flask check` finds no
fault in it. Some hundred histories are made through the product, then stamped.
"""

import argparse
import random
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from uuid import UUID

from bench.loading import Loader, PostgresqlLoader, SqliteLoader
from bench.product import make_engine, migrate
from bench.sources import Source, make_sources
from bench.stamping import Stamp
from bench.titles import Names

SOURCES = 210
_OPEN = 0.36
_DUE = 200
_BATCH = 5000


def build(url: str, texts: int, *, sources: int = SOURCES, drafting_only: bool = False) -> None:
    """Build a database of `texts` texts at `url`, which holds none yet; with `drafting_only`, decrees being drafted."""
    engine = make_engine(url)
    migrate(engine)
    engine.dispose()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "sources.db"
        small = make_engine(f"sqlite:///{file}")
        migrate(small)
        made = make_sources(small, sources, drafting_only=drafting_only)
        small.dispose()
        with sqlite3.connect(file) as read:
            _fill(url, read, made, cycle(made) if drafting_only else _chosen(made, texts), texts=texts)


def _fill(url: str, read: sqlite3.Connection, made: list[Source], chosen: Iterator[Source], *, texts: int) -> None:
    people = [(UUID(key), name) for key, name in read.execute("SELECT id, name FROM person ORDER BY created_at, name")]
    head = next((key, name) for key, name in people if name.endswith("Cheffe"))
    stamps = {source.id: Stamp(read, source, head) for source in made}
    names = Names(people)
    loader = _loader(url)
    loader.add("person", read.execute(f"SELECT {loader.columns('person')} FROM person").fetchall())  # noqa: S608
    for rank, prefix in enumerate(_prefixes(texts)):
        for table, row in stamps[next(chosen).id].copy(prefix, names.next(rank)):
            loader.add(table, [row])
        if rank % _BATCH == _BATCH - 1:
            loader.flush()
    loader.finish()


def _loader(url: str) -> Loader:
    return SqliteLoader(url) if url.startswith("sqlite") else PostgresqlLoader(url)


def _prefixes(texts: int) -> list[str]:
    """Give random keys in their order: an index is then only ever written at its end."""
    chance = random.Random(2011)  # noqa: S311 - the same keys in every run
    keys = (f"{chance.getrandbits(128):032x}" for _text in range(texts))
    return sorted(f"{key[:12]}4{key[13:16]}8000{key[20:]}" for key in keys)


def _chosen(made: list[Source], texts: int) -> Iterator[Source]:
    """Give a source for each copy: open ones in their share, exactly so many of them due, nothing else pressing."""
    chance = random.Random(1984)  # noqa: S311 - the same choice in every run
    due, quiet, closed = (_turns(made, kept) for kept in (_is_due, _is_quiet, _is_closed))
    pressing = min(_DUE, texts // 5)
    kinds = [due] * pressing + [quiet] * (round(texts * _OPEN) - pressing)
    kinds += [closed] * (texts - len(kinds))
    chance.shuffle(kinds)
    return (next(kind) for kind in kinds)


def _turns(made: list[Source], kept: Callable[[Source], bool]) -> Iterator[Source]:
    return cycle([source for source in made if kept(source)])


def _is_due(source: Source) -> bool:
    return source.is_open and source.is_due


def _is_quiet(source: Source) -> bool:
    return source.is_open and not source.pressing


def _is_closed(source: Source) -> bool:
    return not source.is_open and not source.pressing


def main() -> None:
    """Build what the command line asks for, and say how long it took."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("texts", type=int, metavar="N")
    asked.add_argument("--out", default="var/scale.db", metavar="FILE or URL")
    given = asked.parse_args()
    url = given.out if "://" in given.out else f"sqlite:///{Path(given.out).resolve()}"
    started = time.perf_counter()
    build(url, given.texts)
    print(f"{given.texts} texts in {given.out}: {time.perf_counter() - started:.0f} s")


if __name__ == "__main__":
    main()
