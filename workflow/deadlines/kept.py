"""The rows that keep the clocks of texts, for lists and reminders."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, Row, Table, bindparam, or_, select, update
from sqlmodel import Session, SQLModel, col

from models import Deadline, DeadlineStatus, LegalText, User, insert_into
from workflow.calendar.working_days import Calendar
from workflow.deadlines.clocks import Clock
from workflow.deadlines.ladder import next_rung_on
from workflow.people.permissions import MANAGERS, STAND_INS

# Kept as the day of the next rung, it makes the next run of the reminders look at a clock, whatever the day.
AT_ONCE = date.min

_DEADLINES: Table = SQLModel.metadata.tables["deadline"]
_KEY = ("text_id", "rule", "occurrence")
_TOLD = ("status", "subject", "started_on", "due_on", "is_estimated", "closed_on", "basis_fr", "next_rung_on")
_COLUMNS = [_DEADLINES.c[name] for name in ("id", *_KEY, *_TOLD)]
_OF_TEXTS = select(*_COLUMNS).where(_DEADLINES.c.text_id.in_(bindparam("texts", expanding=True)))
_OF_TEXT = select(*_COLUMNS).where(_DEADLINES.c.text_id == bindparam("text"))

Kept = Row[Any]


def deadlines_of(session: Session, text_ids: Sequence[UUID]) -> dict[UUID, list[Kept]]:
    """Read the deadlines kept for these texts, in one query."""
    found: dict[UUID, list[Kept]] = defaultdict(list)
    for row in session.connection().execute(_OF_TEXTS, {"texts": text_ids}):
        found[row.text_id].append(row)
    return found


def keep(
    session: Session, text_id: UUID, run: Iterable[Clock], kept: Iterable[Kept] | None = None, *, calendar: Calendar
) -> None:
    """Write the clocks of a text as rows, where they differ from those `kept` so far. The caller commits.

    The day of the next rung starts again from the first: the next run of the reminders looks at what was not told yet,
    to whoever answers for the text now.
    """
    connection = session.connection()
    if kept is None:
        kept = connection.execute(_OF_TEXT, {"text": text_id})
    rows = {(row.rule, row.occurrence): row for row in kept}
    changed = []
    for clock in run:
        row = rows.pop((clock.rule.code, clock.occurrence), None)
        now = (
            clock.status, clock.subject, clock.started_on, clock.due_on, clock.is_estimated, clock.closed_on,
            clock.basis_fr, first_rung_on(clock, calendar),
        )  # fmt: skip
        if row is None or tuple(row[4:]) != now:
            key = (row.id if row else uuid4(), text_id, clock.rule.code, clock.occurrence)
            changed.append(dict(zip(_NAMES, (*key, *now), strict=True)))
    # A correction took away the step that had started these.
    left = [row for row in rows.values() if row.status != DeadlineStatus.CLOSED]
    changed += [row._asdict() | {"status": DeadlineStatus.CLOSED, "next_rung_on": None} for row in left]
    if changed:
        connection.execute(_upsert(connection.dialect.name), changed)


_NAMES = tuple(column.name for column in _COLUMNS)


@cache
def _upsert(dialect: str) -> Any:  # noqa: ANN401 - of that dialect
    insert = insert_into(_DEADLINES, dialect)
    return insert.on_conflict_do_update(index_elements=list(_KEY), set_={name: insert.excluded[name] for name in _TOLD})


def first_rung_on(clock: Clock, calendar: Calendar) -> date | None:
    """Give the first day on which there is something to tell of a clock; None unless it runs."""
    if clock.status is not DeadlineStatus.RUNNING:
        return None
    return next_rung_on(clock.rule, clock.due_on, calendar)


def look_again(session: Session, person: User) -> None:
    """Let the next run of the reminders look at the clocks of which somebody else may be to be told.

    To be called, before the caller commits, when an account is opened, closed or opened again and when a role changes:
    the stand-ins are told what a person who left was told, a new manager what is late.
    """
    concerned: list[ColumnElement[bool]] = [_is_of_text(col(LegalText.responsible_id) == person.id)]
    if person.active and person.role in MANAGERS:
        # An escalation comes after the due date: where one was told, none but later rungs are left.
        concerned.append(or_(col(Deadline.next_rung_on).is_(None), col(Deadline.next_rung_on) > col(Deadline.due_on)))
    if person.active and person.role in STAND_INS:
        at_work = select(col(User.id)).where(col(User.active))
        unattended = or_(col(LegalText.responsible_id).is_(None), col(LegalText.responsible_id).not_in(at_work))
        concerned.append(_is_of_text(unattended))
    _look_again_at(session, or_(*concerned))


def look_again_at_texts_of(session: Session, person: User) -> None:
    """Let the next run of the reminders look at the clocks of this person's texts: who stands in may be to be told.

    To be called, before the caller commits, when an absence is written, changed or taken back.
    """
    _look_again_at(session, _is_of_text(col(LegalText.responsible_id) == person.id))


def _look_again_at(session: Session, concerned: ColumnElement[bool]) -> None:
    runs = (col(Deadline.status) == DeadlineStatus.RUNNING, col(Deadline.due_on).is_not(None))
    session.flush()
    session.exec(update(_DEADLINES).where(*runs, concerned).values(next_rung_on=AT_ONCE))


def _is_of_text(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return col(Deadline.text_id).in_(select(col(LegalText.id)).where(condition))
