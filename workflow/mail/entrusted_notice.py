"""The mail that tells a person of texts that somebody else has just given them: one, however many they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from models import LegalText, Message, User
from workflow.history.steps import Recorded
from workflow.mail.named_text import address_of, title_of
from workflow.mail.notice import notice

# A longer mail would be cut by who reads it: the others are in the list.
_NAMED = 50


@dataclass(frozen=True)
class Entrusted:
    """What the mail says of one text."""

    title: str
    sentence: str
    address: str


@dataclass(frozen=True)
class Told:
    """What the mail says: of the first texts, and how many others there are, to be found at `list_address`."""

    by: str
    count: int
    texts: Sequence[Entrusted]
    list_address: str

    @property
    def more(self) -> int:
        """How many texts the mail does not name."""
        return self.count - len(self.texts)

    @property
    def subject(self) -> str:
        """Name the text, or count the texts."""
        return f"Texte confié – {self.texts[0].title}" if self.count == 1 else f"{self.count} textes confiés"


def tell_entrusted(
    session: Session, text: LegalText, step: Recorded | None, *, by: User, at: datetime, base_url: str
) -> Message | None:
    """Write to whoever `step` makes responsible for the text, at once; the caller commits.

    Nothing is written where the step names nobody or is not there, where `by` took the text for themselves, or where
    the account is closed. The key of the message is that of the step: one step tells once.
    """
    told = step.facts.get("responsible_id") if step else None
    person = session.get(User, UUID(told)) if told else None
    if step is None or person is None:
        return None
    return tell_all_entrusted(session, [(text, step)], person, by=by, at=at, base_url=base_url)


def tell_all_entrusted(
    session: Session,
    given: Sequence[tuple[LegalText, Recorded]],
    person: User,
    *,
    by: User,
    at: datetime,
    base_url: str,
) -> Message | None:
    """Write one mail to the person whom these steps make responsible for these texts; the caller commits.

    Nothing is written of no text, nor to `by`, nor to a closed account. The key of the message is that of the first
    step.
    """
    if not given or person.id == by.id or not person.active:
        return None
    words = _told([text for text, _step in given], by, base_url)
    message = notice("entrusted", words, person, key=str(given[0][1].id), subject=words.subject, at=at)
    session.add(message)
    return message


def _told(texts: Sequence[LegalText], by: User, base_url: str) -> Told:
    named = [Entrusted(title_of(text), text.sentence_fr, address_of(text, base_url)) for text in texts[:_NAMED]]
    return Told(by.name, len(texts), named, f"{base_url.rstrip('/')}/texts?responsible=me")
