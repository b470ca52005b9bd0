"""The demonstration: the ministry's own table, and what became of its texts."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest
from sqlmodel import Session, col, func, select

from models import Document, LegalText, Message, Relation, Step, User
from tests.fixtures.databases import Database
from tests.workflow.builders import AT, CALENDAR, CLOSED
from tests.workflow.sentences.unbroken_arabic import BROKEN
from workflow.deadlines.clocks import clocks
from workflow.history.as_of import situation_on
from workflow.history.steps import steps_of
from workflow.importing.demonstration import load
from workflow.reports.consistency import faults
from workflow.reports.production import ProductionTable, production_table
from workflow.rulebook.files import procedure_of, procedures
from workflow.sentences.sentence import sentence, sentence_ar
from workflow.sentences.steps_ar import step_sentence_ar


@pytest.fixture
def session(demonstration: Database) -> Iterator[Session]:
    with Session(demonstration.engine) as session:
        yield session


def table(session: Session, on: date) -> ProductionTable:
    return production_table(session, on=on, calendar=CALENDAR)


def sentence_of(session: Session, number: str, on: date) -> str:
    return next(row.sentence for group in table(session, on).groups for row in group.rows if row.number == number)


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_the_demonstration_loads_on_the_larger_database_too(database: Database) -> None:
    with Session(database.engine) as session:
        loaded = load(session, at=AT, password_hash=CLOSED, calendar=CALENDAR)
        session.commit()

        assert loaded == session.exec(select(func.count()).select_from(LegalText)).one()


def test_the_table_of_the_ministry_is_there_with_one_person_for_each_role(session: Session) -> None:
    kinds = Counter(session.exec(select(LegalText.procedure)))
    roles = Counter(session.exec(select(User.role)))

    assert sum(kinds.values()) == 22
    assert roles == {
        "drafter": 2, "head": 1, "director": 1, "secretary_general": 1, "cabinet": 1, "reader": 1, "administrator": 1,
    }  # fmt: skip


def test_the_demonstration_is_consistent(session: Session, demonstration: Database) -> None:
    assert list(faults(procedures(), demonstration.engine, CALENDAR)) == []
    assert session.exec(select(Document)).all() == []
    assert session.exec(select(Message)).all() == []


def test_the_table_at_the_end_of_2015_is_the_one_that_the_ministry_published(session: Session) -> None:
    assert table(session, date(2015, 12, 31)).counters == (
        ("Projets et propositions de loi", 6), ("Lois", 0), ("Décrets et projets de décrets", 7),
        ("Arrêtés et projets d’arrêtés", 9),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("number", "on", "state", "told"),
    [
        ("103-13", date(2015, 12, 31), "commission_adhoc", "le 7 novembre 2013"),
        ("79-14", date(2017, 8, 8), "adopte_definitif", "le 8 août 2017, par 129 voix contre 52"),
        ("2582-14", date(2014, 8, 7), "signe", "le 7 août 2014 sous le n° 2582-14"),
    ],
)
def test_a_text_is_told_as_it_stood(session: Session, number: str, *, on: date, state: str, told: str) -> None:
    text = session.exec(select(LegalText).where(LegalText.number == number)).one()
    procedure = procedure_of(text)
    situation = situation_on(procedure, steps_of(session, text.id), on)
    assert situation
    assert situation.state == state

    words = sentence_of(session, number, on)

    assert words == sentence(procedure, situation, clocks(procedure, situation.done, CALENDAR))
    assert told in words


def test_relations_point_at_the_texts_that_are_there(session: Session) -> None:
    query = select(Relation.citation, LegalText.number).join(LegalText, col(Relation.target_id) == col(LegalText.id))
    found = sorted(set(session.exec(query)))

    assert [(citation.removeprefix("décret n° "), number) for citation, number in found] == [
        ("2-13-495", "2-13-495"), ("2-14-278", "2-14-278"), ("2-14-64", "2-14-64"), ("2-14-668", "2-14-668"),
    ]  # fmt: skip


def test_what_is_not_known_is_marked_as_inferred(session: Session) -> None:
    law = session.exec(select(LegalText).where(LegalText.number == "103-13")).one()
    steps = session.exec(select(Step).where(Step.text_id == law.id).order_by(col(Step.number))).all()

    known = ["send_to_sgg", "refer_to_ad_hoc_commission", "hold_ad_hoc_meeting"]
    assert [step.move for step in steps if not step.inferred] == known
    assert {step.on for step in steps if step.inferred} == {None}


def test_every_text_is_told_in_arabic_as_it_is_in_french(session: Session) -> None:
    said = []
    for text in session.exec(select(LegalText)):
        procedure = procedure_of(text)
        situation = situation_on(procedure, steps_of(session, text.id), AT.date())
        assert situation
        said.append(sentence_ar(procedure, situation, clocks(procedure, situation.done, CALENDAR)))
        said.extend(step_sentence_ar(procedure, done) for done in situation.done)

    assert len(said) > 2 * 22
    assert [words for words in said if BROKEN.search(words)] == []
