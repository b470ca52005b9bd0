"""The rows that keep the clocks of texts, for lists and reminders."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from models import Deadline, DeadlineStatus, LegalText
from workflow.deadlines.clocks import Clock


def deadlines_of(session: Session, text_ids: Sequence[UUID]) -> dict[UUID, list[Deadline]]:
    """Read the deadlines kept for these texts, in one query."""
    found: dict[UUID, list[Deadline]] = defaultdict(list)
    for row in session.exec(select(Deadline).where(col(Deadline.text_id).in_(text_ids))):
        found[row.text_id].append(row)
    return found


def keep(session: Session, text: LegalText, run: Iterable[Clock], kept: Iterable[Deadline] | None = None) -> None:
    """Write the clocks of `text` as rows, over those `kept` so far; and its nearest due date. The caller commits."""
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
        session.add(row)
        if clock.status is DeadlineStatus.RUNNING and clock.due_on and clock.rule.term == "limit":
            dues.append(clock.due_on)
    for row in rows.values():  # a correction took away the step that had started them
        row.status = DeadlineStatus.CLOSED
        session.add(row)
    text.next_due_on = min(dues, default=None)
