from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, event
from sqlmodel import Session, select

from models import Deadline, DeadlineStatus, LegalText, Message, PartialDate, Reminder, Role, User
from tests.workflow.builders import Move, undated
from tests.workflow.law import due, start_of
from workflow.calendar.working_days import Calendar
from workflow.deadlines.ladder import is_telling_day
from workflow.mail.due_rungs import due_rungs
from workflow.mail.reminders import Summary, planned_messages, write_reminders
from workflow.register.moves import fire, open_text

CALENDAR = Calendar()
BASE_URL = "https://navette.test"
OPENED = datetime(2026, 11, 1, 8, tzinfo=UTC)
DUE_ON = date(2026, 11, 20)  # a Friday
REFERRED_ON = start_of("committee", DUE_ON)
SENT_TO_GOVERNMENT_ON = start_of("promulgation", DUE_ON)

TO_COMMITTEE: list[Move] = [
    *undated("assign_drafter", "submit_for_validation"),
    ("validate", None, {"pieces": ["arabic", "presentation", "opinions", "agreements"]}),
    *undated("send_to_sgg", "register_at_sgg", "distribute"),
    ("list_on_agenda", None, {"council_on": "2026-09-10"}),
    *undated("adopt_in_council"),
    ("deposit", None, {"chamber": "representants"}),
    ("refer_to_committee", REFERRED_ON, {}),
    ("schedule_in_committee", REFERRED_ON, {}),
]
TO_PROMULGATION: list[Move] = [
    *TO_COMMITTEE,
    *undated("adopt_in_committee", "list_for_plenary", "adopt_first", "refer_to_other_chamber"),
    *undated("adopt_in_committee", "list_for_plenary", "adopt_unchanged"),
    ("send_to_government", SENT_TO_GOVERNMENT_ON, {}),
]


@dataclass
class People:
    alice: User
    bob: User
    charlie: User


@pytest.fixture
def people(session: Session) -> People:
    made = {
        name: User(email=f"{name}@navette.test", name=name.title(), role=role, password_hash="", created_at=OPENED)
        for name, role in [("alice", Role.DRAFTER), ("bob", Role.DRAFTER), ("charlie", Role.HEAD)]
    }
    session.add_all(made.values())
    session.commit()
    return People(**made)


def make_text(session: Session, people: People, path: list[Move] = TO_COMMITTEE) -> LegalText:
    text = LegalText(
        procedure="projet_de_loi", procedure_version="", version=1, title_fr="Projet de loi relatif aux violences",
        title_ar="مشروع قانون", responsible_id=people.alice.id, created_at=OPENED,
    )  # fmt: skip
    open_text(session, text, by=people.charlie, on=None, at=OPENED, calendar=Calendar())
    for name, on, facts in path:
        move(session, people, text, name, on=on, **facts)
    return text


def make_law(session: Session, people: People) -> LegalText:
    """Bring a text to where a limit of the law runs, until the same day: of others managers are told nothing."""
    return make_text(session, people, TO_PROMULGATION)


def move(session: Session, people: People, text: LegalText, name: str, *, on: str | None = None, **facts: Any) -> None:  # noqa: ANN401 a fact is what its type makes of it
    fire(
        session, text, name, by=people.charlie, seen_step=text.last_step, on=PartialDate.parse(on) if on else None,
        at=OPENED, facts=facts, calendar=CALENDAR,
    )  # fmt: skip
    session.commit()


def running(session: Session, text: LegalText) -> Deadline:
    query = select(Deadline).where(Deadline.text_id == text.id, Deadline.status == DeadlineStatus.RUNNING)
    return session.exec(query).one()


def run(session: Session, on: date) -> Summary:
    summary = write_reminders(
        session, on=on, at=datetime(on.year, on.month, on.day, 8, tzinfo=UTC), calendar=CALENDAR, base_url=BASE_URL
    )
    session.commit()
    return summary


