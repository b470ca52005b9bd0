"""Writes down whom each deadline is told to, and the one mail a day that tells it.

A day may tell of a hundred thousand deadlines: clocks are locked a batch at a time, while their rungs are written, and
mails are put in words without holding any lock.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Insert, Table, bindparam, update
from sqlmodel import Session, SQLModel

from models import Message, insert_into
from workflow.calendar.working_days import Calendar
from workflow.mail.daily_mail import DailyMail, Telling, daily_mails
from workflow.mail.due_rungs import Due, due_rungs
from workflow.mail.sending import withdraw
from workflow.mail.told_clock import told_clocks

_DEADLINES: Table = SQLModel.metadata.tables["deadline"]
_REMINDERS: Table = SQLModel.metadata.tables["reminder"]
_MESSAGES: Table = SQLModel.metadata.tables["message"]


@dataclass(frozen=True)
class Summary:
    """What a run wrote, and what it had to leave."""

    reminders: int
    messages: int
    untold: int
    skipped: int


def planned_messages(session: Session, *, on: date, at: datetime, calendar: Calendar, base_url: str) -> list[Message]:
    """Give the messages that `write_reminders` would write, without writing anything."""
    new: dict[UUID, list[Telling]] = defaultdict(list)
    for due in _batches(session, on=on, calendar=calendar, to_write=False):
        clocks = told_clocks(session, {each.deadline_id for each in due.rungs})
        for each in due.rungs:
            new[each.person.id].append(Telling(clocks[each.deadline_id], each.rung))
    return [mail.message for mail in daily_mails(session, on=on, at=at, base_url=base_url, besides=new)]


def write_reminders(
    session: Session,
    *,
    on: date,
    at: datetime,
    calendar: Calendar,
    base_url: str,
    reader: Session | None = None,
    commit: Callable[[], None] | None = None,
) -> Summary:
    """Write today's reminders, and one message per person with every reminder not yet in a message.

    A second run of the day writes nothing new; a reminder born after the person's message waits for the next day's, and
    one whose message was given up is in the next day's while it is true.
    `commit` makes each batch durable and frees its locks, and `reader` is then another session on the same database,
    in which mails are composed; without them the caller commits once.
    """
    keep = commit or session.flush
    reminders = untold = skipped = 0
    for due in _batches(session, on=on, calendar=calendar, to_write=True):
        reminders += _write_rungs(session, due, at)
        untold, skipped = untold + due.untold, skipped + due.skipped
        keep()
    withdraw(session, on=on, also_failed=True)
    keep()
    mails = daily_mails(reader or session, on=on, at=at, base_url=base_url)
    return Summary(reminders, _write_mails(session, mails, keep), untold, skipped)


def renew_messages(
    session: Session,
    *,
    on: date,
    at: datetime,
    base_url: str,
    reader: Session | None = None,
    commit: Callable[[], None] | None = None,
) -> int:
    """Write anew, with the words of `on`, the mails of earlier days that never left; give how many.

    `reader` and `commit` are those of `write_reminders`.
    """
    keep = commit or session.flush
    people = withdraw(session, on=on)
    keep()
    mails = daily_mails(reader or session, on=on, at=at, base_url=base_url, only=people) if people else ()
    return _write_mails(session, mails, keep)


def _batches(session: Session, *, on: date, calendar: Calendar, to_write: bool) -> Iterator[Due]:
    due = due_rungs(session, on=on, calendar=calendar, to_write=to_write)
    yield due
    while due.last:
        due = due_rungs(session, on=on, calendar=calendar, to_write=to_write, after=due.last)
        yield due


def _write_rungs(session: Session, due: Due, at: datetime) -> int:
    """Write the rungs of a batch, and let its clocks wait for their next one; give how many rungs are new."""
    rows = [
        {
            "id": uuid4(), "deadline_id": each.deadline_id, "due_on": each.due_on, "rung": each.rung,
            "person_id": each.person.id, "created_at": at,
        }
        for each in due.rungs
    ]  # fmt: skip
    if due.advanced:
        of_clock = update(_DEADLINES).where(_DEADLINES.c.id == bindparam("clock"))
        days = [{"clock": clock, "day": day} for clock, day in due.advanced.items()]
        session.exec(of_clock.values(next_rung_on=bindparam("day")), params=days)
    return len(_insert(session, _REMINDERS, rows))


def _write_mails(session: Session, mails: Iterable[DailyMail], keep: Callable[[], None]) -> int:
    written = 0
    for mail in mails:
        written += _write_mail(session, mail)
        keep()
    return written


def _write_mail(session: Session, mail: DailyMail) -> bool:
    """Write a mail, unless another run wrote the person's mail of that day meanwhile; say whether it is new."""
    if not _insert(session, _MESSAGES, [mail.message.model_dump()]):
        return False
    if mail.reminder_ids:
        of_reminder = update(_REMINDERS).where(_REMINDERS.c.id == bindparam("reminder"))
        told = [{"reminder": reminder_id} for reminder_id in mail.reminder_ids]
        session.exec(of_reminder.values(message_id=mail.message.id), params=told)
    return True


def _insert(session: Session, table: Table, rows: Sequence[dict[str, Any]]) -> set[Any]:
    """Insert the rows that are new by their unique key, and give their ids."""
    if not rows:
        return set()
    statement: Insert = insert_into(table, session.get_bind().dialect.name).on_conflict_do_nothing()
    return set(session.exec(statement.returning(table.c.id), params=rows).scalars())
