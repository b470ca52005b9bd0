"""What is done without anybody asking: reminders written, mails sent, papers made, days sealed, times reckoned."""

import logging
from collections.abc import Callable
from datetime import date, datetime, timedelta

from sqlalchemy import Engine
from sqlmodel import Session

from models import reading
from web.config import Settings
from web.papers.production import make_waiting
from web.serving.last_runs import note_reminders
from workflow.calendar.decided_days import read_calendar
from workflow.calendar.time_zone import legal_day
from workflow.deadlines.ladder import is_telling_day
from workflow.importing.demonstration import close_accounts
from workflow.mail.reminders import Summary as Written
from workflow.mail.reminders import renew_messages, write_reminders
from workflow.mail.sending import Summary as Sent
from workflow.mail.sending import send_waiting
from workflow.overview.usual_times import reckon, reckoned_on
from workflow.register.day_seals import seal_days

# Whoever asked for a paper makes it at once: before this, it is not left behind.
PATIENCE = timedelta(minutes=1)
# Made at one wake: a server that is stopped ends within seconds, and the next wake goes on with the rest.
MOST_PAPERS = 100

log = logging.getLogger(__name__)


def remind(engine: Engine, settings: Settings, *, at: datetime, on: date | None = None) -> Written | None:
    """Write the reminders of a day; None on a day when nobody works and nobody asked."""
    with Session(reading(engine)) as session:
        calendar = read_calendar(session)
    day = on or legal_day(at)
    if on is None and not is_telling_day(day, calendar):
        return None
    close_demonstration(engine, settings)
    with Session(engine, expire_on_commit=False) as session, Session(reading(engine)) as reader:
        written = write_reminders(
            session, on=day, at=at, calendar=calendar, base_url=settings.base_url, reader=reader, commit=session.commit
        )
    if day == legal_day(at):
        note_reminders(settings.var, at)
    log.info("reminder run", extra={"day": str(day), "reminders": written.reminders, "messages": written.messages})
    return written


def send(engine: Engine, settings: Settings, *, clock: Callable[[], datetime]) -> Sent:
    """Send what waits, batch after batch while there is more; give what became of all of them together.

    Each batch has its own moment.
    """
    close_demonstration(engine, settings)
    at = clock()
    with Session(engine, expire_on_commit=False) as session, Session(reading(engine)) as reader:
        renew_messages(
            session, on=legal_day(at), at=at, base_url=settings.base_url, reader=reader, commit=session.commit
        )
    sent = Sent(left=True)
    while sent.left:
        with Session(engine, expire_on_commit=False) as session:
            sent += send_waiting(
                session, settings.transport(), sender=settings.mail.sender, at=clock(), commit=session.commit
            )
    if sent.sent or sent.failed:
        log.info("%d messages sent, %d could not be", sent.sent, sent.failed)
    return sent


def close_demonstration(engine: Engine, settings: Settings) -> int:
    """Close the accounts of the demonstration where it is over; give how many were open."""
    if settings.demonstration:
        return 0
    with Session(engine) as session:
        closed = close_accounts(session)
        session.commit()
    if closed:
        log.info("%d accounts of the demonstration closed", closed)
    return closed


def make_papers(engine: Engine, settings: Settings, *, clock: Callable[[], datetime]) -> int:
    """Make papers still wanted, as many as one wake makes; give how many were tried."""
    return make_waiting(engine, settings, clock=clock, before=clock() - PATIENCE, most=MOST_PAPERS)


def seal(engine: Engine, *, at: datetime) -> int:
    """Seal the days that are over and are not sealed yet; give how many were."""
    with Session(engine) as session, Session(reading(engine)) as reader:
        sealed = seal_days(session, at=at, reader=reader)
        session.commit()
    if sealed:
        log.info("%d days sealed", sealed)
    return sealed


def reckon_times(engine: Engine, *, on: date, again: bool = True) -> int | None:
    """Reckon how long texts usually stay where they are, `on` being today; give how many medians are kept.

    None where that was done that day already, unless it is to be done `again`.
    """
    with Session(engine) as session, Session(reading(engine)) as reader:
        if not again and reckoned_on(reader) == on:
            return None
        kept = reckon(session, on=on, reader=reader)
        session.commit()
    log.info("usual times reckoned", extra={"day": str(on), "medians": kept})
    return kept
