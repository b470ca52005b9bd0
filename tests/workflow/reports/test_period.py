"""What moved between two days, and what those who follow deadlines read: over a small ministry with known moves."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from models import Relation, RelationKind, Role
from tests.workflow.builders import CALENDAR, TO_COUNCIL, Ministry, moved
from tests.workflow.reports.test_production import counted
from workflow.reports.movements import COUNCIL, PARLIAMENT, PUBLISHED, Period
from workflow.reports.production import InternalTable, internal_table, production_table

SINCE, ON = date(2026, 9, 30), date(2026, 10, 31)
AT = datetime(2026, 10, 31, 10, 30, tzinfo=UTC)


@pytest.fixture
def small(session: Session) -> Ministry:
    """One text that stays, one that moves, one adopted in Council, one that enters, one that enters too late."""
    ministry = Ministry(session, at=datetime(2026, 11, 24, 10, 30, tzinfo=UTC))
    ministry.open("decret", title_fr="Qui reste", on="2026-06-01")
    moves = ministry.open("decret", title_fr="Qui avance", on="2026-09-01")
    ministry.move(moves, "assign_drafter", "2026-09-15")
    ministry.move(moves, "submit_for_validation", "2026-10-12")
    adopted = ministry.open("decret", *TO_COUNCIL, title_fr="Adopté", title_ar="مشروع مرسوم", on="2026-07-01")
    ministry.move(adopted, "adopt_in_council", "2026-10-15")
    ministry.open("arrete", title_fr="Qui entre", on="2026-10-20")
    ministry.open("arrete", title_fr="Trop tard", on="2026-11-02")
    return ministry


def told(session: Session) -> Period:
    period = production_table(session, on=ON, calendar=CALENDAR, since=SINCE).period
    assert period
    return period


def internal(session: Session, on: date = ON) -> InternalTable:
    return internal_table(session, on=on, calendar=CALENDAR, since=SINCE)


def test_a_period_counts_what_entered_was_adopted_and_published(small: Ministry) -> None:
    period = told(small.session)

    assert sorted(each.title_fr for each in period.movements) == ["Adopté", "Qui avance", "Qui entre"]
    assert (period.entered, period.passed(COUNCIL), period.passed(PARLIAMENT), period.passed(PUBLISHED)) == (1, 1, 0, 0)


def test_a_movement_says_where_the_text_stood_on_both_days(small: Ministry) -> None:
    before, after = (production_table(small.session, on=day, calendar=CALENDAR) for day in (SINCE, ON))
    sentences = [
        {row.title: (row.sentence, row.sentence_ar) for group in each.groups for row in group.rows}
        for each in (before, after)
    ]

    for each in told(small.session).movements:
        assert (each.before_fr, each.before_ar) == sentences[0].get(each.title_fr, ("", ""))
        assert (each.after_fr, each.after_ar) == sentences[1][each.title_fr]


def test_the_internal_table_tells_the_same_movements(small: Ministry) -> None:
    period = internal(small.session).period

    assert period == told(small.session)


def test_the_internal_table_names_who_follows_what_is_due_and_what_blocks(session: Session) -> None:
    ministry = Ministry(session, at=datetime(2026, 11, 24, 10, 30, tzinfo=UTC))
    text = ministry.open(
        "decret", title_fr="Projet de décret", title_ar="", on="2026-06-01",
        responsible_id=ministry.person(Role.DRAFTER).id,
    )  # fmt: skip
    ministry.move(text, "assign_drafter", "2026-06-02")
    (row,) = [row for _section, rows in internal(session).groups for row in rows]
    stands = ministry.standing(text)

    assert (row.responsible, row.next_fr, row.next_ar) == (
        "drafter", stands.procedure.states[stands.moves[0].move.to].label_fr,
        stands.procedure.states[stands.moves[0].move.to].label_ar,
    )  # fmt: skip
    assert row.clock is None or row.clock.due_on == stands.next_due_on
    assert row.reasons == tuple(stands.moves[0].reasons)
    assert (row.moved_on, row.days_still(ON), row.is_over) == (date(2026, 6, 2), 151, False)


def test_texts_without_movement_are_listed_the_longest_first(small: Ministry) -> None:
    assert [each.title_fr for each in internal(small.session).still] == ["Qui reste"]
    assert internal(small.session, date(2026, 8, 30)).still == ()


def test_texts_of_application_are_owed_until_they_are_taken(small: Ministry) -> None:
    law = small.open("projet_de_loi", title_fr="Loi sur les gares", on="2026-06-01")
    draft = small.open("decret", title_fr="Décret en cours", on="2026-06-02")
    awaited: dict[str, Any] = {"kind": RelationKind.IMPLEMENTS, "target_id": law.id, "owed": True}
    small.session.add_all([
        Relation(**awaited, citation="décret fixant les horaires", article="9", due_on=date(2026, 12, 1)),
        Relation(**awaited, citation="Loi sur les gares", article="4", text_id=draft.id, due_on=date(2026, 9, 1)),
        Relation(kind=RelationKind.AMENDS, target_id=law.id, text_id=draft.id, citation="Loi sur les gares"),
    ])  # fmt: skip
    small.session.flush()

    assert [(each.law_fr, each.article, each.awaited) for each in internal(small.session).owed] == [
        ("Loi sur les gares", "4", "Décret en cours"), ("Loi sur les gares", "9", "décret fixant les horaires"),
    ]  # fmt: skip


@pytest.mark.parametrize("rows", [1, 7])
def test_neither_the_period_nor_the_internal_table_costs_a_query_a_text(
    session: Session, engine: Engine, rows: int
) -> None:
    ministry = Ministry(session, at=datetime(2026, 11, 24, 10, 30, tzinfo=UTC))
    for _row in range(rows):
        ministry.open("decret", moved("assign_drafter", "2026-10-05"), on="2026-06-01")
    session.commit()
    session.expunge_all()

    with counted(engine) as statements:
        table = production_table(session, on=ON, calendar=CALENDAR, since=SINCE)
    public = len(statements)
    session.expunge_all()
    with counted(engine) as statements:
        followed = internal(session)

    assert (public, len(statements)) == (2, 4)
    assert table.period
    assert len(table.period.movements) == len(followed.groups[0][1]) == rows
