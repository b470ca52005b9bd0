"""Changes what is known of a text besides its way."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from models import LegalText, PartialDate, Step, User
from workflow.calendar import Calendar
from workflow.errors import NotAllowed, Stale
from workflow.history import EDIT, advance, fold
from workflow.particulars import Particulars, normal_number
from workflow.permissions import Right, may
from workflow.procedure_files import procedure_of
from workflow.progress import lock, record
from workflow.time_zone import legal_day


def edit_text(
    session: Session, text: LegalText, new: Particulars, *, by: User, seen: str, at: datetime, calendar: Calendar
) -> None:
    """Change a text's particulars, whatever its state; new titles or number are a step: past tables keep the old.

    `seen` is the seal of the particulars on the page where they were changed. Raises Stale, NotAllowed and Refused.
    """
    if not may(by, Right.WRITE_TEXTS):
        raise NotAllowed(EDIT)
    if seen != Particulars.of(text).seal:
        raise Stale(text.id)
    steps = lock(session, text, text.last_step)
    procedure = procedure_of(text)
    before = {"title_fr": text.title_fr, "title_ar": text.title_ar, "number": text.number or ""}
    number = normal_number(new.number) if new.number else ""
    after = {"title_fr": new.title_fr, "title_ar": new.title_ar, "number": number}
    text.responsible_id = new.responsible_id
    text.financial_impact, text.social_matter = new.financial_impact, new.social_matter
    session.add(text)
    if after != before:
        # What was emptied is told as empty.
        changed = {name: words for name, words in after.items() if words != before[name]}
        step = Step(
            text_id=text.id, number=len(steps) + 1, move=EDIT, on=PartialDate.of(legal_day(at)), facts=changed,
            by_id=by.id, at=at,
        )  # fmt: skip
        record(session, text, step, advance(procedure, fold(procedure, steps), step), calendar=calendar)


def assign_text(session: Session, text: LegalText, responsible_id: UUID | None, *, by: User, seen: UUID | None) -> None:
    """Say who is responsible for a text, `seen` being who was on the page; the caller commits.

    Raises Stale and NotAllowed.
    """
    if not may(by, Right.ASSIGN_TEXTS):
        raise NotAllowed("assign")
    if seen != text.responsible_id:
        raise Stale(text.id)
    text.responsible_id = responsible_id
    session.add(text)
