from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine, text
from sqlmodel import Session

from models import Message, MessageStatus, Role, User
from workflow.mail.outbox import Outbox, outbox

AT = datetime(2026, 11, 24, 8, tzinfo=UTC)


def write(session: Session, status: str, *, before: timedelta) -> None:
    address = f"{status}{before.seconds}@navette.test"
    person = User(email=address, name="Alice", role=Role.DRAFTER, password_hash="", created_at=AT)
    session.add(person)
    session.flush()
    session.add(
        Message(
            key=address, person_id=person.id, address=address, subject="Rappel", plain="", html="",
            status=status, created_at=AT - before, next_try_at=AT,
        )
    )  # fmt: skip
    session.flush()


def test_what_has_not_left_is_counted_and_what_waits_too_long_apart(session: Session) -> None:
    assert outbox(session, at=AT) == Outbox()
    for status in MessageStatus:
        for minutes in (0, 119, 120, 300):
            write(session, status, before=timedelta(minutes=minutes))

    assert outbox(session, at=AT) == Outbox(waiting=8, late=4, failed=4)


def test_what_was_given_up_is_found_by_its_index(engine: Engine) -> None:
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            plan = connection.execute(text("EXPLAIN QUERY PLAN SELECT count(*) FROM message WHERE status = 'failed'"))
            assert "ix_message_failed" in str(plan.all())
