"""Computes again what is kept of every text besides its steps, when what it is computed with has changed."""

from collections.abc import Callable
from datetime import date

from sqlalchemy import ColumnElement, true
from sqlalchemy import text as sql
from sqlmodel import Session, col, select

from models import LegalText, in_batches
from models.counts import RECOUNT
from models.search import REBUILD
from workflow.calendar.working_days import Calendar
from workflow.deadlines.kept import deadlines_of, keep
from workflow.history.entries import entries_of
from workflow.history.steps import histories
from workflow.register.kept_items import items_kept, keep_items_of
from workflow.register.recording import project
from workflow.register.words import keep_words
from workflow.standing.standing import standing


def recount(
    session: Session,
    calendar: Calendar,
    *,
    on: date,
    commit: Callable[[], None],
    only: ColumnElement[bool] | None = None,
) -> int:
    """Write again the row, deadlines, words and items of every text, then the counts and the index of words.

    Give how many texts have a deadline that runs. `on` is today. `commit` makes each batch durable and lets others
    write: whoever moves a text waits for its batch, or is read with it. With `only`, the texts that it selects are
    written again and nothing else: the database keeps its counts and its index by itself.
    """
    running = 0
    wanted = select(LegalText).where(true() if only is None else only)
    locked = wanted.with_for_update().execution_options(populate_existing=True)
    for texts in in_batches(session, locked, col(LegalText.id)):
        ids = [text.id for text in texts]
        steps, rows = histories(session, ids), deadlines_of(session, ids)
        entries, items = entries_of(session, ids), items_kept(session, ids)
        for text in texts:
            now = standing(text, steps[text.id], on=on, calendar=calendar)
            project(now)
            keep(session, text.id, now.clocks, rows[text.id], calendar=calendar)
            keep_words(session, now)
            keep_items_of(session, now, entries.get(text.id, {}), items.get(text.id, []))
            running += bool(now.open_clocks)
        session.flush()
        commit()
    if only is None:
        _make_anew(session)
    commit()
    return running


def _make_anew(session: Session) -> None:
    dialect = session.get_bind().dialect.name
    for statement in (*RECOUNT[dialect], *REBUILD[dialect]):
        session.execute(sql(statement))
