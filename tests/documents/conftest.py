"""An office and its bill; the bill's long history is written once, then laid down row by row for each test."""

from uuid import UUID

import pytest
from sqlalchemy import Table, insert
from sqlmodel import Session, SQLModel, select

from models import LegalText, User
from tests.documents.office import AT, Office
from tests.fixtures.databases import Database, with_tables
from tests.workflow.builders import CLOSED

Rows = list[tuple[Table, list[dict[str, object]]]]


@pytest.fixture
def database(request: pytest.FixtureRequest) -> Database:
    """A paper says the same whatever base tells it: SQLite is enough, unless a test parametrizes this fixture."""
    kind = {"sqlite": "sqlite_database", "postgresql": "postgres_database"}[getattr(request, "param", "sqlite")]
    database: Database = request.getfixturevalue(kind)
    database.empty()
    return database


@pytest.fixture
def office(session: Session) -> Office:
    return open_office(session)


@pytest.fixture(scope="session")
def bill_as_new() -> Rows:
    """Give the rows of a bill that waits in its second committee."""
    engine = with_tables("sqlite://")
    with Session(engine) as session:
        take_to_second_committee(open_office(session))
        connection = session.connection()
        written = [
            (table, [dict(row) for row in connection.execute(table.select()).mappings()])
            for table in SQLModel.metadata.sorted_tables
        ]
    engine.dispose()
    return [(table, rows) for table, rows in written if rows and table.name != "person"]


@pytest.fixture
def bill(office: Office, bill_as_new: Rows) -> LegalText:
    """Give a bill that waits in its second committee."""
    for table, rows in bill_as_new:
        office.session.connection().execute(insert(table), rows)
    return office.session.exec(select(LegalText)).one()


def open_office(session: Session) -> Office:
    head = User(
        id=UUID(int=1), email="head@test", name="Amina Berrada", role="head", password_hash=CLOSED, created_at=AT
    )
    drafter = User(
        id=UUID(int=2), email="drafter@test", name="Youssef El Idrissi", role="drafter", password_hash=CLOSED,
        created_at=AT,
    )  # fmt: skip
    session.add_all([head, drafter])
    session.flush()
    return Office(session, people={"head": head, "drafter": drafter})


def take_to_second_committee(office: Office) -> None:
    bill = office.open(
        "projet_de_loi", on="2013-01-10", responsible_id=office.drafter.id,
        title_fr="Projet de loi relatif à la lutte contre les violences <graves> & « autres »",
        title_ar="مشروع قانون رقم 103.13 يتعلق بمحاربة العنف",
    )  # fmt: skip
    office.move(bill, "assign_drafter", "2013-01-14")
    office.move(bill, "submit_for_validation", "2013-05")
    office.move(bill, "validate", "2013-08", pieces=["arabic", "presentation"])
    office.fire(bill, "send_to_sgg", role="drafter", on="2013-09-02", facts={"reference": "lettre n° 412"})
    office.move(bill, "register_at_sgg")
    office.move(bill, "distribute")
    office.move(bill, "list_on_agenda", council_on="2016-03-17")
    office.move(bill, "adopt_in_council", "2016-03-17")
    office.move(bill, "deposit", "2016-06-02", chamber="representants", number="103.13")
    office.move(bill, "refer_to_committee", "2016-06-20")
    office.move(bill, "adopt_in_committee", "2016-07-12")
    office.move(bill, "list_for_plenary")
    office.move(bill, "adopt_first", "2016-07-20", votes={"for": 70, "against": 22})
    office.move(bill, "refer_to_other_chamber", "2018-03-05")
