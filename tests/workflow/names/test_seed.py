"""The names that a new database begins with."""

from datetime import date

from sqlmodel import Session, select

from models import NamePeriod, OfficeHolder
from tests.workflow.names.builders import AT, period
from workflow.names.periods import read_names
from workflow.names.seed import sow
from workflow.procedure.institutions import name_ar, name_fr

OURS = "Ministère de la Solidarité, de l'Insertion sociale et de la Famille"
CODE = "ministry_of_solidarity_women_family"


def test_the_five_names_of_the_ministry_follow_each_other_without_a_gap(session: Session) -> None:
    assert sow(session, OURS, at=AT)

    names = read_names(session).periods
    assert [(row.from_on, row.until_on, row.fr) for row in names] == [
        (date(2007, 10, 15), date(2012, 1, 3), "Ministère du Développement social, de la Famille et de la Solidarité"),
        (date(2012, 1, 3), date(2017, 4, 5),
         "Ministère de la Solidarité, de la Femme, de la Famille et du Développement social"),
        (date(2017, 4, 5), date(2019, 10, 9),
         "Ministère de la Famille, de la Solidarité, de l’Égalité et du Développement social"),
        (date(2019, 10, 9), date(2021, 10, 7),
         "Ministère de la Solidarité, du Développement social, de l’Égalité et de la Famille"),
        (date(2021, 10, 7), None, "Ministère de la Solidarité, de l’Insertion sociale et de la Famille"),
    ]  # fmt: skip


def test_papers_and_sentences_name_the_ministry_alike(session: Session) -> None:
    sow(session, OURS, at=AT)

    for row in read_names(session).periods:
        said = name_fr(CODE, row.from_on), name_ar(CODE, row.from_on)
        assert (row.fr[:1].lower() + row.fr[1:], row.ar) == said


def test_each_seeded_row_says_where_it_comes_from(session: Session) -> None:
    sow(session, OURS, at=AT)

    rows = [*session.exec(select(NamePeriod)), *session.exec(select(OfficeHolder))]
    assert {row.certainty for row in rows} <= {"read", "memory"}
    assert all(row.source for row in rows)
    assert {row.recorded_by_id for row in rows} == {None}


def test_another_ministry_gets_the_head_of_government_and_keeps_its_own_name(session: Session) -> None:
    sow(session, "Ministère de la Justice", at=AT)

    names = read_names(session)
    assert names.periods == []
    assert {holder.office for holder in names.holders} == {"head_of_government"}


def test_what_people_typed_is_never_sown_over(session: Session) -> None:
    session.add(period("Ministère de la Mer", "2020-01-01"))
    session.flush()

    assert not sow(session, OURS, at=AT)
    assert [row.fr for row in read_names(session).periods] == ["Ministère de la Mer"]
