"""The two things done without anybody asking: write reminders, send what waits."""

import logging
from collections.abc import Callable
from datetime import date, datetime

from sqlalchemy import Engine
from sqlmodel import Session

from web.config import Settings
from web.request import read_calendar
from workflow.mailing import Summary as Sent
from workflow.mailing import send_waiting
from workflow.reminders import Summary as Written
from workflow.reminders import is_reminder_day, renew_messages, write_reminders
from workflow.time_zone import legal_day

log = logging.getLogger(__name__)


def remind(engine: Engine, settings: Settings, *, at: datetime, on: date | None = None) -> Written | None:
    """Write the reminders of a day; None on a day when nobody works and nobody asked."""
    with Session(engine, expire_on_commit=False) as session:
        calendar = read_calendar(session)
        day = on or legal_day(at)
        if on is None and not is_reminder_day(day, calendar):
            return None
        written = write_reminders(session, on=day, at=at, calendar=calendar, base_url=settings.base_url)
        session.commit()
    if written.messages:
        log.info("%d reminders in %d messages", written.reminders, written.messages)
    return written


def send(engine: Engine, settings: Settings, *, clock: Callable[[], datetime]) -> Sent:
    """Send what waits, batch after batch while there is more; each batch has its own moment."""
    with Session(engine, expire_on_commit=False) as session:
        at = clock()
        renew_messages(session, on=legal_day(at), at=at, base_url=settings.base_url)
        session.commit()
    while True:
        with Session(engine, expire_on_commit=False) as session:
            sent = send_waiting(
                session, settings.transport(), sender=settings.mail["sender"], at=clock(), commit=session.commit
            )
        if sent.sent or sent.failed:
            log.info("%d messages sent, %d could not be", sent.sent, sent.failed)
        if not sent.left:
            return sent
