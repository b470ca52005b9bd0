from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import Engine, event
from sqlmodel import Session

from models import LegalText, PartialDate, User
from tests.workflow.builders import File, moved
from workflow.calendar.working_days import Calendar
from workflow.register.moves import fire, open_text
from workflow.reports.production import ProductionTable, production_table

AT = datetime(2018, 3, 20, 10, 30, tzinfo=UTC)
CLOSED = "-"  # no password opens such an account
CALENDAR = Calendar()


@pytest.fixture
def head(session: Session) -> User:
    head = User(email="head@test", name="Amina Berrada", role="head", password_hash=CLOSED, created_at=AT)
    session.add(head)
    session.flush()
    return head


def opened(session: Session, head: User, kind: str, on: str | None, **particulars: Any) -> LegalText:  # noqa: ANN401 - columns
    text = LegalText(procedure=kind, procedure_version="", title_fr=f"Un {kind}", created_at=AT, **particulars)
    open_text(session, text, by=head, on=PartialDate.parse(on) if on else None, at=AT, calendar=Calendar())
    return text


def move(session: Session, head: User, text: LegalText, name: str, on: str | None = None, **facts: Any) -> None:  # noqa: ANN401, PLR0917 - JSON
    day = PartialDate.parse(on) if on else None
    fire(session, text, name, by=head, seen_step=text.last_step, on=day, at=AT, facts=facts, calendar=CALENDAR)


def table(session: Session, on: date) -> ProductionTable:
    return production_table(session, on=on, calendar=CALENDAR)


def numbers(session: Session, on: date) -> list[str | None]:
    return [row.number for group in table(session, on).groups for row in group.rows]


@contextmanager
def counted(engine: Engine) -> Iterator[list[str]]:
    statements: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.lstrip().upper().startswith("SELECT"):
            statements.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield statements
    event.remove(engine, "before_cursor_execute", note)


@pytest.mark.parametrize("rows", [1, 7])
def test_the_table_takes_two_queries_whatever_its_length(
    session: Session, engine: Engine, head: User, rows: int
) -> None:
    for _ in range(rows):
        opened(session, head, "decret", "2018-01-02")
    session.commit()
    session.expunge_all()

    with counted(engine) as statements:
        found = table(session, date(2018, 2, 1))

    assert len(found.groups[0].rows) == rows
    assert len(statements) == 2


def test_texts_are_grouped_in_the_order_of_the_ministry_and_counted(session: Session, head: User) -> None:
    for kind in ("arrete", "decret", "projet_de_loi", "decret"):
        opened(session, head, kind, "2018-01-02")

    found = table(session, date(2018, 2, 1))

    assert [(group.section.code, len(group.rows)) for group in found.groups] == [
        ("projets_de_loi", 1), ("projets_de_decrets", 2), ("projets_d_arretes", 1),
    ]  # fmt: skip
    assert found.counters == (
        ("Projets et propositions de loi", 1),
        ("Lois", 0),
        ("Décrets et projets de décrets", 2),
        ("Arrêtés et projets d’arrêtés", 1),
    )


def test_a_text_not_yet_opened_is_left_out(session: Session, head: User) -> None:
    opened(session, head, "decret", "2018-01-02")

    assert table(session, date(2018, 1, 1)).groups == ()
    assert len(table(session, date(2018, 1, 2)).groups) == 1


def test_each_day_has_its_own_sentence_and_holder(session: Session, head: User) -> None:
    text = opened(session, head, "decret", "2018-01-02")
    move(session, head, text, "assign_drafter", "2018-01-10")
    move(session, head, text, "submit_for_validation", "2018-02-01")

    early, late = (table(session, day).groups[0].rows[0] for day in (date(2018, 1, 15), date(2018, 2, 15)))

    drafted = File.opened("decret", moved("assign_drafter", "2018-01-10"), on="2018-01-02")
    validated = File.opened("decret", moved("assign_drafter"), moved("submit_for_validation", "2018-02-01"))
    assert [early.sentence, late.sentence] == [drafted.sentence, validated.sentence]
    assert (early.holder, early.since) == ("Division de la législation", PartialDate(2018, 1, 2))
    assert (late.holder, late.since) == ("Hiérarchie du ministère", PartialDate(2018, 2, 1))


def test_a_title_and_a_number_given_later_do_not_show_before(session: Session, head: User) -> None:
    text = opened(session, head, "arrete", "2018-01-02")
    move(session, head, text, "assign_drafter", "2018-01-03")
    move(session, head, text, "submit_for_validation", "2018-01-04")
    move(session, head, text, "validate", "2018-01-05")
    move(session, head, text, "send_to_sgg", "2018-01-06")
    move(session, head, text, "register_at_sgg", "2018-01-10", number="2582.14")
    move(session, head, text, "retitle", "2018-02-01", title_fr="Un autre arrêté")

    titles = [table(session, day).groups[0].rows[0].title for day in (date(2018, 1, 15), date(2018, 2, 1))]

    assert titles == ["Un arrete", "Un autre arrêté"]
    assert numbers(session, date(2018, 1, 9)) == [None]
    assert numbers(session, date(2018, 1, 10)) == ["2582-14"]


def test_a_number_known_from_the_start_always_shows(session: Session, head: User) -> None:
    opened(session, head, "decret", "2018-01-02", number="2-14-278")

    assert numbers(session, date(2018, 1, 2)) == ["2-14-278"]
