"""The limit that presses most on each text of a list: its name, its day, and what that day binds to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session, col

from models import Deadline, DeadlineStatus, LegalText
from workflow.calendar.lateness import Force
from workflow.deadlines.pressing import Place, place_of
from workflow.procedure.deadline_rule import DeadlineRule
from workflow.rulebook.files import procedures


@dataclass(frozen=True)
class NextLimit:
    """One limit that runs on a text, of any nature; `subject` is of whom something is expected, where several run."""

    rule: DeadlineRule
    subject: str
    due_on: date
    is_estimated: bool

    @property
    def label_fr(self) -> str:
        """What is expected, and of whom where several run side by side."""
        return self.rule.label_of(self.subject)

    @property
    def force(self) -> Force:
        """What its day binds to."""
        return self.rule.force

    def days_left(self, on: date) -> int:
        """Count the days from `on` to its day, negative once it has passed."""
        return (self.due_on - on).days


def next_limits(session: Session, texts: Sequence[LegalText], *, on: date) -> dict[UUID, NextLimit]:
    """Give the limit to name of each of these texts; none for one on which no limit with a known day runs. One query.

    Of several, the one that presses first by `on`.
    """
    kinds = {text.id: (text.procedure, text.procedure_version) for text in texts if text.next_due_on}
    told = (col(Deadline.text_id), col(Deadline.rule), col(Deadline.subject), col(Deadline.due_on))
    query = select(*told, col(Deadline.is_estimated)).where(
        col(Deadline.text_id).in_(kinds),
        col(Deadline.status) == DeadlineStatus.RUNNING,
        col(Deadline.due_on).is_not(None),
    )
    found: dict[UUID, tuple[Place, NextLimit]] = {}
    for text_id, code, subject, due_on, is_estimated in session.execute(
        query.order_by(col(Deadline.due_on), col(Deadline.id))
    ):
        kind, version = kinds[text_id]
        # What the files no longer have, `flask check` says.
        rule = procedures()[kind].at(version).deadlines.get(code) if kind in procedures() else None
        if rule is None or rule.term != "limit" or due_on is None:
            continue
        place = place_of(rule, due_on, on=on)
        if text_id not in found or place < found[text_id][0]:
            found[text_id] = place, NextLimit(rule, subject, due_on, is_estimated)
    return {text_id: limit for text_id, (_place, limit) in found.items()}
