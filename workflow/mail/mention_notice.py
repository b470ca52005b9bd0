"""The mail that tells colleagues that a note names them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from models import LegalText, Message, User
from workflow.calendar.time_zone import legal_day
from workflow.history.steps import Recorded, steps_of
from workflow.history.what_counts import AMEND
from workflow.mail.named_text import address_of, title_of
from workflow.mail.notice import notice
from workflow.people.mentions import mentions_in
from workflow.people.permissions import Right, may
from workflow.people.recipients import Staff


@dataclass(frozen=True)
class Told:
    """What the mail says."""

    title: str
    by: str
    note: str
    address: str


def named_by(note: str, people: Iterable[User], *, by: User) -> list[User]:
    """Give those to write to: each person whom the note names and nobody else it may mean, once, but not `by`.

    Only those who may read texts are written to.
    """
    meant = [one.people[0] for one in mentions_in(note, people) if len(one.people) == 1]
    once = {person.id: person for person in meant if person.id != by.id and may(person, Right.READ_TEXTS)}
    return list(once.values())


def tell_named(session: Session, text: LegalText, step: Recorded, *, by: User, at: datetime, base_url: str) -> None:
    """Write to those whom the note of `step` names, at once; the caller commits.

    The key of each message is that of the step and of the person: one step tells a person once.
    """
    told = Told(title_of(text), by.name, _note(step), f"{address_of(text, base_url)}/steps/{step.number}")
    _tell(session, told, step, (), by=by, at=at)


def tell_newly_named(
    session: Session, text: LegalText, correction: Recorded, *, by: User, at: datetime, base_url: str
) -> Collection[UUID]:
    """Write to those whom the note of a step names once it is amended, and did not name before; the caller commits.

    Give whom it wrote to.

    Whoever any of its earlier notes named was told then. A step struck out, or restored, names nobody anew.
    """
    if correction.move != AMEND or "@" not in _note(correction):
        return ()
    number = correction.strikes or 0
    steps = [each for each in steps_of(session, text.id) if each.number < correction.number]
    before = [_note(each) for each in steps if number in (each.number, each.strikes)]
    told = Told(title_of(text), by.name, _note(correction), f"{address_of(text, base_url)}/steps/{number}")
    return _tell(session, told, steps[number - 1], before, by=by, at=at)


def _tell(
    session: Session, told: Told, step: Recorded, before: Sequence[str], *, by: User, at: datetime
) -> Collection[UUID]:
    """Write of `step` to those whom its note names, save those whom one `before` named or a message has told."""
    if "@" not in told.note:
        return ()
    people = list(Staff.at_work(session, on=legal_day(at)).people.values())
    known = {one.people[0].id for note in before for one in mentions_in(note, people) if len(one.people) == 1}
    subject = f"{told.by} vous écrit – {told.title}"
    named = [person for person in named_by(told.note, people, by=by) if person.id not in known]
    notices = [notice("mention", told, person, key=str(step.id), subject=subject, at=at) for person in named]
    written = set(session.exec(select(Message.key).where(col(Message.key).in_([each.key for each in notices]))))
    new = [each for each in notices if each.key not in written]
    session.add_all(new)
    return {each.person_id for each in new if each.person_id}


def _note(step: Recorded) -> str:
    """Give the note that a step carries, or that a correction gives it."""
    return str(step.facts.get("amended", step.facts).get("note") or "")
