"""Makes the papers that are wanted, once what wants them is committed."""

import logging
from uuid import UUID

from sqlalchemy import Engine
from sqlmodel import Session

from documents.produce import keep_paper, make_paper, wanted_papers
from models import reading
from web.clock import Clock
from web.config import Settings
from web.request import engine, now, read_calendar, settings

log = logging.getLogger(__name__)


def make_wanted(text_id: UUID) -> None:
    """Make the papers that a text waits for; a fault is kept with the paper and never undoes a step."""
    try:
        make_papers_of(text_id, engine(), settings(), clock=now)
    except Exception:
        log.exception("papers could not be made")


def make_papers_of(text_id: UUID, of: Engine, settings: Settings, *, clock: Clock) -> int:
    """Make the papers that a text waits for while others write, then keep them at once; give how many were tried."""
    with Session(reading(of), expire_on_commit=False) as session:
        calendar = read_calendar(session)
        made = [
            make_paper(session, document, at=clock(), calendar=calendar, letterhead=settings.letterhead)
            for document in wanted_papers(session, text_id)
        ]
    if made:
        with Session(of) as session:
            for each in made:
                keep_paper(session, each, at=clock())
            session.commit()
    return len(made)
