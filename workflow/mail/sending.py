"""Sends the messages that wait, and says of each what became of it.

A message is claimed for a quarter of an hour by one UPDATE, and the claim is durable before the server hears of it. So
two senders never take the same message, and one that a crash left half-way is taken again when its claim lapses. Only a
crash between the server's acceptance and our mark can then send twice. The choice is at least once, for a missed legal
deadline costs more than a second mail; both copies carry the same Message-ID, by which mailboxes can tell.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, delete, update
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from models import Message, MessageStatus, Reminder, User
from workflow.calendar.time_zone import start_of
from workflow.mail.batch import MESSAGES, Batch, is_due, mark, put_off
from workflow.mail.transports import Transport, Unreachable

_LOG = logging.getLogger(__name__)

# Twenty messages of four exchanges of ten seconds each: even the slowest batch ends before its first claim lapses.
BATCH = 20


@dataclass(frozen=True)
class Summary:
    """What became of a batch; `left` when it was a full one, and more may wait."""

    sent: int = 0
    waiting: int = 0
    failed: int = 0
    unreachable: str = ""
    left: bool = False

    def __add__(self, later: "Summary") -> "Summary":
        """Count this batch and a later one together."""
        return replace(
            later,
            sent=self.sent + later.sent,
            waiting=self.waiting + later.waiting,
            failed=self.failed + later.failed,
        )


def send_waiting(
    session: Session, transport: Transport, *, sender: str, at: datetime, commit: Callable[[], None]
) -> Summary:
    """Send one batch of the messages whose time has come, over one connection.

    `commit` makes each claim and each outcome durable before the next thing happens. When the server cannot be reached,
    takes no mail from this sender, or refuses several people and takes nothing, everything waits and no attempt counts.
    """
    query = select(Message.id).where(is_due(at)).order_by(col(Message.next_try_at), col(Message.id)).limit(BATCH)
    ids = session.exec(query).all()
    commit()
    batch = Batch(session, sender=sender, at=at, keep=commit)
    unreachable = ""
    try:
        if ids:
            with transport.open() as send:
                for identity in ids:
                    batch.send_one(send, identity)
    except Unreachable as error:
        unreachable = str(error)
    unreachable = batch.settle() or unreachable
    if unreachable:
        _LOG.warning("mail waits: %s", unreachable)
        put_off(session, unreachable, at=at)
        commit()
    return Summary(
        sent=batch.became[MessageStatus.SENT],
        waiting=batch.became[MessageStatus.WAITING],
        failed=batch.became[MessageStatus.FAILED],
        unreachable=unreachable,
        left=len(ids) == BATCH and not unreachable,
    )


def retry(session: Session, message: Message, *, at: datetime) -> bool:
    """Put a message back in line, to the address its person has now; False when it has left or is leaving."""
    stopped = MESSAGES.c.status.in_([MessageStatus.WAITING, MessageStatus.FAILED])
    count = mark(session, and_(MESSAGES.c.id == message.id, stopped), _again(at))
    session.refresh(message)
    return bool(count)


def retry_all(session: Session, *, at: datetime, most: int) -> int:
    """Put the mails that were given up, the oldest first and `most` at most, back in line; the caller commits.

    Each goes to the address that its person has now. Give how many were put back.
    """
    failed = MESSAGES.c.status == MessageStatus.FAILED
    found = select(Message.id).where(col(Message.status) == MessageStatus.FAILED)
    ids = session.exec(found.order_by(col(Message.created_at)).limit(most)).all()
    return mark(session, and_(MESSAGES.c.id.in_(ids), failed), _again(at))


def _again(at: datetime) -> dict[str, Any]:
    address = select(User.email).where(col(User.id) == MESSAGES.c.person_id).scalar_subquery()
    return {"status": MessageStatus.WAITING, "attempts": 0, "error": "", "next_try_at": at, "address": address}


def withdraw(session: Session, *, on: date, also_failed: bool = False) -> set[UUID]:
    """Take back the daily mails written before `on` that never left, and give the people they were for.

    Their words were those of their day ("demain"). What they told is told anew, if it still holds. `also_failed` takes
    back those that were given up too, which the mail of the next day tries anew.
    """
    unsent = [MessageStatus.WAITING, *([MessageStatus.FAILED] if also_failed else [])]
    query = select(Message).where(
        col(Message.status).in_(unsent),
        col(Message.key).startswith("digest:"),
        Message.created_at < start_of(on),
    )
    return _delete(session, query)


def take_back(session: Session, messages: ColumnElement[bool]) -> None:
    """Take back those of these mails that have not left; what else they told, if it still holds, is told anew."""
    unsent = col(Message.status).in_([MessageStatus.WAITING, MessageStatus.FAILED])
    _delete(session, select(Message).where(messages, unsent))


def _delete(session: Session, query: SelectOfScalar[Message]) -> set[UUID]:
    """Delete messages but those that another sender holds, and give the people they were for."""
    found = session.exec(query.with_for_update(skip_locked=True)).all()
    ids = [message.id for message in found]
    session.exec(update(Reminder).where(col(Reminder.message_id).in_(ids)).values(message_id=None))
    session.exec(delete(Message).where(col(Message.id).in_(ids)))
    return {message.person_id for message in found}
