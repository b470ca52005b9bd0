"""A mail about one text that leaves at once, beside the daily ones: made of its two templates."""

from datetime import datetime

from models import Message, User
from workflow.mail.digest import TEMPLATES

_SUBJECT = 300


def notice(kind: str, told: object, person: User, *, key: str, subject: str, at: datetime) -> Message:
    """Give the message that tells `told` to a person by the templates of this kind; nothing is written here."""
    plain, html = (TEMPLATES.get_template(f"{kind}.{form}.j2").render(told=told) for form in ("txt", "html"))
    return Message(
        key=f"{kind}:{key}:{person.id}", person_id=person.id, address=person.email, subject=subject[:_SUBJECT],
        plain=plain, html=html, created_at=at, next_try_at=at,
    )  # fmt: skip
