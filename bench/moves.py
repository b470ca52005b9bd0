"""A move with its commit, beside the same statements by the bare driver and the same rows by Django."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from uuid import UUID

from bench.postgresql import connect, of, running
from bench.product import EMAIL
from bench.report import Figure
from bench.scale import build
from bench.writers import Place, compare

_SOURCES = 20
_TEXTS = 160
_ROUNDS = {"sqlite": 5, "postgresql": 3}
_WRITERS = 4
_PEERS = {"raw": "the same statements by the bare driver", "django": "the same rows by Django 5.2 + django-fsm-2"}


def on_sqlite() -> Iterator[Figure]:
    """Time one writer on SQLite."""
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "model.db"
        build(f"sqlite:///{model}", _TEXTS, sources=_SOURCES, drafting_only=True)
        with sqlite3.connect(model) as read:
            texts = [UUID(key) for (key,) in read.execute("SELECT id FROM legal_text ORDER BY id")]
            by = UUID(read.execute("SELECT id FROM person WHERE email = ?", (EMAIL,)).fetchone()[0])
        turn = count()

        def places(_side: str) -> list[Place]:
            urls = [f"sqlite:///{shutil.copy(model, f'{folder}/{next(turn)}.db')}" for _copy in range(2)]
            return [Place(urls[0], urls[1], tuple(texts), by)]

        yield from _figures("sqlite", compare(places, _ROUNDS["sqlite"]))


def on_postgresql() -> Iterator[Figure]:
    """Time four writers on PostgreSQL, which keeps what it commits as it does by default."""
    with running() as server:
        model = _copy(server, "template1", "model")
        build(model, _TEXTS, sources=_SOURCES, drafting_only=True)
        with connect(model) as read:
            texts = [key for (key,) in read.execute("SELECT id FROM legal_text ORDER BY id")]
            by = read.execute("SELECT id FROM person WHERE email = %s", (EMAIL,)).fetchall()[0][0]
        turn = count()

        def places(_side: str) -> list[Place]:
            urls = [_copy(server, "model", f"copy{next(turn)}") for _copied in range(2)]
            return [Place(urls[0], urls[1], tuple(texts[rank::_WRITERS]), by) for rank in range(_WRITERS)]

        yield from _figures("postgresql", compare(places, _ROUNDS["postgresql"]))


def _figures(database: str, rates: dict[str, float]) -> Iterator[Figure]:
    for peer, words in _PEERS.items():
        against = f"{words}, {rates[peer]:.0f}/s"
        yield Figure(f"move_{database}_{peer}", rates[peer] / rates["ours"], against, rates["ours"], "moves/s")


def _copy(server: str, model: str, name: str) -> str:
    with connect(server) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {model}")
    return of(server, name)
