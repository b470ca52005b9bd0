"""The mail that tells colleagues that a note names them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from models import LegalText, User
from workflow.calendar.time_zone import legal_day
from workflow.history.steps import Recorded
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
    note = str(step.facts.get("note") or "")
    if "@" not in note:
        return
    told = Told(title_of(text), by.name, note, f"{address_of(text, base_url)}/steps/{step.number}")
    subject = f"{by.name} vous écrit – {told.title}"
    for person in named_by(note, Staff.at_work(session, on=legal_day(at)).people.values(), by=by):
        session.add(notice("mention", told, person, key=str(step.id), subject=subject, at=at))
