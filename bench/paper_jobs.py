"""A hundred papers asked for as one job and made, beside the same hundred asked for one by one."""

import tempfile
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path
from uuid import UUID

from flask.testing import FlaskClient
from sqlmodel import col, select

from bench.pages import signed_in
from bench.product import AT, LegalText, Session, make_engine
from bench.report import Figure, interleave
from bench.scale import build
from web.serving.jobs import make_papers

_PAPERS, _TEXTS, _SOURCES, _ROUNDS = 100, 200, 60, 5
_KINDS, _LANGUAGES = ["note_interne", "fiche_suivi"], ["fr", "ar"]
_MILLI = 1000
_SEE_OTHER = "303 SEE OTHER"


def figures() -> Iterator[Figure]:
    """Time both ways in process, in turns, on SQLite; each paper is another version every time."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'navette.db'}"
        build(url, _TEXTS, sources=_SOURCES)
        client, texts = signed_in(url, folder), _texts(url)
        took = interleave(
            {"job": lambda: _as_a_job(client, texts), "one by one": lambda: _one_by_one(client, texts)}, _ROUNDS
        )
    against = f"asked for one by one, {took['one by one'] / _PAPERS * _MILLI:.2f} ms each"
    yield Figure("job_of_papers", took["job"] / took["one by one"], against, took["job"] / _PAPERS * _MILLI, "ms/paper")


def _texts(url: str) -> list[UUID]:
    engine = make_engine(url)
    with Session(engine) as session:
        each = _PAPERS // (len(_KINDS) * len(_LANGUAGES))
        found = list(session.exec(select(LegalText.id).order_by(col(LegalText.id)).limit(each)))
    engine.dispose()
    return found


def _as_a_job(client: FlaskClient, texts: list[UUID]) -> None:
    asked = client.post("/papers/jobs", data={"text": texts, "kind": _KINDS, "language": _LANGUAGES})
    told = client.application.extensions
    with client.application.app_context():
        made = make_papers(told["navette.engine"], told["navette.settings"], clock=lambda: AT)
    if (asked.status, made) != (_SEE_OTHER, _PAPERS):
        raise RuntimeError(f"the job answered {asked.status}, and {made} papers were made")


def _one_by_one(client: FlaskClient, texts: list[UUID]) -> None:
    for text, kind, language in islice(product(texts, _KINDS, _LANGUAGES), _PAPERS):
        asked = client.post(f"/texts/{text}/papers", data={"kind": kind, "language": language})
        if asked.status != _SEE_OTHER:
            raise RuntimeError(f"a paper was answered {asked.status}")
