"""Whom each open deadline is to be told to today, and the one mail a day that tells it."""

import logging
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Insert, Table, bindparam, literal, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel, col, select

from models import Deadline, DeadlineStatus, LegalText, Message, Reminder, User
from workflow.calendar.working_days import Calendar
from workflow.deadlines.ladder import passed
from workflow.mail.digest import Item, compose, describe
from workflow.mail.sending import withdraw
from workflow.people.permissions import MANAGERS
from workflow.people.recipients import Staff
from workflow.procedure.deadline_rule import DeadlineRule
from workflow.rulebook.files import procedure_of, procedures

_LOG = logging.getLogger(__name__)
_DAY = timedelta(days=1)
_INSERTS = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
_REMINDERS: Table = SQLModel.metadata.tables["reminder"]
_MESSAGES: Table = SQLModel.metadata.tables["message"]


@dataclass(frozen=True)
class DueRung:
    """One rung of one deadline that one person is to be told; `reminder_id` when it is written down already."""

    deadline: Deadline
    due_on: date
    text: LegalText
    rung: int
    person: User
    reminder_id: UUID | None = None


@dataclass(frozen=True)
class Due:
    """The rungs to tell, and how many had nobody to be told to or no rule to go by."""

    rungs: tuple[DueRung, ...]
    untold: int
    skipped: int


@dataclass(frozen=True)
class Summary:
    """What a run wrote, and what it had to leave."""

    reminders: int
    messages: int
    untold: int
    skipped: int


def due_rungs(session: Session, *, on: date, calendar: Calendar) -> Due:
    """Find the latest passed rung of each ladder of each running deadline, for everyone who was not told it yet."""
    # A reminder of a day off is told on the working day before.
    eve = calendar.next_working_day(on + _DAY) - _DAY
    near = [_running(), col(Deadline.due_on) <= eve + timedelta(days=_longest_ladder())]
    rows = session.exec(select(Deadline, LegalText).join(LegalText).where(*near).order_by(col(Deadline.due_on))).all()
    reminders = session.exec(select(Reminder).join(Deadline).where(*near))
    told = {(each.deadline_id, each.due_on, each.rung, each.person_id) for each in reminders}
    staff = Staff.at_work(session)
    rungs: list[DueRung] = []
    untold = skipped = 0
    for deadline, text in rows:
        rule = _rule(deadline, text)
        if rule is None or deadline.due_on is None:
            skipped += 1
            continue
        for rung in passed(rule, deadline.due_on, calendar, on=on):
            people = staff.responsible(text) if rung.is_reminder else staff.with_role(MANAGERS)
            untold += _is_untold(deadline, people)
            rungs += [
                DueRung(deadline, deadline.due_on, text, rung.days, person)
                for person in people
                if (deadline.id, deadline.due_on, rung.days, person.id) not in told
            ]
    return Due(tuple(rungs), untold, skipped)


def planned_messages(session: Session, *, on: date, at: datetime, calendar: Calendar, base_url: str) -> list[Message]:
    """Give the messages that `write_reminders` would write, without writing anything."""
    due = due_rungs(session, on=on, calendar=calendar)
    rungs = [*_pending(session), *due.rungs]
    return [message for message, _rungs in _digests(session, rungs, on=on, at=at, base_url=base_url)]


def write_reminders(session: Session, *, on: date, at: datetime, calendar: Calendar, base_url: str) -> Summary:
    """Write today's reminders, and one message per person with every reminder not yet in a message.

    A second run of the day writes nothing new; a reminder born after the person's message waits for the next day's.
    The caller commits.
    """
    due = due_rungs(session, on=on, calendar=calendar)
    rows = [
        Reminder(
            deadline_id=each.deadline.id, due_on=each.due_on, rung=each.rung, person_id=each.person.id, created_at=at
        )
        for each in due.rungs
    ]
    reminders = _insert(session, _REMINDERS, rows)
    withdraw(session, on=on)
    messages = _write(session, _pending(session), on=on, at=at, base_url=base_url)
    return Summary(len(reminders), messages, due.untold, due.skipped)


def renew_messages(session: Session, *, on: date, at: datetime, base_url: str) -> int:
    """Write anew, with the words of `on`, the mails of earlier days that never left; the caller commits."""
    people = withdraw(session, on=on)
    rungs = [rung for rung in _pending(session) if rung.person.id in people]
    return _write(session, rungs, on=on, at=at, base_url=base_url) if rungs else 0