def told(session: Session) -> set[tuple[str, date, int]]:
    rows = session.exec(select(User, Reminder).join(Reminder))
    return {(person.name, reminder.due_on, reminder.rung) for person, reminder in rows}


def addresses(session: Session) -> list[str]:
    return sorted(session.exec(select(Message.address)))


def test_alice_is_reminded_before_the_day_and_nobody_else(session: Session, people: People) -> None:
    make_text(session, people)

    assert run(session, date(2026, 11, 4)) == Summary(0, 0, 0, 0)
    assert run(session, date(2026, 11, 5)) == Summary(1, 1, 0, 0)

    assert told(session) == {("Alice", DUE_ON, -15)}
    assert addresses(session) == ["alice@navette.test"]


def test_charlie_is_told_when_the_day_has_passed(session: Session, people: People) -> None:
    make_law(session, people)
    run(session, DUE_ON)

    assert told(session) == {("Alice", DUE_ON, 0)}

    assert run(session, date(2026, 11, 23)) == Summary(1, 2, 0, 0)
    assert told(session) == {("Alice", DUE_ON, 0), ("Charlie", DUE_ON, 1)}


def test_a_second_run_of_the_day_writes_nothing(session: Session, people: People) -> None:
    make_text(session, people)
    run(session, DUE_ON)

    assert run(session, DUE_ON) == Summary(0, 0, 0, 0)
    assert len(addresses(session)) == 1


def test_a_missed_day_is_caught_up_by_its_latest_rung_alone(session: Session, people: People) -> None:
    make_text(session, people)

    assert run(session, date(2026, 11, 19)) == Summary(1, 1, 0, 0)
    assert told(session) == {("Alice", DUE_ON, -3)}


def test_a_reminder_of_a_day_off_is_told_on_the_working_day_before(session: Session, people: People) -> None:
    independence_day = date(2026, 11, 18)
    running(session, make_text(session, people)).due_on = independence_day
    session.commit()

    assert not is_telling_day(independence_day, CALENDAR)
    run(session, date(2026, 11, 17))

    assert told(session) == {("Alice", independence_day, 0)}


def test_an_extension_moves_the_day_and_starts_the_ladder_anew(session: Session, people: People) -> None:
    text = make_text(session, people)
    run(session, DUE_ON)
    move(session, people, text, "extend_committee_deadline", on="2026-10-30")
    extended = date.fromisoformat(due("committee", REFERRED_ON, "extend_committee_deadline"))

    assert run(session, date(2026, 11, 23)) == Summary(0, 0, 0, 0)
    run(session, extended - timedelta(days=15))

    assert told(session) == {("Alice", DUE_ON, 0), ("Alice", extended, -15)}


def test_a_suspended_clock_says_nothing_of_itself(session: Session, people: People) -> None:
    text = make_text(session, people, TO_PROMULGATION)
    rungs = due_rungs(session, on=DUE_ON, calendar=CALENDAR).rungs
    assert [(rung.person.name, rung.rung) for rung in rungs] == [("Alice", 0)]

    move(session, people, text, "refer_to_court", on="2026-10-30", urgent="no")

    assert run(session, DUE_ON) == Summary(0, 0, 0, 0)


def test_a_closed_clock_is_silent(session: Session, people: People) -> None:
    text = make_text(session, people)
    move(session, people, text, "adopt_in_committee", on="2026-10-30")

    assert run(session, DUE_ON) == Summary(0, 0, 0, 0)


@pytest.mark.parametrize("name", ["adopt_in_committee", "extend_committee_deadline"])
def test_a_reminder_that_is_no_longer_true_goes_into_no_message(session: Session, people: People, name: str) -> None:
    text = make_text(session, people)
    session.add(
        Reminder(
            deadline_id=running(session, text).id, due_on=DUE_ON, rung=-15, person_id=people.alice.id,
            created_at=OPENED,
        )
    )  # fmt: skip
    move(session, people, text, name, on="2026-10-30")

    assert run(session, DUE_ON) == Summary(0, 0, 0, 0)


