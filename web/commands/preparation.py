"""Brings the database up to date, and loads the demonstration where it is wanted."""

import click
from sqlalchemy import func
from sqlmodel import Session, select

from models import User, sqlite_file
from models.schema import migrate as migrate_schema
from web.account.passwords import hash_password
from web.clock import utc_now
from web.config import make_private_folder
from web.request import engine, read_calendar, settings
from workflow.calendar.time_zone import legal_day
from workflow.importing import demonstration
from workflow.register.recount import recount


def bring_up_to_date() -> None:
    """Bring the database to this version's schema, and its rows to what their steps now come to."""
    _make_place()
    if migrate_schema(engine()):
        with Session(engine(), expire_on_commit=False) as session:
            recount(session, read_calendar(session), on=legal_day(utc_now()), commit=session.commit)


def _make_place() -> None:
    """Make the folder of data, and the empty file of a SQLite database, which no other command makes."""
    make_private_folder(settings().var)
    if path := sqlite_file(engine().url):
        path.touch(mode=0o600)


def prepare() -> None:
    """Bring the database up to date, and load the demonstration into an empty one."""
    bring_up_to_date()
    with Session(engine()) as session:
        empty = session.exec(select(func.count()).select_from(User)).one() == 0
    if empty and settings().demonstration:
        load()


def load() -> None:
    """Load the demonstration, whose texts are counted aloud."""
    with Session(engine(), expire_on_commit=False) as session:
        count = demonstration.load(
            session, at=utc_now(), password_hash=hash_password(demonstration.PASSWORD), calendar=read_calendar(session)
        )
        session.commit()
    click.echo(f"Démonstration chargée : {count} textes.")
