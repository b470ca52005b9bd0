"""What the database keeps by itself for lists: it follows every writer, and what does not is told and mended."""

from collections import Counter

import pytest
from sqlalchemy import Engine, text
from sqlmodel import Session, col, select

from models import LegalText, TextCount, TextWords
from tests.workflow.builders import CALENDAR, TODAY, Ministry, undated
from workflow.register.recount import recount
from workflow.reports.indexes import index_faults
from workflow.reports.search import Search

COUNTS = "Les compteurs de la liste ne sont pas ceux des textes : lancez « flask --app web recount »."
INDEX = "La recherche ne trouve pas tous les textes : lancez « flask --app web recount »."


@pytest.fixture
def ministry(session: Session) -> Ministry:
    ministry = Ministry(session)
    ministry.open("arrete", *undated("assign_drafter"), title_fr="Arrêté sur les jardins")
    ministry.open("decret", title_fr="Décret sur les jardins d’enfants")
    session.commit()
    return ministry


def kept(session: Session, column: str) -> dict[str, int]:
    found: Counter[str] = Counter()
    for row in session.exec(select(TextCount).where(TextCount.column == column)):
        found[row.value] += row.texts
    return {value: texts for value, texts in found.items() if texts}


def found_by(session: Session, typed: str) -> list[str]:
    query = Search(session, typed).narrow(select(LegalText).with_only_columns(col(LegalText.title_fr)), ())
    return sorted(session.execute(query).scalars())


def test_texts_on_their_way_are_counted_by_holder_and_by_phase(session: Session, ministry: Ministry) -> None:
    assert kept(session, "holder") == {"legal_division": 2}
    assert kept(session, "way_phase") == {"preparation": 2}

    order = session.exec(select(LegalText).where(LegalText.procedure == "arrete")).one()
    ministry.move(order, "submit_for_validation")
    session.commit()
    assert kept(session, "holder") == {"legal_division": 1, "hierarchy": 1}

    ministry.move(order, "abandon", reason="sans objet")
    session.commit()
    assert kept(session, "holder") == {"legal_division": 1, "": 1}
    assert kept(session, "way_phase") == {"preparation": 1, "": 1}
    assert list(index_faults(session)) == []


@pytest.mark.usefixtures("ministry")
def test_counts_follow_a_text_that_is_written_changed_or_removed(session: Session) -> None:
    assert kept(session, "section") == {"projets_d_arretes": 1, "projets_de_decrets": 1}

    order = session.exec(select(LegalText).where(LegalText.procedure == "arrete")).one()
    order.section, order.responsible_id = "arretes", None
    session.commit()
    assert kept(session, "section") == {"arretes": 1, "projets_de_decrets": 1}
    assert kept(session, "responsible_id")[""] >= 1

    session.connection().execute(text("DELETE FROM text_count"))
    session.commit()
    assert list(index_faults(session)) == [COUNTS]
    recount(session, CALENDAR, on=TODAY, commit=session.commit)
    session.commit()
    assert list(index_faults(session)) == []
    assert sum(kept(session, "next_due_on").values()) == 2


def test_the_index_of_words_follows_the_words(session: Session, ministry: Ministry) -> None:
    assert found_by(session, "jardin") == ["Arrêté sur les jardins", "Décret sur les jardins d’enfants"]
    assert found_by(session, "jardin enfant") == ["Décret sur les jardins d’enfants"]

    words = session.exec(select(TextWords)).all()
    words[0].words = frozenset({"autre", "chose"})
    session.commit()

    assert len(found_by(session, "autre")) == 1
    assert len(found_by(session, "jardin")) == 1
    recount(session, CALENDAR, on=TODAY, commit=session.commit)
    session.commit()
    assert found_by(session, "autre") == []
    assert len(found_by(session, "jardin")) == 2
    assert ministry


def test_a_number_is_found_with_or_without_its_zeros(session: Session, ministry: Ministry) -> None:
    for number in ("026-25", "26-26", "27-25", "2-18-0686"):
        ministry.open(title_fr=number, number=number)

    for typed in ("026-25", "26-25", "0026.25", "n° 26.25"):
        assert found_by(session, typed) == ["026-25"]
    assert found_by(session, "026-26") == ["26-26"]
    assert found_by(session, "2.18.686") == ["2-18-0686"]


@pytest.mark.usefixtures("ministry")
def test_a_text_without_words_is_told_until_all_are_counted_again(session: Session) -> None:
    session.delete(session.exec(select(TextWords)).first())
    session.commit()
    session.expire_all()

    assert list(index_faults(session)) == [INDEX]
    recount(session, CALENDAR, on=TODAY, commit=session.commit)
    session.commit()
    assert list(index_faults(session)) == []


@pytest.mark.usefixtures("ministry")
@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.parametrize("words", ["jardins", "autre"])
def test_an_index_that_does_not_follow_is_told(session: Session, engine: Engine, words: str) -> None:
    with engine.begin() as connection:
        wrong = "INSERT INTO text_fts (text_fts, rowid, words) SELECT 'delete', place, words FROM text_words LIMIT 1"
        connection.execute(text(wrong))
        if words == "autre":
            again = "INSERT INTO text_fts (rowid, words) SELECT place, :words FROM text_words LIMIT 1"
            connection.execute(text(again), {"words": words})

    assert list(index_faults(session)) == [INDEX]
    recount(session, CALENDAR, on=TODAY, commit=session.commit)
    session.commit()
    assert list(index_faults(session)) == []


@pytest.mark.usefixtures("ministry")
@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_places_follow_the_dates_of_opening(session: Session) -> None:
    query = select(LegalText.created_at, TextWords.place).join(TextWords, col(TextWords.text_id) == LegalText.id)
    found = session.exec(query.order_by(col(TextWords.place))).all()

    assert [opened for opened, _place in found] == sorted(opened for opened, _place in found)
    assert len({place for _opened, place in found}) == 2
