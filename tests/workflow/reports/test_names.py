"""What `check` says of names by period."""

from collections.abc import Callable
from sqlite3 import IntegrityError

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DatabaseError
from sqlmodel import Session

from models import put_aside
from models.names import NOT_DELEGABLE
from tests.workflow.behind import say
from tests.workflow.names.builders import AT, delegation, holder, period
from workflow.names.seed import sow
from workflow.register.names import Row
from workflow.reports.names import name_faults

BEFORE = "du 1er janvier 2000 au 1er janvier 2010 (non compris)"
FAULTY: dict[str, tuple[list[Row], str]] = {
    "overlap": (
        [period("A", "2000-01-01", "2010-01-01"), period("B", "2009-12-31")],
        f"« B », depuis le 31 décembre 2009, a des jours communs avec « A », {BEFORE} : un seul des deux peut valoir.",
    ),
    "code": (
        [period("A", "2000-01-01", code="mer")],
        "« A », depuis le 1er janvier 2000, se rapporte à « mer », que Navette ne connaît pas.",
    ),
    "office": (
        [holder("A", "2000-01-01", office="amiral")],
        "« A », depuis le 1er janvier 2000, se rapporte à « amiral », que Navette ne connaît pas.",
    ),
}


def write(session: Session, *rows: Row) -> None:
    session.add_all([type(row)(**row.model_dump()) for row in rows])
    session.flush()


def test_what_comes_with_navette_has_no_fault(session: Session) -> None:
    sow(session, "Ministère de la Solidarité", at=AT)

    assert list(name_faults(session)) == []


def test_what_is_sound_has_no_fault(session: Session) -> None:
    write(session, period("A", "2000-01-01", "2010-01-01"), holder("B", "2000-01-01"), delegation("C", "2000-01-01"))

    assert list(name_faults(session)) == []


@pytest.mark.parametrize("fault", FAULTY)
def test_each_kind_of_fault_is_said_once(session: Session, fault: str) -> None:
    rows, said = FAULTY[fault]
    write(session, *rows)

    assert list(name_faults(session)) == [said]


def test_a_delegation_of_a_decree_written_past_the_screens_is_said(session: Session) -> None:
    write(session, delegation("C", "2000-01-01"))
    with put_aside(session.connection(), "delegation"):
        session.connection().execute(text("UPDATE delegation SET kinds = 'letter decret'"))
    session.expire_all()

    assert list(name_faults(session)) == [f"Délégation à « C » : n{NOT_DELEGABLE[1:]}"]


@pytest.mark.parametrize("table", ["name_period", "office_holder", "delegation"])
@pytest.mark.parametrize(
    "statement", ["DELETE FROM {}", "UPDATE {} SET from_on = '1999-01-01'", "UPDATE {} SET source = 'autre'"]
)
def test_the_database_refuses_that_names_are_changed(
    engine: Engine, session: Session, table: str, statement: str
) -> None:
    write(session, period("A", "2000-01-01"), holder("B", "2000-01-01"), delegation("C", "2000-01-01"))
    session.commit()

    with pytest.raises((DatabaseError, IntegrityError), match="append-only"):
        say(engine, [statement.format(table)])


@pytest.mark.parametrize("make", [period, holder, delegation])
def test_a_name_takes_the_place_of_no_other(session: Session, make: Callable[..., Row]) -> None:
    write(session, make("A", "2000-01-01"))

    with pytest.raises(DatabaseError):
        write(session, make("A", "2000-01-01"))
