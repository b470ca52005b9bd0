"""A mail that waited through an outage leaves with the words of the day it leaves, if it still has something to say."""

from datetime import UTC, date, datetime

import pytest
from sqlmodel import Session, select

from models import Message, MessageStatus, Reminder
from tests.workflow.mail.test_reminders import BASE_URL, DUE_ON, People, make_law, make_text, people, run
from workflow.mail.reminders import renew_messages

__all__ = ["people"]
NEXT = date(2026, 11, 21)


def renew(session: Session, on: date) -> int:
    at = datetime(on.year, on.month, on.day, 9, tzinfo=UTC)
    written = renew_messages(session, on=on, at=at, base_url=BASE_URL)
    session.commit()
    return written


@pytest.fixture
def waiting(session: Session, people: People) -> Message:
    """Give a mail of the due day that did not leave."""
    make_law(session, people)
    run(session, DUE_ON)
    return session.exec(select(Message)).one()


@pytest.mark.usefixtures("waiting")
def test_it_leaves_with_the_words_of_its_day(session: Session) -> None:
    assert "aujourd’hui" in session.exec(select(Message.plain)).one()

    assert renew(session, NEXT) == 1

    mail = session.exec(select(Message)).one()
    assert "délai légal dépassé depuis" in mail.plain.replace("\n", " ")
    assert "aujourd’hui" not in f"{mail.subject} {mail.plain}"
    assert session.exec(select(Reminder.message_id)).one() == mail.id


def test_it_stays_as_it_is_on_its_own_day(session: Session, waiting: Message) -> None:
    assert renew(session, DUE_ON) == 0

    assert session.exec(select(Message.id)).one() == waiting.id


def test_it_is_taken_back_when_nothing_is_left_to_say(session: Session, people: People, waiting: Message) -> None:
    text = make_text(session, people)
    assert text.id != waiting.id
    for reminder in session.exec(select(Reminder)):
        reminder.due_on = date(2026, 12, 31)
    session.commit()

    assert renew(session, NEXT) == 0

    assert session.exec(select(Message)).all() == []


def test_one_that_left_is_never_written_again(session: Session, waiting: Message) -> None:
    waiting.status = MessageStatus.SENT
    session.commit()

    assert renew(session, NEXT) == 0

    assert session.exec(select(Message.id)).one() == waiting.id


@pytest.mark.usefixtures("waiting")
def test_the_reminders_of_the_day_take_it_in(session: Session) -> None:
    run(session, date(2026, 11, 23))

    keys = sorted(session.exec(select(Message.key)))
    assert len(keys) == 2
    assert all(key.endswith("2026-11-23") for key in keys)
