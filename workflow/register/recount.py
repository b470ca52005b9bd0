"""Computes again what is kept of every text besides its steps, when what it is computed with has changed."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import text as sql
from sqlmodel import Session, col, select

from models import LegalText
from models.counts import RECOUNT
from models.search import REBUILD
from workflow.calendar.working_days import Calendar
from workflow.deadlines.kept import deadlines_of, keep
from workflow.history.steps import histories
from workflow.register.recording import project
from workflow.register.words import keep_words
from workflow.standing.standing import standing

_BATCH = 500


def recount(session: Session, calendar: Calendar, *, on: date, commit: Callable[[], None]) -> int:
    """Write again the row, the deadlines and the words of every text, then the counts and the index of words.

    Give how many texts have a deadline that runs. `on` is today. `commit` makes each batch durable and lets others
    write: whoever moves a text waits for its batch, or is read with it.
    """
    running = 0
    for texts in _batches(session):
        ids = [text.id for text in texts]
        steps, rows = histories(session, ids), deadlines_of(session, ids)
        for text in texts:
            now = standing(text, steps[text.id], on=on, calendar=calendar)
            project(now)
            keep(session, text.id, now.clocks, rows[text.id], calendar=calendar)
            keep_words(session, now)
            running += bool(now.open_clocks)
        session.flush()
        commit()
    dialect = session.get_bind().dialect.name
    for statement in (*RECOUNT[dialect], *REBUILD[dialect]):
        session.execute(sql(statement))
    commit()
    return running


def _batches(session: Session) -> Iterator[Sequence[LegalText]]:
    last: UUID | None = None
    while True:
        query = select(LegalText).order_by(col(LegalText.id)).limit(_BATCH).with_for_update()
        query = query.execution_options(populate_existing=True)
        texts = session.exec(query.where(col(LegalText.id) > last) if last else query).all()
        if not texts:
            return
        yield texts
        last = texts[-1].id
