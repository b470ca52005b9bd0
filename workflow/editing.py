"""Changes what is known of a text besides its steps."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from models import LegalText, PartialDate, User
from workflow.calendar import Calendar
from workflow.errors import NotAllowed, Stale
from workflow.particulars import Particulars, index_text, normal_number
from workflow.permissions import Right, may
from workflow.progress import fire
from workflow.time_zone import legal_day


def edit_text(
    session: Session, text: LegalText, new: Particulars, *, by: User, seen: str, at: datetime, calendar: Calendar
) -> None:
    """Change a text's particulars; a change of title is a step, so that past tables keep the old one.

    `seen` is the seal of the particulars on the page where they were changed. Raises Stale, NotAllowed and Refused.
    """
    if not may(by, Right.WRITE_TEXTS):
        raise NotAllowed("retitle")
    if seen != Particulars.of(text).seal:
        raise Stale(text.id)
    titles = {"title_fr": new.title_fr, "title_ar": new.title_ar}
    changed = {name: title for name, title in titles.items() if title and title != getattr(text, name)}
    text.number = normal_number(new.number) if new.number else None
    text.responsible_id = new.responsible_id
    text.financial_impact, text.social_matter = new.financial_impact, new.social_matter
    index_text(text)
    session.add(text)
    if changed:
        day = PartialDate.of(legal_day(at))
        fire(session, text, "retitle", by=by, seen_step=text.last_step, on=day, at=at, facts=changed, calendar=calendar)


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
