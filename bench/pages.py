"""The list of texts and the page of one, in process, beside a Flask application that sends the same bytes."""

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import ColumnElement, func
from sqlmodel import col, select

from bench.product import EMAIL, PASSWORD, LegalText, Session, application, make_engine
from bench.report import Figure, interleave
from bench.scale import build

_TEXTS = 200
_SOURCES = 60
_STEPS = 14
_ROUNDS = 40
_SENDS = 20


def of_list() -> Iterator[Figure]:
    """Time the list of 50 texts."""
    with _database() as (url, folder):
        yield _beside("list_page", signed_in(url, folder), "/texts")


def of_text() -> Iterator[Figure]:
    """Time the page of a text with 14 steps."""
    with _database() as (url, folder):
        engine = make_engine(url)
        with Session(engine) as session:
            key = session.exec(select(LegalText.id).order_by(_far(), col(LegalText.id))).first()
        engine.dispose()
        yield _beside("text_page", signed_in(url, folder), f"/texts/{key}")


def _far() -> ColumnElement[int]:
    return func.abs(col(LegalText.last_step) - _STEPS)


@contextmanager
def _database() -> Iterator[tuple[str, str]]:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'navette.db'}"
        build(url, _TEXTS, sources=_SOURCES)
        yield url, folder


def signed_in(url: str, folder: str) -> FlaskClient:
    """Give a client of the application on that database, in which the head of the division is signed in."""
    client = application(url, folder).test_client()
    client.post("/sign-in", data={"email": EMAIL, "password": PASSWORD})
    return client


def _beside(name: str, client: FlaskClient, address: str) -> Figure:
    content = client.get(address).data
    bare = _sender(content).test_client()

    def theirs() -> None:
        for _send in range(_SENDS):
            fetch(bare, "/")

    took = interleave({"ours": lambda: fetch(client, address), "theirs": theirs}, _ROUNDS, clock=time.process_time)
    limit = took["theirs"] / _SENDS
    against = f"Flask sending the same {len(content) // 1024} KiB, {limit * 1000:.2f} ms"
    return Figure(name, took["ours"] / limit, against, took["ours"] * 1000, "ms CPU")


def fetch(client: FlaskClient, address: str) -> None:
    """Fetch a page, and fail unless it is there."""
    response = client.get(address)
    if response.status_code != 200:  # noqa: PLR2004
        raise RuntimeError(f"{address}: {response.status}")


def _sender(content: bytes) -> Flask:
    app = Flask("sender")
    app.add_url_rule("/", "send", lambda: content)
    return app
