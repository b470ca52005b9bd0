"""What was recorded on each day, read from the steps: how many of them, and the last one of each text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import Table, select
from sqlmodel import Session, SQLModel

from workflow.history.seals import Head

_STEPS: Table = SQLModel.metadata.tables["step"]
# So many rows are held at once.
_ROWS = 5000
_READ = (
    select(_STEPS.c.at, _STEPS.c.text_id, _STEPS.c.number, _STEPS.c.seal)
    .order_by(_STEPS.c.at)
    .execution_options(yield_per=_ROWS)
)


@dataclass(frozen=True)
class DayHeads:
    """What was recorded on one day of UTC: how many steps, and of each text the number and seal of the last one."""

    day: date
    steps: int
    heads: dict[UUID, Head]


def day_heads(session: Session, *, after: date | None, until: date) -> Iterator[DayHeads]:
    """Give what was recorded on each day after `after` and before `until`, in order; nothing for a day without steps.

    Days are those of UTC, which no change of the legal time moves: the day of a step stays the same for ever.
    """
    query = _READ.where(_STEPS.c.at < _start(until))
    if after:
        query = query.where(_STEPS.c.at >= _start(date.fromordinal(after.toordinal() + 1)))
    rows = session.connection().execute(query)
    for day, found in groupby(rows, key=lambda row: row.at.astimezone(UTC).date()):
        yield _heads(day, found)


def _heads(day: date, rows: Iterable[Any]) -> DayHeads:
    heads: dict[UUID, Head] = {}
    steps = 0
    for row in rows:
        steps += 1
        heads[row.text_id] = max(heads.get(row.text_id, (0, "")), (row.number, row.seal))
    return DayHeads(day, steps, heads)


def _start(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)
