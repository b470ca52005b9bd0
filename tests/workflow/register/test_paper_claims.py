"""Papers taken by whoever makes them: two at once never take the same one, and of one that died none stays behind."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from models import Document, DocumentStatus, PaperJob
from tests.workflow.builders import AT, TODAY, Ministry
from workflow.register.paper_claims import claim_papers, papers_to_make

LEASE = timedelta(minutes=2)
ROUNDS = 20


@pytest.fixture
def ministry(session: Session) -> Ministry:
    return Ministry(session)


def want(ministry: Ministry, count: int, **told: object) -> list[UUID]:
    """Write papers of one text as wanted, and give them in the order in which they are made."""
    text = ministry.open("arrete")
    of: dict[str, Any] = {"text_id": text.id, "kind": "note_interne", "situation_on": TODAY, "wanted_at": AT, **told}
    papers = [Document(number=number, **of) for number in range(1, count + 1)]
    ministry.session.add_all(papers)
    ministry.session.commit()
    return sorted(paper.id for paper in papers)


def claimed(session: Session, ids: Sequence[UUID], *, minutes: int = 0) -> list[UUID]:
    at = AT + timedelta(minutes=minutes)
    taken = claim_papers(session, ids, at=at, until=at + LEASE)
    session.commit()
    return taken


def test_of_two_who_claim_the_same_papers_at_once_each_paper_has_one(ministry: Ministry, engine: Engine) -> None:
    for _round in range(ROUNDS):
        ids, start = want(ministry, 4), Barrier(2)

        def claim(order: Sequence[UUID], start: Barrier = start) -> list[UUID]:
            with Session(engine) as session:
                start.wait(timeout=10)
                return claimed(session, order)

        with ThreadPoolExecutor(2) as threads:
            first, second = threads.map(claim, [ids, ids[::-1]])

        assert sorted(first + second) == ids


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_nobody_waits_for_one_whose_claim_is_not_written_yet(ministry: Ministry, engine: Engine) -> None:
    ids = want(ministry, 4)

    with Session(engine) as first, Session(engine) as second:
        assert claim_papers(first, ids[:2], at=AT, until=AT + LEASE) == ids[:2]
        assert claimed(second, ids) == ids[2:]
        first.rollback()
        assert claimed(second, ids) == ids[:2]


def test_papers_of_one_that_died_are_taken_up_when_its_claim_is_over(ministry: Ministry) -> None:
    ids, session = want(ministry, 3), ministry.session

    assert claimed(session, ids[:2]) == ids[:2]
    assert papers_to_make(session, at=AT) == ids[2:]
    assert claimed(session, ids, minutes=1) == ids[2:]
    assert papers_to_make(session, at=AT + timedelta(minutes=1)) == []
    assert papers_to_make(session, at=AT + timedelta(minutes=2, seconds=1)) == ids[:2]
    assert claimed(session, ids, minutes=4) == ids


@pytest.mark.parametrize("status", [DocumentStatus.MADE, DocumentStatus.FAILED])
def test_what_waits_no_more_is_not_taken(ministry: Ministry, status: DocumentStatus) -> None:
    ids = want(ministry, 2, status=status)

    assert papers_to_make(ministry.session, at=AT) == []
    assert claimed(ministry.session, ids) == []


def test_those_asked_for_singly_are_left_to_who_asked_and_those_asked_for_together_are_not(ministry: Ministry) -> None:
    job = PaperJob(label="Papiers", asked=2, at=AT)
    ministry.session.add(job)
    ministry.session.flush()
    together, session = want(ministry, 2, job_id=job.id), ministry.session
    (singly,) = want(ministry, 1)

    assert papers_to_make(session, at=AT, before=AT - timedelta(minutes=1)) == together
    assert sorted(papers_to_make(session, at=AT, before=AT)) == sorted([*together, singly])


def test_a_text_has_those_asked_for_singly_made_first(ministry: Ministry) -> None:
    job = PaperJob(label="Papiers", asked=2, at=AT)
    ministry.session.add(job)
    ministry.session.flush()
    together, session = want(ministry, 2, job_id=job.id), ministry.session
    text = session.get_one(Document, together[0]).text_id
    singly = Document(
        text_id=text, kind="fiche_suivi", number=1, situation_on=TODAY, wanted_at=AT + timedelta(seconds=5)
    )
    session.add(singly)
    session.commit()

    assert papers_to_make(session, at=AT, text_id=text) == [singly.id, *together]
