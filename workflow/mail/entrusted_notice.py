"""The mail that tells a person of a text that somebody else has just given them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from models import LegalText, Message, User
from workflow.history.steps import Recorded
from workflow.mail.notice import address_of, notice, title_of


@dataclass(frozen=True)
class Told:
    """What the mail says."""

    title: str
    by: str
    sentence: str
    address: str


def tell_entrusted(
    session: Session, text: LegalText, step: Recorded | None, *, by: User, at: datetime, base_url: str
) -> Message | None:
    """Write to whoever `step` makes responsible for the text, at once; the caller commits.

    Nothing is written where the step names nobody or is not there, where `by` took the text for themselves, or where
    the account is closed. The key of the message is that of the step: one step tells once.
    """
    told = step.facts.get("responsible_id") if step else None
    person = session.get(User, UUID(told)) if told else None
    if step is None or person is None or person.id == by.id or not person.active:
        return None
    words = Told(title_of(text), by.name, text.sentence_fr, address_of(text, base_url))
    message = notice("entrusted", words, person, key=str(step.id), subject=f"Texte confié – {words.title}", at=at)
    session.add(message)
    return message
