"""A running clock as the mails tell of it: plain columns, for a day may have a hundred thousand."""

from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, literal, select
from sqlmodel import Session, col

from models import Deadline, DeadlineStatus, LegalText
from workflow.procedure.model import Procedure
from workflow.rulebook.files import procedures


class ToldClock(NamedTuple):
    """What the words of a mail are made of, for one deadline of one text."""

    deadline_id: UUID
    rule: str
    subject: str
    due_on: date
    text_id: UUID
    kind: str
    version: str
    title_fr: str
    number: str | None
    state: str
    chamber: str | None
    responsible_id: UUID | None
    basis_fr: str
    is_estimated: bool

    @property
    def procedure(self) -> Procedure:
        """Give the procedure that the text follows; raise KeyError when there is none of its kind any more."""
        return procedures()[self.kind].at(self.version)


# In the order of the fields above.
COLUMNS: tuple[Any, ...] = (
    col(Deadline.id), col(Deadline.rule), col(Deadline.subject), col(Deadline.due_on), col(LegalText.id),
    col(LegalText.procedure), col(LegalText.procedure_version), col(LegalText.title_fr), col(LegalText.number),
    col(LegalText.state), col(LegalText.chamber), col(LegalText.responsible_id), col(Deadline.basis_fr),
    col(Deadline.is_estimated),
)  # fmt: skip


def is_running() -> ColumnElement[bool]:
    """Select the clocks that run, in the words of the partial index: only then does a planner see that it fits."""
    return col(Deadline.status) == literal(DeadlineStatus.RUNNING.value, literal_execute=True)


def told_clocks(session: Session, deadline_ids: Collection[UUID]) -> dict[UUID, ToldClock]:
    """Read these clocks, in one query."""
    query = select(*COLUMNS).join(LegalText, col(LegalText.id) == col(Deadline.text_id))
    rows = session.execute(query.where(col(Deadline.id).in_(deadline_ids)))
    return {row[0]: ToldClock(*row) for row in rows}
