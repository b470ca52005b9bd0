"""Registers changed behind the program's back: refused by the database, else found by `flask check`."""

from sqlite3 import IntegrityError

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DatabaseError
from sqlmodel import Session, col, select

from models import LegalText, RegisterItem
from tests.workflow.behind import say, tamper
from tests.workflow.builders import CALENDAR, TODAY, Ministry, undated
from tests.workflow.registers.desk import changed, new, tell
from workflow.register.recount import recount
from workflow.reports.consistency import faults
from workflow.rulebook.files import procedures

BATCH, ANSWERED = 3, 4
CHANGED = "… : les éléments de registre de l’étape n° {} ne sont plus ceux qui ont été enregistrés."
ASTRAY = "… : des éléments de registre se disent de l’étape n° 2, qui n’en a enregistré aucun."
ITEMS = "… : ses registres ne sont pas ce que son histoire en dit : lancez « flask --app web recount »."
ENTRIES = {
    "UPDATE register_entry SET facts = '{}' WHERE step = 3 AND rank = 2": [CHANGED.format(BATCH)],
    "UPDATE register_entry SET \"on\" = '2026-11-03' WHERE step = 3 AND rank = 2": [CHANGED.format(BATCH)],
    "UPDATE register_entry SET item = 9 WHERE step = 3 AND rank = 2": [CHANGED.format(BATCH)],
    "DELETE FROM register_entry WHERE step = 3 AND rank = 2": [CHANGED.format(BATCH)],
    "DELETE FROM register_entry WHERE step = 4": [CHANGED.format(ANSWERED)],
    "UPDATE register_entry SET step = 2 WHERE step = 3 AND rank = 2": [CHANGED.format(BATCH), ASTRAY],
}


@pytest.fixture
def bill(session: Session, ministry: Ministry) -> LegalText:
    bill = ministry.open("projet_de_loi", *undated("assign_drafter"), title_fr="Projet relatif à la parité")
    tell(ministry, bill, "observations", [new(row, observation=f"Remarque {row}.") for row in (1, 2, 3)])
    tell(ministry, bill, "observations", [changed(1, position="kept")])
    session.commit()
    return bill


def said(engine: Engine, bill: LegalText) -> list[str]:
    about = f"Le texte {bill.id} (« Projet relatif à la parité »)"
    return [words.replace(about, "…") for words in faults(procedures(), engine, CALENDAR)]


@pytest.mark.parametrize("statement", ENTRIES)
def test_the_database_refuses_that_entries_are_changed(engine: Engine, bill: LegalText, statement: str) -> None:
    with pytest.raises((DatabaseError, IntegrityError), match="append-only"):
        say(engine, [statement])

    assert said(engine, bill) == []


@pytest.mark.parametrize(("statement", "words"), ENTRIES.items())
def test_entries_that_were_changed_are_found(
    engine: Engine, bill: LegalText, statement: str, *, words: list[str]
) -> None:
    tamper(engine, [statement])

    assert said(engine, bill) == words


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM register_item WHERE number = 2",
        "UPDATE register_item SET status = 'settled'",
        "UPDATE register_item SET number = 9 WHERE number = 3",
    ],
)
def test_items_that_the_history_does_not_give_are_found_and_counted_again(
    engine: Engine, session: Session, bill: LegalText, *, statement: str
) -> None:
    session.connection().execute(text(statement))
    session.commit()
    assert said(engine, bill) == [ITEMS]

    recount(session, CALENDAR, on=TODAY, commit=session.commit)
    assert said(engine, bill) == []


def test_what_steps_held_before_there_were_registers_becomes_items(
    engine: Engine, session: Session, ministry: Ministry
) -> None:
    decree = ministry.open("decret", *undated("assign_drafter"))
    ministry.move(decree, "ask_opinion", "2026-10-02", body="cese")
    ministry.move(decree, "record_observation", "2026-11-02", observation="Flou.", body="sgg")
    ministry.move(decree, "answer_observation", "2026-11-05", answered=str(decree.last_step), position="kept")
    session.execute(text("DELETE FROM register_item"))
    session.commit()

    recount(session, CALENDAR, on=TODAY, commit=session.commit)

    rows = session.exec(select(RegisterItem).order_by(col(RegisterItem.kind))).all()
    assert [(row.kind, row.number, row.values, row.status, row.step) for row in rows] == [
        ("consultations", 1, {"body": "cese", "asked_on": "2026-10-02"}, "open", 3),
        ("observations", 1, {"observation": "Flou.", "body": "sgg", "received_on": "2026-11-02", "position": "kept",
                             "replied_on": "2026-11-05"}, "settled", 5),
    ]  # fmt: skip
    session.commit()
    assert list(faults(procedures(), engine, CALENDAR)) == []
