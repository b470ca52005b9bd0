"""Brings the database up to date, and loads the demonstration where it is wanted."""

from datetime import date, datetime, timedelta
from functools import partial

import click
from sqlmodel import Session, col, select

from models import Document, sqlite_file
from models.schema import migrate as migrate_schema
from web.account.passwords import hash_password
from web.clock import utc_now
from web.commands import known_database
from web.papers.production import make_batch
from web.private_files import make_private_folder, tighten, warning_about
from web.request import engine, settings
from web.serving.jobs import reckon_times
from workflow.calendar.decided_days import read_calendar
from workflow.calendar.time_zone import legal_day, start_of
from workflow.importing import demonstration
from workflow.names.seed import sow
from workflow.register.recount import recount

# The moment of a day at which a demonstration is loaded: whoever opens it finds the mails of the morning.
_OPENING = timedelta(hours=9)


def bring_up_to_date() -> None:
    """Bring the database to this version's schema, and its rows to what their steps now come to.

    One whose schema changes and that has no names by period gets those that Navette knows of the ministry.
    Stops the command where a database was known and is lost; one that is made here is known from then on.
    """
    if lost := known_database.loss():
        raise click.ClickException(lost)
    _make_place()
    if migrate_schema(engine()):
        with Session(engine(), expire_on_commit=False) as session:
            recount(session, read_calendar(session), on=legal_day(utc_now()), commit=session.commit)
            sow(session, settings().letterhead.name_fr, at=utc_now())
            session.commit()
        reckon_times(engine(), on=legal_day(utc_now()))
    known_database.remember()


def make_folders() -> None:
    """Make the folder of data, and that of the file of SQLite; what is there already stays as it is."""
    make_private_folder(settings().var)
    if path := sqlite_file(engine().url):
        make_private_folder(path.parent)


def _make_place() -> None:
    """Make the folders, and the empty file of a SQLite database, which no other command makes."""
    make_folders()
    path = sqlite_file(engine().url)
    if path:
        path.touch(mode=0o600)
    if warning := warning_about(tighten(settings().var, path)):
        click.echo(warning, err=True)


def prepare() -> None:
    """Bring the database up to date, and load the demonstration into one where nobody ever had an account."""
    bring_up_to_date()
    if settings().demonstration and not known_database.is_peopled():
        load()
        known_database.remember()


def load(on: date | None = None) -> None:
    """Load the demonstration as of a day, today by default, and make its papers; its texts are counted aloud.

    The same day gives the same content. Each paper is made as of the moment at which it was asked for.
    """
    day = on or legal_day(utc_now())
    morning = start_of(day) + _OPENING
    at = morning if on else min(morning, utc_now())
    with Session(engine(), expire_on_commit=False) as session:
        count = demonstration.load(
            session, at=at, password_hash=hash_password(demonstration.PASSWORD), calendar=read_calendar(session),
            base_url=settings().base_url,
        )  # fmt: skip
        session.commit()
        wanted = session.exec(select(Document.id, Document.wanted_at).order_by(col(Document.wanted_at))).all()
    for paper, moment in wanted:
        make_batch([paper], engine(), settings(), clock=partial(_as_of, moment))
    reckon_times(engine(), on=day)
    click.echo(f"Démonstration chargée : {count} textes.")


def _as_of(moment: datetime) -> datetime:
    return moment
