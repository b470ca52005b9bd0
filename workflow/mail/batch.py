"""One batch of messages on its way: each is claimed and tried, and what the server refused is judged at the end.

A refusal is the person's when it speaks of their address, and the server's when it speaks of the connection or of the
sender, or when a whole batch meets nothing else: then everything waits, and nothing is given up. Of one person alone
nobody can tell: what they are refused waits too, unless the server has taken something since it was written.
"""

import logging
from collections import Counter
from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass, field
from datetime import datetime, timedelta
from email.message import EmailMessage
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Table, and_, text, update
from sqlmodel import Session, SQLModel, col, select

from models import Message, MessageStatus
from workflow.mail.envelope import build
from workflow.mail.outbox import UNSENT
from workflow.mail.transports import Refusing, Rejected, Send, Unreachable, Unsendable

_LOG = logging.getLogger(__name__)
MESSAGES: Table = SQLModel.metadata.tables["message"]

CLAIM = timedelta(minutes=15)
_WAITS = (timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=12))
# So long a message does not count as refused while the server takes nothing from anybody.
_EXCUSED = timedelta(days=1)
_ERROR = 500


@dataclass
class Batch:
    """One batch on its way: what became of each message, and what the server refused, to be judged at its end."""

    session: Session
    _: KW_ONLY
    sender: str
    at: datetime
    keep: Callable[[], None]
    became: Counter[str] = field(default_factory=Counter)
    refused: list[tuple[Message, Rejected]] = field(default_factory=list)

    def send_one(self, send: Send, identity: UUID) -> None:
        """Claim and send one message, unless another sender has it; raise Unreachable when no other can leave."""
        message = self._claim(identity)
        if message is None:
            return
        try:
            mail = _composed(message, self.sender)
            self.keep()
            send(mail)
        except Unsendable as error:
            self._note(message, _refused(error, message.attempts, self.at))
        except Rejected as error:
            self.refused.append((message, error))
            # It waits should this process end here; what is told and counted of it is what it is judged to be.
            self._keep(message, _later(str(error), self.at + _WAITS[0]))
        except Unreachable as error:
            outcome = _excused if isinstance(error, Refusing) else _refused
            self._note(message, outcome(error, message.attempts, self.at))
            raise
        else:
            self._note(message, {"status": MessageStatus.SENT, "error": "", "sent_at": self.at})

    def settle(self) -> str:
        """Judge what was refused: a batch of refusals alone is the server's state, which is given in words."""
        people = {message.person_id for message, _error in self.refused}
        is_of_server = len(people) > 1 and not self.became[MessageStatus.SENT]
        for message, error in self.refused:
            is_recent = self.at - message.created_at < _EXCUSED
            if is_recent and (is_of_server or not self._has_taken_since(message.created_at)):
                self._note(message, _excused(error, message.attempts, self.at))
            else:
                self._note(message, _refused(error, message.attempts, self.at))
        if not is_of_server:
            return ""
        return f"Le serveur de messagerie n’a pris aucun courriel, de {len(people)} essayés. {self.refused[-1][1]}"

    def _has_taken_since(self, moment: datetime) -> bool:
        """Whether the server has taken a mail since then; of those written long before, none is looked for."""
        query = select(Message.id).where(col(Message.created_at) > moment - _EXCUSED, col(Message.sent_at) >= moment)
        return self.session.exec(query.limit(1)).first() is not None

    def _claim(self, identity: UUID) -> Message | None:
        mine = and_(MESSAGES.c.id == identity, is_due(self.at))
        claim = {
            "status": MessageStatus.SENDING, "attempts": MESSAGES.c.attempts + 1, "next_try_at": self.at + CLAIM,
        }  # fmt: skip
        if not mark(self.session, mine, claim):
            self.keep()
            return None
        # A copy: it stays as it was claimed, whatever is written of it.
        return Message(**self.session.get_one(Message, identity, populate_existing=True).model_dump())

    def _keep(self, message: Message, outcome: dict[str, Any]) -> None:
        mark(self.session, MESSAGES.c.id == message.id, outcome)
        self.keep()

    def _note(self, message: Message, outcome: dict[str, Any]) -> None:
        self._keep(message, outcome)
        self.became[outcome["status"]] += 1
        told = {"person_id": message.person_id}
        _LOG.info("message %s: %s at attempt %d", message.id, outcome["status"], message.attempts, extra=told)


def is_due(at: datetime) -> ColumnElement[bool]:
    """Select what may be tried at this moment."""
    # A claim is a row that is being sent, with the moment when it lapses as the moment of its next try.
    return and_(text(UNSENT), MESSAGES.c.next_try_at <= at)


def mark(session: Session, rows: ColumnElement[bool], values: dict[str, Any]) -> int:
    """Write the same values on all these messages, and give how many there were."""
    return session.exec(update(MESSAGES).where(rows).values(values)).rowcount


def put_off(session: Session, error: str, *, at: datetime) -> None:
    """Let everything that may be tried at this moment wait for the server; no attempt is counted."""
    mark(session, is_due(at), _later(error, at + _WAITS[0]))


def _composed(message: Message, sender: str) -> EmailMessage:
    if message.attempts > len(_WAITS) + 1:
        raise Unsendable("L’envoi a été interrompu à chaque essai.", permanent=True)
    return build(message, sender)


def _refused(error: Rejected | Unreachable, attempts: int, at: datetime) -> dict[str, Any]:
    if isinstance(error, Rejected) and error.permanent:
        return {"status": MessageStatus.FAILED, "error": str(error)[:_ERROR]}
    if attempts > len(_WAITS):
        return {"status": MessageStatus.FAILED, "error": f"Abandonné après {attempts} essais. {error}"[:_ERROR]}
    return _later(str(error), at + _WAITS[attempts - 1])


def _excused(error: Rejected | Unreachable, attempts: int, at: datetime) -> dict[str, Any]:
    return _later(str(error), at + _WAITS[0]) | {"attempts": attempts - 1}


def _later(error: str, next_try_at: datetime) -> dict[str, Any]:
    return {"status": MessageStatus.WAITING, "error": error[:_ERROR], "next_try_at": next_try_at}
