"""Changes what is known of a text besides its way."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from models import LegalText, PartialDate, User
from workflow.calendar.time_zone import legal_day
from workflow.calendar.working_days import Calendar
from workflow.errors import NotAllowed, Stale
from workflow.history.facts import Facts
from workflow.history.fold import EDIT, fold
from workflow.history.particulars import Owner, Particulars, legible_titles, normal_number
from workflow.history.steps import Recorded
from workflow.people.permissions import Right, may
from workflow.register.recording import lock, new_step, owner_told, record
from workflow.rulebook.files import procedure_of
from workflow.standing.standing import standing


def edit_text(
    session: Session, text: LegalText, new: Particulars, *, by: User, seen: str, at: datetime, calendar: Calendar
) -> Recorded | None:
    """Change a text's particulars, whatever its state; new titles or number are a step: past tables keep the old.

    Gives the step, None where nothing that a step tells was changed. `seen` is the seal of the particulars on the page
    where they were changed. Raises Stale, NotAllowed and Refused.
    """
    if not may(by, Right.WRITE_TEXTS):
        raise NotAllowed(EDIT)
    if seen != Particulars.of(text).seal:
        raise Stale(text.id)
    steps = lock(session, text, text.last_step)
    before = {"title_fr": text.title_fr, "title_ar": text.title_ar, "number": text.number or ""}
    number = normal_number(new.number) if new.number else ""
    title_fr, title_ar = legible_titles(new.title_fr, new.title_ar)
    after = {"title_fr": title_fr, "title_ar": title_ar, "number": number}
    after |= _owner(session, text, new.responsible_id)
    text.financial_impact, text.social_matter = new.financial_impact, new.social_matter
    text.priority = new.priority
    session.add(text)
    # What was emptied is told as empty.
    changed = {name: words for name, words in after.items() if words != before.get(name)}
    return _tell(session, text, steps, changed, by=by, at=at, calendar=calendar)


def assign_text(
    session: Session, text: LegalText, owner: Owner, *, by: User, seen: Owner, at: datetime, calendar: Calendar
) -> Recorded | None:
    """Say who answers for a text from now on; a step keeps it. `seen` is who answered for it on the page.

    Gives the step, None where the same person answers for it already. The caller commits. Raises Stale and NotAllowed.
    """
    if not may(by, Right.ASSIGN_TEXTS):
        raise NotAllowed("assign")
    steps = lock(session, text, text.last_step)
    ministry = fold(procedure_of(text), steps).told("ministry") or ""
    if seen != Owner(text.responsible_id, ministry):
        raise Stale(text.id)
    changed = _owner(session, text, owner.responsible_id)
    if owner.ministry != ministry:
        changed["ministry"] = owner.ministry
    return _tell(session, text, steps, changed, by=by, at=at, calendar=calendar)


def entrust(
    session: Session, text: LegalText, responsible_id: UUID, *, by: User, at: datetime, calendar: Calendar
) -> Recorded | None:
    """Give a text to a person among others at once, whoever had it before; the ministry it is of stays as it is.

    Gives the step, None where that person answers for it already. The caller commits, and holds the text so that nobody
    moves it meanwhile. Raises Stale, NotAllowed, and Refused for a file that was reunited with another one.
    """
    if not may(by, Right.ASSIGN_TEXTS):
        raise NotAllowed("assign")
    steps = lock(session, text, text.last_step)
    return _tell(session, text, steps, _owner(session, text, responsible_id), by=by, at=at, calendar=calendar)


def last_at_work(steps: Sequence[Recorded], people: Sequence[User]) -> User | None:
    """Give the one of these people who recorded the last step of a text, to be proposed for it."""
    known = {person.id: person for person in people}
    return next((known[step.by_id] for step in reversed(steps) if step.by_id in known), None)


def _owner(session: Session, text: LegalText, responsible_id: UUID | None) -> Facts:
    return {} if responsible_id == text.responsible_id else owner_told(session, responsible_id)


def _tell(
    session: Session,
    text: LegalText,
    steps: Sequence[Recorded],
    changed: Facts,
    *,
    by: User,
    at: datetime,
    calendar: Calendar,
) -> Recorded | None:
    if not changed:
        return None
    day = legal_day(at)
    step = new_step(text, len(steps) + 1, EDIT, on=PartialDate.of(day), facts=changed, by=by, at=at)
    record(session, [step], standing(text, [*steps, step], on=day, calendar=calendar))
    return step
