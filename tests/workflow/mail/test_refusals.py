"""A server that refuses: what it says of itself makes everything wait, what it says of one person stops that one."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import cycle

import pytest
from sqlmodel import Session, col, select

from models import Message, MessageStatus, Reminder, Role, User
from tests.fixtures.mail import SmtpServer
from tests.workflow.mail.test_reminders import DUE_ON, OPENED, People, make_law, make_text, move, people, run, running
from workflow.mail.sending import Summary, send_waiting
from workflow.mail.transports import Smtp

__all__ = ["people"]
EIGHT = datetime(2026, 11, 20, 8, tzinfo=UTC)
NOON = EIGHT + timedelta(hours=4)
NEXT = date(2026, 11, 23)
OF_SERVER = [
    ("banner", "421 4.3.2 Service shutting down"),
    ("banner", "554 No SMTP service here"),
    ("ehlo", "550 Go away"),
    ("auth", "454 4.7.0 Temporary authentication failure"),
    ("auth", "535 5.7.8 Authentication credentials invalid"),
    ("mail", "421 4.7.0 Try again later"),
    ("mail", "451 4.3.0 Local error"),
    ("mail", "530 5.7.0 Authentication required"),
    ("mail", "550 5.7.1 Sender refused"),
    ("mail", "553 5.1.8 Sender address rejected"),
    ("rcpt", "421 4.4.5 Too many connections"),
    ("rcpt", "450 4.2.0 Greylisted"),
    ("rcpt", "530 5.7.1 Client was not authenticated"),
    ("rcpt", "550 5.1.1 User unknown"),
    ("rcpt", "550 5.7.1 Unable to relay"),
    ("rcpt", "554 5.7.1 Relay access denied"),
    ("data", "421 4.3.0 Closing"),
    ("data", "451 4.3.2 Out of disk"),
    ("data", "554 5.3.0 Transaction failed"),
]
OF_ONE_PERSON = ["550 5.1.1 User unknown", "550 No such user", "551 5.1.6 User moved", "553 5.1.3 Bad address"]


@pytest.fixture
def smtp(smtp_server: SmtpServer) -> Smtp:
    return Smtp(smtp_server.host, smtp_server.port, username=smtp_server.username, password=smtp_server.password)


def tell(session: Session, people: People, count: int) -> list[str]:
    """Write the daily mail of so many people, of one deadline that falls due."""
    clock = running(session, make_law(session, people))
    readers = [
        User(email=f"{rank}@navette.test", name=f"N° {rank}", role=Role.READER, password_hash="", created_at=OPENED)
        for rank in range(count)
    ]
    session.add_all(readers)
    session.flush()
    session.add_all(
        Reminder(deadline_id=clock.id, due_on=DUE_ON, rung=0, person_id=reader.id, created_at=OPENED)
        for reader in readers
    )
    session.commit()
    assert run(session, DUE_ON).messages == count + 1
    return sorted([people.alice.email, *(reader.email for reader in readers)])


def send(session: Session, smtp: Smtp, at: datetime) -> Summary:
    """Send batch after batch, as long as there are more; give what became of the last."""
    while (summary := send_waiting(session, smtp, sender="n@navette.test", at=at, commit=session.commit)).left:
        pass
    session.expire_all()
    return summary


def every(minutes: int, *, since: datetime, until: datetime) -> Iterator[datetime]:
    while since < until:
        yield since
        since += timedelta(minutes=minutes)


def received(server: SmtpServer) -> list[str]:
    return sorted(address for addresses in server.rcpt for address in addresses)


def statuses(session: Session) -> set[str]:
    return set(session.exec(select(Message.status)))


@pytest.mark.parametrize(("stage", "answer"), OF_SERVER)
def test_what_refuses_everybody_makes_everything_wait_and_is_said(
    session: Session, people: People, smtp: Smtp, smtp_server: SmtpServer, *, stage: str, answer: str
) -> None:
    told = tell(session, people, 3)
    smtp_server.answers = {stage: answer}

    for at in every(30, since=EIGHT, until=NOON):
        summary = send(session, smtp, at)
        assert (summary.sent, summary.failed, statuses(session)) == (0, 0, {MessageStatus.WAITING})
        assert summary.unreachable
    smtp_server.answers = {}
    send(session, smtp, NOON)

    assert received(smtp_server) == told


def test_a_morning_of_refusals_loses_no_reminder_and_tells_none_twice(
    session: Session, people: People, smtp: Smtp, smtp_server: SmtpServer
) -> None:
    told = tell(session, people, 299)
    refusals = cycle(OF_SERVER)

    for at in every(15, since=EIGHT, until=NOON):
        smtp_server.answers = dict([next(refusals)])
        send(session, smtp, at)
    assert (received(smtp_server), statuses(session)) == ([], {MessageStatus.WAITING})
    smtp_server.answers = {}
    for at in every(5, since=NOON, until=NOON + timedelta(minutes=10)):
        send(session, smtp, at)

    assert (len(told), received(smtp_server)) == (300, told)
    assert statuses(session) == {MessageStatus.SENT}
    assert None not in session.exec(select(Reminder.message_id)).all()


@pytest.mark.parametrize("answer", OF_ONE_PERSON)
def test_what_is_said_of_one_person_stops_that_one_and_is_told_again_the_next_day(
    session: Session, people: People, smtp: Smtp, smtp_server: SmtpServer, *, answer: str
) -> None:
    alice, *others = sorted(tell(session, people, 2), reverse=True)
    smtp_server.said_of = {alice: answer}

    assert send(session, smtp, EIGHT) == Summary(sent=2, failed=1)
    error = session.exec(select(Message.error).where(col(Message.status) == MessageStatus.FAILED)).one()
    assert error == f"Le serveur refuse l’adresse du destinataire ({answer[:3]} : {answer[4:]})."
    assert send(session, smtp, NOON) == Summary()

    smtp_server.said_of = {}
    run(session, NEXT)
    send(session, smtp, EIGHT + timedelta(days=3))
    assert received(smtp_server) == sorted([alice, people.charlie.email, *others])
    (mail,) = [each for each in smtp_server.messages if each["To"] == alice]
    assert "dépassé]" in mail["Subject"]
    assert statuses(session) == {MessageStatus.SENT}


def test_what_was_given_up_is_not_told_once_it_is_no_longer_true(
    session: Session, people: People, smtp: Smtp, smtp_server: SmtpServer
) -> None:
    text = make_text(session, people)
    run(session, DUE_ON)
    smtp_server.refused = {people.alice.email}
    assert send(session, smtp, EIGHT + timedelta(days=1)) == Summary(failed=1)

    move(session, people, text, "adopt_in_committee", on="2026-10-30")
    run(session, NEXT)

    assert session.exec(select(Message)).all() == []


@pytest.mark.parametrize("people_told", [1, 2])
def test_bad_addresses_alone_are_given_up_after_a_day(
    session: Session, people: People, smtp: Smtp, smtp_server: SmtpServer, *, people_told: int
) -> None:
    tell(session, people, people_told - 1)
    smtp_server.answers = {"rcpt": "550 5.1.1 User unknown"}

    assert send(session, smtp, EIGHT + timedelta(hours=23)).waiting == people_told
    assert send(session, smtp, EIGHT + timedelta(hours=24)).failed == people_told


@pytest.mark.parametrize("kind", ["digest", "entrusted", "correction"])
def test_a_morning_of_refusals_loses_no_mail_of_a_person_alone(
    session: Session, people: People, smtp: Smtp, smtp_server: SmtpServer, *, kind: str
) -> None:
    (told,) = tell(session, people, 0)
    message = session.exec(select(Message)).one()
    message.key = f"{kind}:{message.id}"
    session.commit()

    refusals = cycle(OF_SERVER)
    for at in every(15, since=EIGHT, until=NOON):
        smtp_server.answers = dict([next(refusals)])
        assert send(session, smtp, at).failed == 0
    smtp_server.answers = {}
    send(session, smtp, NOON)

    assert (received(smtp_server), statuses(session)) == ([told], {MessageStatus.SENT})


def test_an_address_refused_by_a_server_that_took_another_mail_since_is_given_up_at_once(
    session: Session, people: People, smtp: Smtp, smtp_server: SmtpServer
) -> None:
    alice, _other = sorted(tell(session, people, 1), reverse=True)
    late = session.exec(select(Message).where(Message.address == alice)).one()
    late.next_try_at = NOON
    session.commit()
    smtp_server.said_of = {alice: OF_ONE_PERSON[0]}

    assert send(session, smtp, EIGHT) == Summary(sent=1)
    assert send(session, smtp, NOON) == Summary(failed=1)
