"""Sends the messages that wait, and says of each what became of it.

A message is claimed for a quarter of an hour by one UPDATE, and the claim is durable before the server hears of it. So
two senders never take the same message, and one that a crash left half-way is taken again when its claim lapses. Only a
crash between the server's acceptance and our mark can then send twice. The choice is at least once, for a missed legal
deadline costs more than a second mail; both copies carry the same Message-ID, by which mailboxes can tell.
"""

import logging
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Table, and_, delete, text, update
from sqlmodel import Session, SQLModel, col, select

from models import Message, MessageStatus, Reminder, User
from workflow.calendar.time_zone import start_of
from workflow.mail.transports import Rejected, Send, Transport, Unreachable

_LOG = logging.getLogger(__name__)
_MESSAGES: Table = SQLModel.metadata.tables["message"]

# Twenty messages of four exchanges of ten seconds each: even the slowest batch ends before its first claim lapses.
BATCH = 20
CLAIM = timedelta(minutes=15)
_WAITS = (timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=12))
_ERROR = 500
_ATOM = r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+"
_ADDRESS = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@[a-z0-9-]+(?:\.[a-z0-9-]+)*", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True)
class Summary:
    """What became of a batch; `left` when it was a full one, and more may wait."""

    sent: int = 0
    waiting: int = 0
    failed: int = 0
    unreachable: str = ""
    left: bool = False


def build(message: Message, sender: str) -> EmailMessage:
    """Make the mail; raise Rejected for an address that no server could take, Unreachable for such a sender."""
    if not _ADDRESS.fullmatch(sender):
        raise Unreachable("L’adresse de l’expéditeur, dans les réglages, n’est pas une adresse de courriel.")
    if not _ADDRESS.fullmatch(message.address):
        raise Rejected("L’adresse du destinataire n’est pas une adresse de courriel.", permanent=True)
    domain = sender.rpartition("@")[2]
    mail = EmailMessage(policy=SMTP)
    mail["From"] = Address("Navette", addr_spec=sender)
    mail["To"] = Address(addr_spec=message.address)
    mail["Subject"] = " ".join(message.subject.split())
    mail["Date"] = format_datetime(message.created_at)
    mail["Message-ID"] = f"<{message.id}@{domain}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Auto-Response-Suppress"] = "All"
    mail["List-Id"] = f"Navette <rappels.{domain}>"
    mail.set_content(message.plain, cte="quoted-printable")
    mail.add_alternative(message.html, subtype="html", cte="quoted-printable")
    return mail


def send_waiting(
    session: Session, transport: Transport, *, sender: str, at: datetime, commit: Callable[[], None]
) -> Summary:
    """Send one batch of the messages whose time has come, over one connection.

    `commit` makes each claim and each outcome durable before the next thing happens. When the server cannot be reached
    everything waits, and no attempt is counted.
    """
    query = select(Message.id).where(_is_due(at)).order_by(col(Message.next_try_at), col(Message.id)).limit(BATCH)
    ids = session.exec(query).all()
    commit()
    became: Counter[str | None] = Counter()
    unreachable = ""
    try:
        if ids:
            with transport.open() as send:
                for identity in ids:
                    became[_send_one(session, send, identity, sender=sender, at=at, commit=commit)] += 1
    except Unreachable as error:
        unreachable = str(error)
        _LOG.warning("mail waits: %s", unreachable)
        _mark(session, _is_due(at), _later(unreachable, at + _WAITS[0]))
        commit()
    return Summary(
        sent=became[MessageStatus.SENT],
        waiting=became[MessageStatus.WAITING],
        failed=became[MessageStatus.FAILED],
        unreachable=unreachable,
        left=len(ids) == BATCH and not unreachable,
    )


def retry(session: Session, message: Message, *, at: datetime) -> bool:
    """Put a message back in line, to the address its person has now; False when it has left or is leaving."""
    address = select(User.email).where(col(User.id) == message.person_id).scalar_subquery()
    again = {"status": MessageStatus.WAITING, "attempts": 0, "error": "", "next_try_at": at, "address": address}
    stopped = _MESSAGES.c.status.in_([MessageStatus.WAITING, MessageStatus.FAILED])
    count = _mark(session, and_(_MESSAGES.c.id == message.id, stopped), again)
    session.refresh(message)
    return bool(count)


def withdraw(session: Session, *, on: date) -> set[UUID]:
    """Take back the daily mails written before `on` that never left, and give the people they were for.

    Their words were those of their day ("demain"). What they told is told anew, if it still holds.
    """
    query = select(Message).where(
        Message.status == MessageStatus.WAITING,
        col(Message.key).startswith("digest:"),
        Message.created_at < start_of(on),
    )
    stale = session.exec(query.with_for_update(skip_locked=True)).all()
    ids = [message.id for message in stale]
    session.exec(update(Reminder).where(col(Reminder.message_id).in_(ids)).values(message_id=None))
    session.exec(delete(Message).where(col(Message.id).in_(ids)))
    return {message.person_id for message in stale}


def _is_due(at: datetime) -> ColumnElement[bool]:
    # A claim is a row that is being sent, with the moment when it lapses as the moment of its next try.
    return and_(text("status IN ('waiting', 'sending')"), _MESSAGES.c.next_try_at <= at)


def _mark(session: Session, rows: ColumnElement[bool], values: dict[str, Any]) -> int:
    return session.exec(update(_MESSAGES).where(rows).values(values)).rowcount


def _send_one(
    session: Session, send: Send, identity: UUID, *, sender: str, at: datetime, commit: Callable[[], None]
) -> str | None:
    mine = _MESSAGES.c.id == identity
    claim = {"status": MessageStatus.SENDING, "attempts": _MESSAGES.c.attempts + 1, "next_try_at": at + CLAIM}
    if not _mark(session, and_(mine, _is_due(at)), claim):
        commit()
        return None
    message = session.get_one(Message, identity, populate_existing=True)
    attempts = message.attempts
    outcome: dict[str, Any] = {"status": MessageStatus.SENT, "error": "", "sent_at": at}
    unreachable: Unreachable | None = None
    try:
        mail = _composed(message, sender)
        commit()
        send(mail)
    except Rejected as error:
        outcome = _refused(error, attempts, at)
    except Unreachable as error:
        outcome, unreachable = _refused(error, attempts, at), error
    _mark(session, mine, outcome)
    commit()
    _LOG.info(
        "message %s: %s at attempt %d", identity, outcome["status"], attempts, extra={"person_id": message.person_id}
    )
    if unreachable:
        raise unreachable
    return str(outcome["status"])


def _composed(message: Message, sender: str) -> EmailMessage:
    if message.attempts > len(_WAITS) + 1:
        raise Rejected("L’envoi a été interrompu à chaque essai.", permanent=True)
    return build(message, sender)


def _refused(error: Rejected | Unreachable, attempts: int, at: datetime) -> dict[str, Any]:
    if isinstance(error, Rejected) and error.permanent:
        return {"status": MessageStatus.FAILED, "error": str(error)[:_ERROR]}
    if attempts > len(_WAITS):
        return {"status": MessageStatus.FAILED, "error": f"Abandonné après {attempts} essais. {error}"[:_ERROR]}
    return _later(str(error), at + _WAITS[attempts - 1])


def _later(error: str, next_try_at: datetime) -> dict[str, Any]:
    return {"status": MessageStatus.WAITING, "error": error[:_ERROR], "next_try_at": next_try_at}
