"""The rows that keep the clocks of texts, for lists and reminders."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, Table, or_, update
from sqlalchemy import select as select_columns
from sqlmodel import Session, SQLModel, col, select

from models import Deadline, DeadlineStatus, LegalText, User
from workflow.calendar.working_days import Calendar
from workflow.deadlines.clocks import Clock
from workflow.deadlines.ladder import next_rung_on
from workflow.people.permissions import MANAGERS, STAND_INS

# Kept as the day of the next rung, it makes the next run of the reminders look at a clock, whatever the day.
AT_ONCE = date.min
_DEADLINES: Table = SQLModel.metadata.tables["deadline"]


def deadlines_of(session: Session, text_ids: Sequence[UUID]) -> dict[UUID, list[Deadline]]:
    """Read the deadlines kept for these texts, in one query."""
    found: dict[UUID, list[Deadline]] = defaultdict(list)
    for row in session.exec(select(Deadline).where(col(Deadline.text_id).in_(text_ids))):
        found[row.text_id].append(row)
    return found


def keep(
    session: Session,
    text: LegalText,
    run: Iterable[Clock],
    kept: Iterable[Deadline] | None = None,
    *,
    calendar: Calendar,
) -> None:
    """Write the clocks of `text` as rows, over those `kept` so far; and its nearest due date. The caller commits.

    The day of the next rung starts again from the first: the next run of the reminders looks at what was not told yet,
    to whoever answers for the text now.
    """
    if kept is None:
        kept = session.exec(select(Deadline).where(Deadline.text_id == text.id))
    rows = {(row.rule, row.occurrence): row for row in kept}
    dues = []
    for clock in run:
        row = rows.pop((clock.rule.code, clock.occurrence), None)
        if row is None:
            row = Deadline(
                text_id=text.id, rule=clock.rule.code, occurrence=clock.occurrence, status=DeadlineStatus.RUNNING
            )
        row.status, row.started_on, row.subject = clock.status, clock.started_on, clock.subject
        row.due_on, row.closed_on = clock.due_on, clock.closed_on
        row.next_rung_on = first_rung_on(clock, calendar)
        session.add(row)
        if clock.status is DeadlineStatus.RUNNING and clock.due_on and clock.rule.term == "limit":
            dues.append(clock.due_on)
    for row in rows.values():  # a correction took away the step that had started them
        row.status, row.next_rung_on = DeadlineStatus.CLOSED, None
        session.add(row)
    text.next_due_on = min(dues, default=None)


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
        at_work = select_columns(col(User.id)).where(col(User.active))
        unattended = or_(col(LegalText.responsible_id).is_(None), col(LegalText.responsible_id).not_in(at_work))
        concerned.append(_is_of_text(unattended))
    runs = (col(Deadline.status) == DeadlineStatus.RUNNING, col(Deadline.due_on).is_not(None))
    session.flush()
    session.exec(update(_DEADLINES).where(*runs, or_(*concerned)).values(next_rung_on=AT_ONCE))


def _is_of_text(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return col(Deadline.text_id).in_(select_columns(col(LegalText.id)).where(condition))
