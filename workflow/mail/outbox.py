"""What has not left: mails that wait, since too long among them, and mails that were given up."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, func, select, text
from sqlmodel import Session, col

from models import Message

# Mails that have not left: one that is being sent may still come back.
UNSENT = "status IN ('waiting', 'sending')"
# A mail that waits longer than this is said to the heads and to whoever watches over the service.
PATIENCE = timedelta(hours=2)


@dataclass(frozen=True)
class Outbox:
    """How many mails wait, `late` of them for too long, and how many were given up."""

    waiting: int = 0
    late: int = 0
    failed: int = 0


_WAITS = text(UNSENT)
_COUNT = func.count(col(Message.created_at))
_IS_LATE = col(Message.created_at) <= bindparam("late")
# Written once, for the first page of every list asks it.
_COUNTS = select(
    select(_COUNT).where(_WAITS).scalar_subquery(),
    select(_COUNT).where(_WAITS, _IS_LATE).scalar_subquery(),
    select(_COUNT).where(text("status = 'failed'")).scalar_subquery(),
)


def outbox(session: Session, *, at: datetime) -> Outbox:
    """Count what has not left at this moment, along the indexes of what waits and of what was given up."""
    return Outbox(*session.execute(_COUNTS, {"late": at - PATIENCE}).one())
