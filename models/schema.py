"""Brings a database to the schema of this version."""

from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine
from sqlmodel import SQLModel

FOLDER = Path(__file__).parent / "migrations"


def migrate(engine: Engine) -> None:
    """Run the migrations that the database has not seen, all or none of each."""
    with engine.begin() as connection:
        command.upgrade(alembic_config(connection), "head")


def alembic_config(connection: Connection) -> Config:
    """Give Alembic's settings for a connection; no file of its own is needed."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["connection"] = connection
    return config


def differences(connection: Connection) -> list[object]:
    """List what the database lacks or has too much; empty when it is up to date."""
    context = MigrationContext.configure(connection, opts={"render_as_batch": True, "compare_type": True})
    return list(compare_metadata(context, SQLModel.metadata))
