"""During an absence, what a person is told is told to whoever stands in as well."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import Session, select

from models import Absence, Message, User
from tests.workflow.mail.test_reminders import (
    CALENDAR,
    DUE_ON,
    OPENED,
    People,
    addresses,
    make_law,
    make_text,
    people,
    run,
    told,
)
from workflow.errors import Unfit
from workflow.mail.reminders import planned_messages
from workflow.people.recipients import Staff
from workflow.register.absences import absences, keep_absence, withdraw_absence

__all__ = ["people"]
FIRST, LAST = date(2026, 11, 16), date(2026, 11, 27)
BEFORE = date(2026, 11, 5)  # the first reminder leaves


def away(session: Session, person: User, stand_in: User, days: tuple[date, date] = (FIRST, LAST)) -> Absence:
    first, last = days
    absence = Absence(
        person_id=person.id, stand_in_id=stand_in.id, from_on=first, until_on=last, recorded_at=OPENED
    )  # fmt: skip
    keep_absence(session, absence, by=person, at=OPENED, on=BEFORE)
    session.commit()
    return absence


def reason(session: Session, address: str) -> str:
    mail = session.exec(select(Message.plain).where(Message.address == address)).one()
    return " ".join(mail.split())


def test_whoever_stands_in_is_told_too_and_why(session: Session, people: People) -> None:
    make_text(session, people)
    away(session, people.alice, people.bob)

    run(session, DUE_ON)

    assert told(session) == {("Alice", DUE_ON, 0), ("Bob", DUE_ON, 0)}
    assert "vous suppléez Alice jusqu’au 27 novembre 2026" in reason(session, "bob@navette.test")
    assert "vous êtes responsable de ce texte" in reason(session, "alice@navette.test")


@pytest.mark.parametrize("on", [FIRST - timedelta(days=4), LAST + timedelta(days=3)])
def test_before_and_after_the_absence_nobody_stands_in(session: Session, people: People, on: date) -> None:
    make_text(session, people)
    away(session, people.alice, people.bob)

    assert [person.name for person in Staff.at_work(session, on=on).responsible(people.alice.id)] == ["Alice"]


@pytest.mark.parametrize("on", [FIRST, LAST])
def test_the_first_and_the_last_day_are_of_the_absence(session: Session, people: People, on: date) -> None:
    away(session, people.alice, people.bob)

    assert [person.name for person in Staff.at_work(session, on=on).responsible(people.alice.id)] == ["Alice", "Bob"]


def test_what_was_told_before_the_absence_is_told_on_its_first_day(session: Session, people: People) -> None:
    make_text(session, people)
    away(session, people.alice, people.bob, (date(2026, 11, 12), LAST))
    run(session, BEFORE)
    assert told(session) == {("Alice", DUE_ON, -15)}

    planned = planned_messages(
        session, on=date(2026, 11, 12), at=OPENED, calendar=CALENDAR, base_url="https://navette.test"
    )
    run(session, date(2026, 11, 12))

    assert told(session) == {("Alice", DUE_ON, -15), ("Bob", DUE_ON, -15)}
    assert [mail.address for mail in planned] == ["bob@navette.test"]


def test_an_absence_recorded_after_its_first_day_is_caught_up(session: Session, people: People) -> None:
    make_text(session, people)
    run(session, BEFORE)
    away(session, people.alice, people.bob, (BEFORE, LAST))

    run(session, BEFORE + timedelta(days=1))

    assert told(session) == {("Alice", DUE_ON, -15), ("Bob", DUE_ON, -15)}


def test_an_absent_stand_in_has_a_stand_in(session: Session, people: People) -> None:
    make_text(session, people)
    away(session, people.alice, people.bob)
    away(session, people.bob, people.charlie)
    away(session, people.charlie, people.alice)

    run(session, DUE_ON)

    assert told(session) == {(name, DUE_ON, 0) for name in ("Alice", "Bob", "Charlie")}
    assert "vous suppléez Alice" in reason(session, "charlie@navette.test")


def test_what_managers_are_told_goes_to_their_stand_ins_too(session: Session, people: People) -> None:
    make_law(session, people)
    away(session, people.charlie, people.bob)
    late = date(2026, 11, 23)

    run(session, late)

    assert {name for name, _due, rung in told(session) if rung == 1} == {"Bob", "Charlie"}
    assert "vous suppléez Charlie" in reason(session, "bob@navette.test")
    assert "vous encadrez la production de ce texte" in reason(session, "charlie@navette.test")


def test_a_closed_account_stands_in_for_nobody(session: Session, people: People) -> None:
    make_text(session, people)
    away(session, people.alice, people.bob)
    people.bob.active = False
    session.commit()

    run(session, DUE_ON)

    assert addresses(session) == ["alice@navette.test"]


def test_an_absence_taken_back_tells_nobody_more(session: Session, people: People) -> None:
    make_text(session, people)
    withdraw_absence(session, away(session, people.alice, people.bob))
    session.commit()

    run(session, DUE_ON)

    assert addresses(session) == ["alice@navette.test"]
    assert absences(session, on=BEFORE) == []


@pytest.mark.parametrize(
    ("first", "last", "stand_in", "field"),
    [
        (LAST, FIRST, "bob", "until_on"),
        (date(2026, 11, 2), date(2026, 11, 4), "bob", "until_on"),
        (FIRST, LAST, "alice", "stand_in_id"),
        (FIRST, LAST, "gone", "stand_in_id"),
        (FIRST, LAST, "reader", "stand_in_id"),
        (date(2026, 12, 24), date(2026, 12, 31), "bob", "from_on"),
        (date(2026, 12, 1), date(2026, 12, 24), "bob", "from_on"),
    ],
)
def test_what_is_no_absence_is_refused_beside_its_field(  # noqa: PLR0917
    session: Session, people: People, first: date, last: date, stand_in: str, field: str
) -> None:
    made = datetime(2026, 11, 1, tzinfo=UTC)
    others = {
        name: User(email=f"{name}@navette.test", name=name, role=role, password_hash="", active=active, created_at=made)
        for name, role, active in (("gone", "drafter", False), ("reader", "reader", True))
    }
    session.add_all(others.values())
    session.commit()
    there = away(session, people.alice, people.bob, (date(2026, 12, 24), date(2026, 12, 24)))
    whom = others.get(stand_in) or getattr(people, stand_in)

    with pytest.raises(Unfit) as refused:
        away(session, people.alice, whom, (first, last))

    session.rollback()
    assert list(refused.value.reasons) == [field]
    assert [each.id for each in absences(session, on=BEFORE)] == [there.id]
