"""The rows that keep the clocks of texts, for lists and reminders."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Row, Table, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel

from models import DeadlineStatus
from workflow.deadlines.clocks import Clock

_DEADLINES: Table = SQLModel.metadata.tables["deadline"]
_KEY = ("text_id", "rule", "occurrence")
_TOLD = ("status", "subject", "started_on", "due_on", "closed_on")
_COLUMNS = [_DEADLINES.c[name] for name in ("id", *_KEY, *_TOLD)]
_OF_TEXTS = select(*_COLUMNS).where(_DEADLINES.c.text_id.in_(bindparam("texts", expanding=True)))
_OF_TEXT = select(*_COLUMNS).where(_DEADLINES.c.text_id == bindparam("text"))
_INSERTS: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}

Kept = Row[Any]


def deadlines_of(session: Session, text_ids: Sequence[UUID]) -> dict[UUID, list[Kept]]:
    """Read the deadlines kept for these texts, in one query."""
    found: dict[UUID, list[Kept]] = defaultdict(list)
    for row in session.connection().execute(_OF_TEXTS, {"texts": text_ids}):
        found[row.text_id].append(row)
    return found


def keep(session: Session, text_id: UUID, run: Iterable[Clock], kept: Iterable[Kept] | None = None) -> None:
    """Write the clocks of a text as rows, where they differ from those `kept` so far. The caller commits."""
    connection = session.connection()
    if kept is None:
        kept = connection.execute(_OF_TEXT, {"text": text_id})
    rows = {(row.rule, row.occurrence): row for row in kept}
    changed = []
    for clock in run:
        row = rows.pop((clock.rule.code, clock.occurrence), None)
        now = (clock.status, clock.subject, clock.started_on, clock.due_on, clock.closed_on)
        if row is None or tuple(row[4:]) != now:
            key = (row.id if row else uuid4(), text_id, clock.rule.code, clock.occurrence)
            changed.append(dict(zip(_NAMES, (*key, *now), strict=True)))
    # A correction took away the step that had started these.
    left = [row for row in rows.values() if row.status != DeadlineStatus.CLOSED]
    changed += [row._asdict() | {"status": DeadlineStatus.CLOSED} for row in left]
    if changed:
        connection.execute(_upsert(connection.dialect.name), changed)


_NAMES = tuple(column.name for column in _COLUMNS)


@cache
def _upsert(dialect: str) -> Any:  # noqa: ANN401 - each dialect has an insert of its own
    insert = _INSERTS[dialect](_DEADLINES)
    return insert.on_conflict_do_update(index_elements=list(_KEY), set_={name: insert.excluded[name] for name in _TOLD})
