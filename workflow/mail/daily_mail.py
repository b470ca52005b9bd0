"""The one mail a day of each person, made of what no mail has told yet."""

import logging
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import chain, groupby
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from models import Deadline, Following, LegalText, Message, Reminder, User
from workflow.mail.digest import Item, compose, describe
from workflow.mail.followed import NOTHING_NEW, Followed, followed_by
from workflow.mail.told_clock import COLUMNS, ToldClock, is_running
from workflow.people.recipients import Away, Staff

_LOG = logging.getLogger(__name__)
_ROWS_AT_A_TIME = 500


class Telling(NamedTuple):
    """One rung of one deadline for one person; `reminder_id` when it is written down already."""

    clock: ToldClock
    rung: int
    reminder_id: UUID | None = None


@dataclass
class DailyMail:
    """A message, and the reminders that it tells."""

    message: Message
    reminder_ids: list[UUID] = field(default_factory=list)


def daily_mails(
    session: Session,
    *,
    on: date,
    at: datetime,
    base_url: str,
    only: Collection[UUID] | None = None,
    besides: Mapping[UUID, Sequence[Telling]] | None = None,
) -> Iterator[DailyMail]:
    """Compose the mail of the day `on` of each person who has something to be told and no mail of that day yet.

    `only` leaves out other people; `besides` is what to tell by person that is not written down. One mail is held at a
    time, whatever the number of its deadlines.
    """
    more = besides or {}
    staff = Staff.at_work(session, on=on)
    for person, follows in _to_tell(session, more, on):
        if only is None or person.id in only:
            told = _pending(session, person.id)
            if person.id in more:
                told = iter(sorted([*told, *more[person.id]], key=_order))
            followed = followed_by(session, person, at=at) if follows else NOTHING_NEW
            if mail := _mail(person, told, followed, staff.away(person), on=on, at=at, base_url=base_url):
                yield mail


def key_of(person_id: UUID, on: date) -> str:
    """Give the key that makes a person's mail of a day be written once."""
    return f"digest:{person_id}:{on.isoformat()}"


def _to_tell(session: Session, besides: Collection[UUID], on: date) -> list[tuple[User, bool]]:
    """Read the people who may have something to be told and have no mail of that day, and whether each follows texts.

    In one query and one more.
    """
    waits = _without_mail(select_columns(col(Reminder.person_id)).distinct())
    follows = col(User.id).in_(select(Following.person_id))
    query = select(User, follows).where(col(User.active), col(User.id).in_(waits) | col(User.id).in_(besides) | follows)
    people = session.exec(query.order_by(col(User.created_at), col(User.id))).all()
    keys = [key_of(person.id, on) for person, _follows in people]
    written = set(session.exec(select(Message.key).where(col(Message.key).in_(keys))))
    return [(person, is_told) for (person, is_told), key in zip(people, keys, strict=True) if key not in written]


def _without_mail(query: Select[Any]) -> Select[Any]:
    """Keep the reminders that no message holds, while they still tell the truth."""
    truth: list[ColumnElement[bool]] = [is_running(), col(Deadline.due_on) == col(Reminder.due_on)]
    return (
        query.select_from(Reminder)
        .join(Deadline, col(Deadline.id) == col(Reminder.deadline_id))
        .join(LegalText, col(LegalText.id) == col(Deadline.text_id))
        .where(col(Reminder.message_id).is_(None), *truth)
    )


def _pending(session: Session, person_id: UUID) -> Iterator[Telling]:
    query = _without_mail(select_columns(col(Reminder.id), col(Reminder.rung), *COLUMNS))
    query = query.where(col(Reminder.person_id) == person_id)
    query = query.order_by(col(Reminder.due_on), col(Deadline.id), col(Reminder.rung))
    for reminder_id, rung, *clock in session.execute(query.execution_options(yield_per=_ROWS_AT_A_TIME)):
        yield Telling(ToldClock(*clock), rung, reminder_id)


def _order(told: Telling) -> tuple[date, str, int]:
    return told.clock.due_on, told.clock.deadline_id.hex, told.rung


def _mail(
    person: User,
    told: Iterable[Telling],
    followed: Followed,
    away: Mapping[UUID, Away],
    *,
    on: date,
    at: datetime,
    base_url: str,
) -> DailyMail | None:
    reminder_ids: list[UUID] = []
    items = _items(person, told, away, reminder_ids)
    first = next(items, None)
    if first is None and not followed.texts:
        return None
    digest = compose(chain([first] if first else [], items), on=on, base_url=base_url, followed=followed)
    message = Message(
        key=key_of(person.id, on), person_id=person.id, address=person.email, subject=digest.subject,
        plain=digest.plain, html=digest.html, created_at=at, next_try_at=at,
    )  # fmt: skip
    return DailyMail(message, reminder_ids)


def _items(
    person: User, told: Iterable[Telling], away: Mapping[UUID, Away], reminder_ids: list[UUID]
) -> Iterator[Item]:
    """Describe each deadline once, however many rungs tell of it, and note which reminders that tells."""
    for deadline_id, rungs in groupby(told, lambda each: each.clock.deadline_id):
        first = next(rungs)
        try:
            item = describe(first.clock, rung=first.rung, person=person, away=away)
        except LookupError:
            _LOG.exception("deadline %s cannot be put in words", deadline_id)
            continue
        reminder_ids += [each.reminder_id for each in chain([first], rungs) if each.reminder_id]
        yield item