def test_one_message_holds_every_deadline_of_the_day(session: Session, people: People) -> None:
    for _text in range(3):
        make_law(session, people)

    assert run(session, DUE_ON) == Summary(3, 1, 0, 0)
    message = session.exec(select(Message)).one()
    assert message.subject == "[3 délais légaux aujourd’hui] Navette – vendredi 20 novembre 2026"
    assert message.key == f"digest:{people.alice.id}:2026-11-20"
    assert set(session.exec(select(Reminder.message_id))) == {message.id}


def test_what_is_born_after_the_message_of_the_day_waits_for_the_next(session: Session, people: People) -> None:
    make_law(session, people)
    run(session, DUE_ON)
    make_law(session, people)

    assert run(session, DUE_ON) == Summary(1, 0, 0, 0)
    assert run(session, date(2026, 11, 23)).messages == 2
    assert addresses(session) == ["alice@navette.test", "charlie@navette.test"]


def test_a_text_without_responsible_person_goes_to_the_head(session: Session, people: People) -> None:
    make_law(session, people).responsible_id = None
    make_law(session, people).responsible_id = people.bob.id
    people.bob.active = False
    session.commit()

    assert run(session, DUE_ON) == Summary(2, 1, 0, 0)
    assert addresses(session) == ["charlie@navette.test"]


def test_nobody_to_tell_is_counted_and_said_in_the_log(
    session: Session, people: People, caplog: pytest.LogCaptureFixture
) -> None:
    make_law(session, people)
    people.alice.active = people.charlie.active = False
    session.commit()

    assert run(session, DUE_ON) == Summary(0, 0, 1, 0)
    assert "nobody to tell" in caplog.text


def test_a_rule_the_procedure_no_longer_has_does_not_stop_the_rest(
    session: Session, people: People, caplog: pytest.LogCaptureFixture
) -> None:
    running(session, make_text(session, people)).rule = "forgotten"
    make_text(session, people)
    session.commit()

    assert run(session, DUE_ON) == Summary(1, 1, 0, 1)
    assert "no rule forgotten" in caplog.text


def test_a_dry_run_shows_the_messages_and_writes_nothing(session: Session, people: People) -> None:
    make_text(session, people)

    planned = planned_messages(session, on=DUE_ON, at=OPENED, calendar=CALENDAR, base_url=BASE_URL)
    assert [message.address for message in planned] == ["alice@navette.test"]
    assert (told(session), addresses(session)) == (set(), [])
    run(session, DUE_ON)
    assert session.exec(select(Message.plain)).one() == planned[0].plain
    assert due_rungs(session, on=DUE_ON, calendar=CALENDAR).rungs == []


def test_a_state_the_procedure_no_longer_has_does_not_stop_the_rest(session: Session, people: People) -> None:
    lost, kept = make_text(session, people), make_text(session, people)
    lost.state = "forgotten"
    session.commit()

    assert run(session, DUE_ON) == Summary(2, 1, 0, 0)
    message = session.exec(select(Message)).one()
    assert f"/texts/{kept.id}" in message.plain
    assert f"/texts/{lost.id}" not in message.plain


def test_three_queries_whatever_the_rows_and_the_partial_index_fits(
    engine: Engine, session: Session, people: People
) -> None:
    seen: list[list[str]] = []
    for rows in (1, 3):
        for _text in range(rows):
            make_text(session, people)
        with selects(engine) as statements:
            due_rungs(session, on=DUE_ON, calendar=CALENDAR)
        seen.append(statements)

    assert [len(statements) for statements in seen] == [3, 3]
    assert "deadline.status = 'running'" in seen[0][0]


@contextmanager
def selects(engine: Engine) -> Iterator[list[str]]:
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.startswith("SELECT"):
            statements.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield statements
    event.remove(engine, "before_cursor_execute", note)
