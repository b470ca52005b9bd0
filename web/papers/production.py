"""Makes the papers that are wanted, once what wants them is committed: a few at a time, each claimed before."""

import logging
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session, col, select

from documents.produce import Cases, Made, keep_paper, make_paper
from models import Document, reading
from web.clock import Clock
from web.config import Settings
from web.request import engine, now, settings
from workflow.calendar.decided_days import read_calendar
from workflow.register.paper_claims import claim_papers, papers_to_make

# So long a paper is left to whoever claimed it. One who is slower loses nothing but the work: a paper is kept once.
LEASE = timedelta(minutes=2)
# So many papers are claimed, made and kept together: what a crash leaves for the end of the lease.
BATCH = 10

log = logging.getLogger(__name__)


def make_wanted(text_id: UUID) -> None:
    """Make the papers that a text waits for; a fault is kept with the paper and never undoes a step.

    A request makes one batch at most, those asked for singly first: the rest is left to the scheduler.
    """
    try:
        with Session(reading(engine())) as session:
            waiting = papers_to_make(session, at=now(), text_id=text_id)
        make_batch(waiting[:BATCH], engine(), settings(), clock=now)
    except Exception:
        log.exception("papers could not be made")


def make_waiting(of: Engine, settings: Settings, *, clock: Clock, before: datetime, most: int) -> int:
    """Make the papers that wait, `most` at most, batch after batch; give how many were tried.

    Those wanted after `before` are left to whoever asked for them, unless they were asked for together.
    """
    with Session(reading(of)) as session:
        waiting = papers_to_make(session, at=clock(), before=before)
    tried = 0
    for batch in _batches(waiting[:most]):
        try:
            tried += make_batch(batch, of, settings, clock=clock)
        except SQLAlchemyError:
            log.exception("papers %s could not be made", [str(each) for each in batch])
    return tried


def make_batch(ids: Sequence[UUID], of: Engine, settings: Settings, *, clock: Clock) -> int:
    """Claim those of these papers that nobody makes, make them while others write, then keep them at once.

    Give how many were tried.
    """
    if not ids:
        return 0
    with Session(of) as session:
        claimed = claim_papers(session, ids, at=clock(), until=clock() + LEASE)
        session.commit()
    made = list(_made(claimed, of, settings, clock))
    if made:
        with Session(of) as session:
            for each in made:
                keep_paper(session, each, at=clock())
            session.commit()
    return len(made)


def _made(ids: Sequence[UUID], of: Engine, settings: Settings, clock: Clock) -> Iterator[Made]:
    with Session(reading(of), expire_on_commit=False) as session:
        calendar, cases = read_calendar(session), Cases()
        claimed = select(Document).where(col(Document.id).in_(ids))
        for document in session.exec(claimed.order_by(col(Document.wanted_at))).all():
            yield make_paper(
                session, document, at=clock(), calendar=calendar, letterhead=settings.letterhead,
                base_url=settings.base_url, cases=cases,
            )  # fmt: skip


def _batches(ids: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    for first in range(0, len(ids), BATCH):
        yield ids[first : first + BATCH]
