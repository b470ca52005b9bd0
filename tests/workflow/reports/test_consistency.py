"""What `flask check` finds wrong in a database."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from sqlalchemy import Engine, update
from sqlmodel import Session, col, select

from models import Deadline, DeadlineStatus, LegalText, User
from tests.workflow.builders import CALENDAR, TO_DEPOSITED, TODAY, Ministry, undated
from workflow.procedure.model import Procedure
from workflow.register.recount import recount
from workflow.reports.consistency import faults
from workflow.rulebook.files import procedures


@pytest.fixture
def bill(session: Session) -> LegalText:
    ministry = Ministry(session)
    ministry.open("arrete", *undated("assign_drafter"))
    bill = ministry.open("projet_de_loi", *TO_DEPOSITED, title_fr="Projet relatif à la parité")
    session.commit()
    return bill


def said(engine: Engine, bill: LegalText, known: Mapping[str, Procedure] | None = None) -> list[str]:
    about = f"Le texte {bill.id} (« Projet relatif à la parité »)"
    return [words.replace(about, "…") for words in faults(known or procedures(), engine, CALENDAR)]


def test_nothing_is_said_of_a_sound_database(engine: Engine, bill: LegalText) -> None:
    assert said(engine, bill) == []


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        ("state", "perdu", "… est dans l’état « perdu », que la procédure n’a pas."),
        ("state", "initie", "… est dans l’état « initie », mais son histoire mène à « depose »."),
        ("chamber", "conseillers", "… est dans l’état « depose », mais son histoire mène à « depose »."),
        ("number", "2-14-278", "… porte le n° 2-14-278, mais son histoire lui donne le n° –."),
        ("section", "lois", "… est rangé dans « lois », mais sa procédure le range dans « projets_de_loi »."),
        ("procedure", "dahir", "… suit la procédure « dahir », qui n’existe pas."),
    ],
)
def test_a_row_that_its_history_does_not_lead_to_is_named(
    engine: Engine, session: Session, bill: LegalText, *, column: str, value: str, words: str
) -> None:
    setattr(bill, column, value)
    session.commit()

    assert said(engine, bill) == [words]


def test_a_responsible_person_that_its_history_does_not_name_is_said(
    engine: Engine, session: Session, bill: LegalText
) -> None:
    bill.responsible_id = session.exec(select(User.id)).first()
    session.commit()

    assert said(engine, bill) == ["… n’a pas pour responsable la personne que nomme son histoire."]


def test_a_deadline_that_its_history_does_not_give_is_named_until_all_are_counted_again(
    engine: Engine, session: Session, bill: LegalText
) -> None:
    session.exec(update(Deadline).where(col(Deadline.status) == DeadlineStatus.CLOSED).values(status="running"))
    session.commit()
    wrong = "… a des échéances que son histoire ne donne pas : lancez « flask --app web recount »."
    assert said(engine, bill) == [wrong]

    recount(session, CALENDAR, on=TODAY, commit=session.commit)
    session.commit()
    assert said(engine, bill) == []


def test_a_day_kept_as_sure_that_is_estimated_is_named_until_all_are_counted_again(
    engine: Engine, session: Session, bill: LegalText
) -> None:
    people = {person.role: person for person in session.exec(select(User))}
    Ministry(session, people=people).move(bill, "refer_to_committee", "2026-11")
    session.exec(update(Deadline).values(is_estimated=False))
    session.commit()
    wrong = "… a des échéances que son histoire ne donne pas : lancez « flask --app web recount »."
    assert said(engine, bill) == [wrong]

    recount(session, CALENDAR, on=TODAY, commit=session.commit)
    session.commit()
    assert said(engine, bill) == []
    assert True in session.exec(select(Deadline.is_estimated)).all()


def test_a_history_that_the_procedure_no_longer_allows_is_named(engine: Engine, bill: LegalText) -> None:
    procedure = procedures()["projet_de_loi"]
    kept = tuple(move for move in procedure.transitions if move.name != "deposit")
    known = dict(procedures()) | {"projet_de_loi": replace(procedure, transitions=kept, siblings={})}

    assert said(engine, bill, known) == ["… a une histoire que la procédure ne permet pas : « deposit »."]


def test_a_text_is_checked_against_the_version_it_follows(engine: Engine, session: Session, bill: LegalText) -> None:
    former = procedures()["projet_de_loi"]
    states = {code: state for code, state in former.states.items() if code != "depose"}
    newest = replace(former, version="2030", states=states, siblings={"2011": former})

    assert said(engine, bill, dict(procedures()) | {"projet_de_loi": newest}) == []
    bill.procedure_version = "2030"
    session.commit()
    assert said(engine, bill, dict(procedures()) | {"projet_de_loi": newest}) == [
        "… est dans l’état « depose », que la procédure n’a pas."
    ]
