"""The names by period that a prepared database has."""

from datetime import UTC, datetime

from alembic import command
from sqlmodel import Session, col, select

from models import NamePeriod, OfficeHolder, put_aside
from models.schema import alembic_config
from tests.web.conftest import MakeApp
from tests.web.console import Terminal
from tests.workflow.names.builders import period
from workflow.names.periods import read_names

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
NAMED_IN_2013 = "Ministère de la Solidarité, de la Femme, de la Famille et du Développement social"


def session_of(terminal: Terminal) -> Session:
    return Session(terminal.app.extensions["navette.engine"])


def test_a_database_that_is_made_knows_the_names_of_the_ministry(make_app: MakeApp) -> None:
    terminal = Terminal(make_app())

    terminal.run("migrate")

    with session_of(terminal) as session:
        name = read_names(session).ministry_on(datetime(2013, 6, 1, tzinfo=UTC).date())
        assert name
        assert name.fr == NAMED_IN_2013


def test_a_database_of_an_earlier_version_learns_them(make_app: MakeApp) -> None:
    terminal = Terminal(make_app())
    terminal.run("migrate")
    with terminal.app.extensions["navette.engine"].begin() as connection:
        command.downgrade(alembic_config(connection), "0011")

    terminal.run("migrate")

    with session_of(terminal) as session:
        assert len(read_names(session).periods) == 5


def test_migrating_again_adds_nothing_and_leaves_what_was_typed(make_app: MakeApp) -> None:
    terminal = Terminal(make_app())
    terminal.run("migrate")
    with session_of(terminal) as session:
        with put_aside(session.connection(), "name_period", "office_holder"):
            for row in [*session.exec(select(NamePeriod)), *session.exec(select(OfficeHolder))]:
                session.delete(row)
            session.flush()
        session.add(period("Ministère de la Mer", "2020-01-01"))
        session.commit()

    terminal.run("migrate")

    with session_of(terminal) as session:
        assert session.exec(select(col(NamePeriod.fr))).all() == ["Ministère de la Mer"]
        assert session.exec(select(OfficeHolder)).all() == []
