"""A server killed while it makes the papers of a job: others take it up, none is made twice and none is lost."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from io import BytesIO
from itertools import product
from pathlib import Path
from uuid import UUID
from zipfile import ZipFile

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from models import Document, DocumentStatus, LegalText, StoredFile, User, make_engine, reading
from tests.fixtures.databases import NewPlace
from tests.fixtures.demonstration import NOW
from tests.journeys.servers import SECONDS, Server
from workflow.importing.demonstration import DOMAIN
from workflow.register.paper_jobs import Wanted, ask_for_papers

PAPERS = 100
# What a dead server had claimed is taken up this soon: no test waits for minutes.
QUICK = """
from datetime import timedelta
from web.papers import production
production.LEASE = timedelta(seconds=2)
"""

Start = Callable[[str], Server]


@pytest.fixture
def url(kind: str, demonstrated_place: NewPlace) -> str:
    return demonstrated_place(kind)


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    engine = make_engine(url)
    yield engine
    engine.dispose()


@pytest.fixture
def start(url: str, tmp_path: Path) -> Iterator[Start]:
    """Start servers of one database, each on a machine of its own as far as it can tell."""
    with ExitStack() as opened:

        def start(name: str) -> Server:
            server = Server(url, tmp_path / name, QUICK)
            opened.callback(server.end)
            return server

        yield start


def ask_for_a_hundred(engine: Engine) -> UUID:
    """Ask for the papers of the first texts, in both languages."""
    with Session(engine, expire_on_commit=False) as session:
        head = session.exec(select(User).where(User.email == f"cheffe{DOMAIN}")).one()
        texts = session.exec(select(LegalText).order_by(col(LegalText.id))).all()
        kinds = ("note_interne", "bordereau_sgg", "fiche_suivi")
        wanted = [Wanted(text, *paper) for text in texts for paper in product(kinds, ("fr", "ar"))]
        job = ask_for_papers(session, wanted[:PAPERS], "Cent papiers", by=head, at=NOW)
        session.commit()
        return job.id


def made(engine: Engine, job_id: UUID) -> dict[UUID, Document]:
    query = select(Document).where(Document.job_id == job_id, Document.status == DocumentStatus.MADE)
    with Session(reading(engine)) as session:
        return {paper.id: paper for paper in session.exec(query)}


def wait_for(count: int, engine: Engine, job_id: UUID) -> None:
    until = time.monotonic() + SECONDS
    while len(made(engine, job_id)) < count:
        assert time.monotonic() < until, f"{len(made(engine, job_id))} papers are made"
        time.sleep(0.01)


@pytest.mark.xdist_group("killed servers")
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_hundred_papers_of_a_job_are_each_made_once_though_the_server_is_killed_in_the_middle(
    start: Start, engine: Engine
) -> None:
    job_id, first = ask_for_a_hundred(engine), start("first")
    wait_for(PAPERS // 5, engine, job_id)

    first.kill(whole=True)
    before = made(engine, job_id)
    assert PAPERS // 5 <= len(before) < PAPERS
    start("second")
    third = start("third")
    wait_for(PAPERS, engine, job_id)

    after = made(engine, job_id)
    assert len({(paper.text_id, paper.kind, paper.language, paper.number) for paper in after.values()}) == PAPERS
    assert {paper.number for paper in after.values()} == {1}
    assert [after[key] for key in before] == list(before.values())
    assert files_of_papers(engine) == {paper.sha256 for paper in after.values()}
    (person,) = third.open_for(1)
    assert f"{PAPERS} papiers sur {PAPERS}" in person.ask("GET", f"/papers/jobs/{job_id}")[1]
    with ZipFile(BytesIO(person.fetch("GET", f"/papers/jobs/{job_id}/papiers.zip")[1])) as package:
        assert package.testzip() is None
        assert sum(name.endswith(".docx") for name in package.namelist()) == PAPERS


def files_of_papers(engine: Engine) -> set[str]:
    """Give the files kept, but for the templates that made them: of a paper made twice, there would be two."""
    with Session(reading(engine)) as session:
        templates = session.exec(select(Document.template_sha256)).all()
        return set(session.exec(select(StoredFile.sha256))) - set(templates)
