"""The mail that tells a person of a text that somebody else has just given them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from models import LegalText, Message, User
from workflow.history.steps import Recorded
from workflow.mail.digest import TEMPLATES

_SUBJECT = 300


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
    title = " ".join(text.title_fr.split())
    words = Told(title, by.name, text.sentence_fr, f"{base_url.rstrip('/')}/texts/{text.id}")
    plain, html = (TEMPLATES.get_template(f"entrusted.{kind}.j2").render(told=words) for kind in ("txt", "html"))
    message = Message(
        key=f"entrusted:{step.id}:{person.id}", person_id=person.id, address=person.email,
        subject=f"Texte confié – {title}"[:_SUBJECT], plain=plain, html=html, created_at=at, next_try_at=at,
    )  # fmt: skip
    session.add(message)
    return message
