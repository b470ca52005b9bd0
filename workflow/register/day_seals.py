"""Seals the days that are over; what was recorded by the end of one can then not be changed without showing."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Table, func
from sqlmodel import Session, SQLModel, col, select

from models import DaySeal, insert_into
from workflow.history.day_heads import day_heads
from workflow.history.seals import seal_of_day

_SEALS: Table = SQLModel.metadata.tables["day_seal"]
# A step bears the moment at which its request came: it is written later, perhaps by a machine whose clock lags.
_PATIENCE = timedelta(hours=1)


def seal_days(session: Session, *, at: datetime, reader: Session) -> int:
    """Seal each day of UTC that was over an hour before `at`; give how many were. The caller commits.

    The steps are read in `reader`, so that nobody who writes waits meanwhile. No row is shared with whoever moves a
    text: a day is written once, after it. Two that seal at once write the same.
    """
    new = list(unsealed_days(reader, until=(at - _PATIENCE).astimezone(UTC).date()))
    if not new:
        return 0
    known = session.exec(select(func.max(col(DaySeal.day)))).one() or date.min
    rows = [_row(seal) for seal in new if seal.day > known]
    if rows:
        insert = insert_into(_SEALS, session.connection().dialect.name)
        session.connection().execute(insert.on_conflict_do_nothing(), rows)
    return len(rows)


def seal_afresh(session: Session) -> None:
    """Seal again every day that is sealed, after steps were removed on purpose; the caller commits.

    Seals kept elsewhere are then those of another history.
    """
    last = last_seal(session, date.max)
    if last is None:
        return
    until = last.day + timedelta(days=1)
    rows = [_row(seal) for seal in unsealed_days(session, until=until, afresh=True)]
    session.connection().execute(_SEALS.delete())
    if rows:
        session.connection().execute(_SEALS.insert(), rows)


def last_seal(session: Session, on: date) -> DaySeal | None:
    """Give the seal of a day, or that of the last day before it on which steps were recorded."""
    found = select(DaySeal).where(DaySeal.day <= on).order_by(col(DaySeal.day).desc())
    return session.exec(found.limit(1)).first()


def unsealed_days(session: Session, *, until: date, afresh: bool = False) -> Iterator[DaySeal]:
    """Give the seals that the days not sealed yet would have, before `until`; of every day if `afresh`."""
    last = None if afresh else last_seal(session, date.max)
    days = day_heads(session, after=last.day if last else None, until=until)
    steps, before = (last.steps, last.seal) if last else (0, "")
    for each in days:
        steps += each.steps
        before = seal_of_day(each.day, steps, each.heads, before)
        heads = {text_id.hex: head for text_id, head in each.heads.items()}
        yield DaySeal(day=each.day, steps=steps, heads=heads, seal=before)


def _row(seal: DaySeal) -> dict[str, Any]:
    return {column.name: getattr(seal, column.name) for column in _SEALS.columns}
