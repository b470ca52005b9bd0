"""What is changed in a database behind the register's back: refused by the database, else found by `flask check`."""

from datetime import timedelta
from sqlite3 import IntegrityError
from uuid import UUID

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DatabaseError
from sqlmodel import Session, SQLModel, select

from models import DaySeal, LegalText, reading
from tests.workflow.behind import say, tamper, tampering
from tests.workflow.builders import AT, CALENDAR, ON_SQLITE, TO_DEPOSITED, Ministry, undated
from workflow.history.seals import seal_of, seal_of_day
from workflow.history.steps import steps_of
from workflow.register.day_seals import seal_days
from workflow.reports.consistency import faults
from workflow.rulebook.files import procedures

NEXT_DAY = AT + timedelta(days=1)
STEPS = 1 + len(TO_DEPOSITED)
CHANGED = "… : l’étape n° 3 n’est plus celle qui a été enregistrée, ou n’est plus à sa place."
GONE = f"… : l’étape n° 1 manque, et celles qui la suivaient jusqu’au n° {STEPS}."
LAST_OF_DAY = f"le 24 novembre 2026, l’étape n° {STEPS} n’est plus la dernière de ce jour, ou n’est plus la même."
FOUND = {
    "date": [CHANGED],
    "author": [CHANGED],
    "moment": [CHANGED],
    "order": [CHANGED, CHANGED.replace("3", "4"), CHANGED.replace("3", "5")],
    "replace": [CHANGED],
    "truncate": [GONE],
}


@pytest.fixture
def bill(session: Session, ministry: Ministry) -> LegalText:
    """Give a bill on which steps were recorded the day before, and the day is sealed."""
    ministry.open("arrete", *undated("assign_drafter"))
    bill = ministry.open("projet_de_loi", *TO_DEPOSITED, title_fr="Projet relatif à la parité")
    assert seal_days(session, at=NEXT_DAY, reader=session) == 1
    session.commit()
    return bill


def said(engine: Engine, bill: LegalText) -> list[str]:
    about = f"Le texte {bill.id} (« Projet relatif à la parité »)"
    return [words.replace(about, "…") for words in faults(procedures(), engine, CALENDAR)]


@pytest.mark.parametrize("way", [*FOUND, "text", "identifier"])
def test_the_database_refuses_that_its_history_is_changed(engine: Engine, bill: LegalText, way: str) -> None:
    with pytest.raises((DatabaseError, IntegrityError), match="append-only"):
        say(engine, tampering(engine.dialect.name, bill.id)[way])

    assert said(engine, bill) == []


@pytest.mark.parametrize("way", FOUND)
def test_a_history_that_was_changed_is_found(engine: Engine, bill: LegalText, way: str) -> None:
    tamper(engine, tampering(engine.dialect.name, bill.id)[way])

    assert [words for words in said(engine, bill) if words.startswith("… : l’étape")] == FOUND[way]


def test_a_text_that_was_deleted_with_all_its_steps_is_found(engine: Engine, bill: LegalText) -> None:
    tamper(engine, tampering(engine.dialect.name, bill.id)["text"])

    found = said(engine, bill)
    assert [words for words in found if str(bill.id) in words] == [
        f"Le texte {bill.id}, qui n’est plus là : {LAST_OF_DAY}"
    ]
    assert f"Le 24 novembre 2026, {STEPS + 2} étapes étaient scellées en tout ; 2 sont là." in found


def test_a_text_that_was_deleted_without_its_steps_is_found(engine: Engine, bill: LegalText) -> None:
    tamper(engine, tampering(engine.dialect.name, bill.id)["text"][:1])

    assert f"Le texte {bill.id} a été supprimé ; ses étapes sont encore là." in said(engine, bill)


def test_a_text_deleted_with_its_steps_alone_is_found_by_what_it_left(engine: Engine, bill: LegalText) -> None:
    rows = tampering(engine.dialect.name, bill.id)["text"][:2]
    tamper(engine, [*rows, "DELETE FROM day_seal"])

    assert f"Le texte {bill.id} a été supprimé ; ses étapes aussi, mais d’autres traces restent." in said(engine, bill)


@ON_SQLITE
@pytest.mark.parametrize("column", ["on", "at", "facts", "known_on", "by_id"])
def test_a_step_that_can_no_longer_be_read_is_named(engine: Engine, bill: LegalText, column: str) -> None:
    tamper(engine, [f"UPDATE step SET \"{column}\" = '{{x' WHERE text_id = '{bill.id.hex}' AND number = 3"])  # noqa: S608 ours

    words = "… a une étape qui ne peut plus être lue : elle a été changée dans la base."
    assert [each for each in said(engine, bill) if each.startswith("…")] == [words]