def _write(session: Session, rungs: Sequence[DueRung], *, on: date, at: datetime, base_url: str) -> int:
    digests = _digests(session, rungs, on=on, at=at, base_url=base_url)
    messages = _insert(session, _MESSAGES, [message for message, _rungs in digests])
    _attach(session, [(message, rungs) for message, rungs in digests if message.id in messages])
    return len(messages)


def _running() -> ColumnElement[bool]:
    # Written out rather than bound: only then does a planner see that the partial index holds these rows.
    return col(Deadline.status) == literal(DeadlineStatus.RUNNING.value, literal_execute=True)


def _longest_ladder() -> int:
    versions = (version for procedure in procedures().values() for version in procedure.siblings.values())
    rules = (rule for version in versions for rule in version.deadlines.values())
    return max((-rung for rule in rules for rung in rule.remind), default=0)


def _rule(deadline: Deadline, text: LegalText) -> DeadlineRule | None:
    rule = procedure_of(text).deadlines.get(deadline.rule) if text.procedure in procedures() else None
    if rule is None:
        _LOG.warning("deadline %s skipped: no rule %s in %s", deadline.id, deadline.rule, text.procedure)
    return rule


def _is_untold(deadline: Deadline, people: Sequence[User]) -> bool:
    if not people:
        _LOG.warning("deadline %s: nobody to tell", deadline.id)
    return not people


def _pending(session: Session) -> list[DueRung]:
    """Read the reminders that no message holds, while they still tell the truth."""
    query = (
        select(Reminder, Deadline, LegalText, User)
        .join(Deadline, col(Deadline.id) == col(Reminder.deadline_id))
        .join(LegalText, col(LegalText.id) == col(Deadline.text_id))
        .join(User, col(User.id) == col(Reminder.person_id))
        .where(col(Reminder.message_id).is_(None), col(User.active), _running())
        .where(col(Deadline.due_on) == col(Reminder.due_on))
        .order_by(col(Reminder.due_on), col(Reminder.rung))
    )
    rows = session.exec(query)
    return [DueRung(clock, told.due_on, text, told.rung, person, told.id) for told, clock, text, person in rows]


def _digests(
    session: Session, rungs: Iterable[DueRung], *, on: date, at: datetime, base_url: str
) -> list[tuple[Message, list[DueRung]]]:
    by_key: dict[str, list[DueRung]] = defaultdict(list)
    for rung in rungs:
        by_key[f"digest:{rung.person.id}:{on.isoformat()}"].append(rung)
    written = set(session.exec(select(Message.key).where(col(Message.key).in_(by_key))))
    found = []
    for key, mine in by_key.items():
        if items := _items(mine) if key not in written else {}:
            person = mine[0].person
            digest = compose(list(items.values()), on=on, base_url=base_url)
            message = Message(
                key=key, person_id=person.id, address=person.email, subject=digest.subject, plain=digest.plain,
                html=digest.html, created_at=at, next_try_at=at,
            )  # fmt: skip
            found.append((message, [rung for rung in mine if rung.deadline.id in items]))
    return found


def _items(rungs: Iterable[DueRung]) -> dict[UUID, Item]:
    """Describe each deadline once, however many rungs tell of it."""
    items: dict[UUID, Item] = {}
    for each in sorted(rungs, key=lambda rung: rung.rung):
        try:
            item = describe(each.text, each.deadline, each.due_on, rung=each.rung, person=each.person)
            items.setdefault(each.deadline.id, item)
        except LookupError:
            _LOG.exception("deadline %s cannot be put in words", each.deadline.id)
    return items


def _insert(session: Session, table: Table, rows: Sequence[SQLModel]) -> set[Any]:
    """Insert the rows that are new by their unique key, and give their ids."""
    if not rows:
        return set()
    insert: Any = _INSERTS[session.get_bind().dialect.name]
    statement: Insert = insert(table).on_conflict_do_nothing()
    return set(session.exec(statement.returning(table.c.id), params=[row.model_dump() for row in rows]).scalars())


def _attach(session: Session, digests: Iterable[tuple[Message, list[DueRung]]]) -> None:
    pairs = [{"reminder": rung.reminder_id, "message": message.id} for message, rungs in digests for rung in rungs]
    if pairs:
        of_reminder = update(_REMINDERS).where(_REMINDERS.c.id == bindparam("reminder"))
        session.exec(of_reminder.values(message_id=bindparam("message")), params=pairs)
