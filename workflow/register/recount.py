"""Computes again what is kept of every text besides its steps, when what it is computed with has changed."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from sqlalchemy import text as sql
from sqlalchemy.orm import selectinload
from sqlmodel import Session, col, select

from models import LegalText
from models.counts import RECOUNT
from models.search import REBUILD
from workflow.calendar.working_days import Calendar
from workflow.deadlines.clocks import clocks
from workflow.deadlines.kept import deadlines_of, keep
from workflow.history.fold import fold
from workflow.history.steps import histories
from workflow.register.moves import project
from workflow.rulebook.files import procedure_of

_BATCH = 500


def recount(session: Session, calendar: Calendar) -> int:
    """Write again the row, the deadlines and the words of every text, then the counts and the index of words.

    Give how many texts have a deadline that runs. The caller commits.
    """
    running = 0
    for texts in _batches(session):
        ids = [text.id for text in texts]
        steps, rows = histories(session, ids), deadlines_of(session, ids)
        for text in texts:
            procedure = procedure_of(text)
            situation = fold(procedure, steps[text.id])
            project(text, situation)
            run = clocks(procedure, situation.done, calendar)
            keep(session, text, run, rows[text.id])
            running += any(clock.is_open for clock in run)
    session.flush()
    dialect = session.get_bind().dialect.name
    for statement in (*RECOUNT[dialect], *REBUILD[dialect]):
        session.execute(sql(statement))
    return running


def _batches(session: Session) -> Iterator[Sequence[LegalText]]:
    last: UUID | None = None
    while True:
        query = select(LegalText).options(selectinload(LegalText.words)).order_by(col(LegalText.id)).limit(_BATCH)  # type: ignore[arg-type]
        texts = session.exec(query.where(col(LegalText.id) > last) if last else query).all()
        if not texts:
            return
        yield texts
        last = texts[-1].id