@pytest.mark.parametrize("column", [column.name for column in SQLModel.metadata.tables["step"].columns])
def test_no_column_of_a_step_changes_without_being_found(engine: Engine, bill: LegalText, column: str) -> None:
    values = {
        "id": f"'{UUID(int=1).hex}'", "text_id": "(SELECT id FROM legal_text WHERE title_fr = 'Projet de texte')",
        "number": "99", "inferred": "NOT inferred", "strikes": "1", "by_id": "NULL", "known_on": "'2001-01-01'",
        "facts": """'{"reason": "autre"}'""", "at": "'2001-01-01'",
    }  # fmt: skip
    changed = f'UPDATE step SET "{column}" = {values.get(column, chr(39) + "2001" + chr(39))}'  # noqa: S608 ours
    tamper(engine, [f"{changed} WHERE text_id = '{bill.id.hex}' AND number = 3"])

    assert [words for words in said(engine, bill) if words.startswith("… : l’étape n° 3 ")] != []


def seal_anew(engine: Engine, text_id: UUID, *, steps: slice) -> None:
    """Seal some of the steps of a text anew, and the text with the last of them, once one was changed."""
    statements, seal = [], ""
    with Session(reading(engine)) as session:
        for step in steps_of(session, text_id)[steps]:
            before = session.execute(
                text("SELECT seal FROM step WHERE text_id = :id AND number = :number"),
                {"id": text_id.hex, "number": step.number - 1},
            ).scalar()
            seal = seal_of(step, seal or before or "")
            statements.append(f"UPDATE step SET seal = '{seal}' WHERE id = '{step.id.hex}'")  # noqa: S608 ours
    if steps.stop is None:
        statements.append(f"UPDATE legal_text SET seal = '{seal}' WHERE id = '{text_id.hex}'")  # noqa: S608 ours
    tamper(engine, statements)


def test_a_step_that_was_changed_and_sealed_anew_is_found_by_the_next_one(engine: Engine, bill: LegalText) -> None:
    tamper(engine, tampering(engine.dialect.name, bill.id)["date"])
    seal_anew(engine, bill.id, steps=slice(2, 3))

    assert said(engine, bill) == [CHANGED.replace("3", "4")]


def test_a_history_that_was_sealed_anew_to_its_end_is_found_by_the_day(engine: Engine, bill: LegalText) -> None:
    tamper(engine, tampering(engine.dialect.name, bill.id)["date"])
    seal_anew(engine, bill.id, steps=slice(2, None))

    assert said(engine, bill) == [f"… : {LAST_OF_DAY}"]


def test_the_last_steps_of_a_text_are_missed(engine: Engine, bill: LegalText) -> None:
    tamper(engine, [f"DELETE FROM step WHERE text_id = '{bill.id.hex}' AND number = {STEPS}"])  # noqa: S608 ours

    assert f"… : l’étape n° {STEPS} manque, et celles qui la suivaient jusqu’au n° {STEPS}." in said(engine, bill)


def test_a_day_that_was_sealed_does_not_change(engine: Engine, session: Session, bill: LegalText) -> None:
    with pytest.raises((DatabaseError, IntegrityError), match="append-only"):
        say(engine, ["UPDATE day_seal SET steps = 3"])
    tamper(engine, ["UPDATE day_seal SET steps = 3"])

    assert said(engine, bill) == [
        "Le sceau du 24 novembre 2026 n’est plus celui qui a été écrit, ou celui d’un jour précédent manque.",
        f"Le 24 novembre 2026, 3 étapes étaient scellées en tout ; {STEPS + 2} sont là.",
    ]
    session.rollback()


def test_triggers_that_are_not_there_are_named(engine: Engine, bill: LegalText) -> None:
    sqlite = engine.dialect.name == "sqlite"
    name = "step_keep_update" if sqlite else "step_keep"
    say(engine, [f"DROP TRIGGER {name}" if sqlite else f"ALTER TABLE step DISABLE TRIGGER {name}"])
    try:
        words = f"La base n’interdit plus tout changement de ce qui est enregistré : des protections manquent ({name})."
        assert said(engine, bill) == [words]
    finally:
        say(engine, [] if sqlite else [f"ALTER TABLE step ENABLE TRIGGER {name}"])


@ON_SQLITE
def test_a_row_put_in_the_place_of_another_one_in_the_file_is_refused(engine: Engine, bill: LegalText) -> None:
    other = (
        "INSERT OR REPLACE INTO step (rowid, id, text_id, number, move, facts, inferred, at) SELECT rowid, 'x', 'y', "
    )
    with pytest.raises(IntegrityError, match="append-only"):
        say(engine, [f"{other}99, move, facts, inferred, at FROM step WHERE text_id = '{bill.id.hex}' AND number = 3"])


def test_each_day_is_sealed_once_and_on_the_one_before(session: Session, ministry: Ministry, bill: LegalText) -> None:
    ministry.at = NEXT_DAY
    ministry.open("decret")
    session.commit()

    assert seal_days(session, at=NEXT_DAY, reader=session) == 0
    assert seal_days(session, at=NEXT_DAY + timedelta(days=1), reader=session) == 1
    first, second = session.exec(select(DaySeal).order_by("day")).all()
    assert (first.steps, second.steps) == (STEPS + 2, STEPS + 3)
    assert tuple(first.heads[bill.id.hex]) == (STEPS, bill.seal)
    heads = {UUID(key): (number, seal) for key, (number, seal) in second.heads.items()}
    assert second.seal == seal_of_day(second.day, STEPS + 3, heads, first.seal)
