"""A clock is looked at on the day of its next rung alone, and again as soon as somebody else may be to be told."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from models import Deadline, DeadlineStatus, LegalText, Message, Reminder, Role, User, reading
from tests.workflow.builders import ON_SQLITE
from tests.workflow.mail.test_reminders import (
    BASE_URL,
    CALENDAR,
    DUE_ON,
    OPENED,
    TO_PROMULGATION,
    People,
    make_law,
    make_text,
    move,
    people,
    run,
    running,
    selects,
    told,
)
from workflow.calendar.working_days import Calendar, Holiday
from workflow.deadlines.kept import look_again
from workflow.history.particulars import Owner
from workflow.mail.due_rungs import BATCH, due_rungs
from workflow.mail.reminders import Summary, write_reminders
from workflow.register.particulars import assign_text
from workflow.register.recount import recount

__all__ = ["people"]
NOTHING = Summary(0, 0, 0, 0)
LATE = date(2026, 11, 23)


def next_rung(session: Session, text: LegalText) -> date | None:
    clock = running(session, text)
    session.refresh(clock)
    return clock.next_rung_on


def joins(session: Session, name: str, role: Role) -> User:
    person = User(email=f"{name}@navette.test", name=name.title(), role=role, password_hash="", created_at=OPENED)
    session.add(person)
    look_again(session, person)
    session.commit()
    return person


def changes(session: Session, person: User, **changed: object) -> None:
    for name, value in changed.items():
        setattr(person, name, value)
    look_again(session, person)
    session.commit()


def test_the_ladder_is_climbed_rung_by_rung(session: Session, people: People) -> None:
    text = make_law(session, people)
    days = [next_rung(session, text)]
    for on in (date(2026, 11, 5), date(2026, 11, 13), DUE_ON, LATE, date(2026, 11, 27)):
        run(session, on)
        days.append(next_rung(session, text))

    assert [day and day.isoformat() for day in days] == [
        "2026-11-05", "2026-11-13", "2026-11-20", "2026-11-21", "2026-11-27", None,
    ]  # fmt: skip
    assert {rung for _name, _due_on, rung in told(session)} == {-15, -5, 0, 1, 7}


def test_a_clock_that_has_nothing_to_tell_is_not_looked_at(session: Session, people: People) -> None:
    text = make_law(session, people)
    run(session, DUE_ON)

    due = due_rungs(session, on=DUE_ON, calendar=CALENDAR)

    assert (due.rungs, due.advanced) == ([], {})
    assert next_rung(session, text) == DUE_ON + timedelta(days=1)


def test_who_becomes_responsible_is_told_what_was_told_before(session: Session, people: People) -> None:
    text = make_text(session, people)
    run(session, DUE_ON)

    seen, new = Owner(people.alice.id, ""), Owner(people.bob.id, "")
    assign_text(session, text, new, by=people.charlie, seen=seen, at=OPENED, calendar=CALENDAR)
    session.commit()

    assert run(session, DUE_ON) == Summary(1, 1, 0, 0)
    assert told(session) == {("Alice", DUE_ON, 0), ("Bob", DUE_ON, 0)}


@pytest.mark.parametrize("role", [Role.HEAD, Role.DIRECTOR])
def test_a_manager_who_joins_is_told_what_is_late(session: Session, people: People, role: Role) -> None:
    make_law(session, people)
    run(session, LATE)

    joins(session, "director", role)

    assert run(session, LATE) == Summary(1, 1, 0, 0)
    assert ("Director", DUE_ON, 1) in told(session)
    assert run(session, LATE) == NOTHING


def test_who_becomes_a_manager_is_told_what_is_late(session: Session, people: People) -> None:
    make_law(session, people)
    run(session, date(2026, 12, 21))  # the last rung of all: nothing would be looked at any more

    changes(session, people.bob, role=Role.DIRECTOR)

    run(session, date(2026, 12, 22))
    assert ("Bob", DUE_ON, 7) in told(session)


def test_the_head_is_told_for_who_leaves_and_who_leaves_is_told_on_return(session: Session, people: People) -> None:
    make_law(session, people)
    run(session, date(2026, 11, 5))

    changes(session, people.alice, active=False)
    run(session, date(2026, 11, 6))
    assert ("Charlie", DUE_ON, -15) in told(session)

    run(session, DUE_ON)
    changes(session, people.alice, active=True)
    run(session, DUE_ON)
    assert ("Alice", DUE_ON, 0) in told(session)


def test_a_head_who_joins_is_told_of_the_texts_that_nobody_answers_for(session: Session, people: People) -> None:
    make_law(session, people).responsible_id = None
    make_law(session, people)
    session.commit()
    run(session, date(2026, 11, 5))

    joins(session, "second", Role.HEAD)

    assert run(session, date(2026, 11, 6)).reminders == 1
    assert ("Second", DUE_ON, -15) in told(session)


def test_nobody_to_tell_is_said_at_each_run_until_somebody_is_there(session: Session, people: People) -> None:
    make_law(session, people)
    changes(session, people.alice, active=False)
    changes(session, people.charlie, active=False)

    assert [run(session, DUE_ON), run(session, DUE_ON)] == [Summary(0, 0, 1, 0)] * 2


def test_a_suspended_clock_has_no_next_rung(session: Session, people: People) -> None:
    text = make_text(session, people, TO_PROMULGATION)
    clock = running(session, text)
    assert clock.next_rung_on

    move(session, people, text, "refer_to_court", on="2026-10-30", urgent="no")

    suspended = session.get_one(Deadline, clock.id, populate_existing=True)
    assert (suspended.status, suspended.next_rung_on) == (DeadlineStatus.SUSPENDED, None)


def test_a_new_holiday_moves_the_rungs_when_deadlines_are_counted_again(session: Session, people: People) -> None:
    text = make_text(session, people)
    run(session, date(2026, 11, 5))

    calendar = Calendar({date(2026, 11, 17): Holiday("Deuil", "حداد")})
    recount(session, calendar, on=date(2026, 11, 6), commit=session.commit)
    session.commit()
    write_reminders(session, on=date(2026, 11, 16), at=OPENED, calendar=calendar, base_url=BASE_URL)
    session.commit()

    assert told(session) == {("Alice", DUE_ON, -15), ("Alice", DUE_ON, -3)}
    assert next_rung(session, text) == DUE_ON


@ON_SQLITE
def test_a_long_run_is_written_batch_after_batch_and_reads_as_often(
    engine: Engine, session: Session, people: People
) -> None:
    clock = running(session, make_law(session, people))
    count = 2 * BATCH + 10
    for rank in range(1, count):
        session.add(
            Deadline(
                id=uuid4(), text_id=clock.text_id, rule=clock.rule, occurrence=rank + 1, due_on=DUE_ON,
                status=DeadlineStatus.RUNNING, next_rung_on=clock.next_rung_on,
            )
        )  # fmt: skip
    session.commit()
    commits = []

    def commit() -> None:
        session.commit()
        commits.append(True)

    at = datetime(2026, 11, 20, 8, tzinfo=UTC)
    with selects(engine) as statements, Session(reading(engine)) as reader:
        summary = write_reminders(
            session, on=DUE_ON, at=at, calendar=CALENDAR, base_url=BASE_URL, reader=reader, commit=commit
        )

    assert summary == Summary(count, 1, 0, 0)
    assert len(commits) == 3 + 1 + 1
    assert len(statements) == 3 * 3 + 5
    assert f"[{count} délais légaux aujourd’hui]" in session.exec(select(Message.subject)).one()
    assert None not in set(session.exec(select(Reminder.message_id)))
