"""What an operator can do from a terminal: `flask --app web COMMAND --help`."""

import sys
from datetime import datetime
from ipaddress import ip_address

import click
from flask import Flask
from flask.cli import with_appcontext
from sqlalchemy import func
from sqlmodel import Session, select

from models import User, reading
from models.schema import migrate as migrate_schema
from web import jobs
from web.account_commands import ACCOUNT_COMMANDS
from web.change_commands import change
from web.clock import utc_now
from web.config import remember_address
from web.import_commands import import_table
from web.passwords import hash_password
from web.replay_commands import replay
from web.request import engine, read_calendar, settings
from web.table_command import table
from web.unmigrated import schema_fault, told
from workflow import demonstration
from workflow.consistency import faults
from workflow.procedure_files import procedures
from workflow.reminders import planned_messages
from workflow.time_zone import legal_day

_DAY = click.DateTime(["%Y-%m-%d"])


def register(app: Flask) -> None:
    """Add the commands to `flask --app web`."""
    for command in _COMMANDS:
        app.cli.add_command(command)


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Adresse d'écoute.")
@click.option("--port", default=8000, show_default=True, help="Port d'écoute.")
@click.option(
    "--expose-demonstration",
    "exposed",
    is_flag=True,
    help="Sert la démonstration à d'autres machines, bien que ses comptes soient ouverts à tous.",
)
def serve(host: str, port: int, *, exposed: bool) -> None:
    """Prépare la base si besoin, puis démarre le serveur et les rappels."""
    from web import create_app  # noqa: PLC0415 - the workers make the application after they are forked
    from web.server import Server  # noqa: PLC0415

    app = create_app()
    with app.app_context():
        if settings().demonstration and not exposed and not _is_loopback(host):
            raise click.ClickException(_OPEN_TO_ALL.format(host=host))
        prepare()
        remember_address(settings().var, host, port)
        hint = f" – comptes et mot de passe sur la page de connexion ({demonstration.PASSWORD})"
        click.echo(f"Navette : http://{host}:{port}{hint if settings().demonstration else ''}")
        click.echo(f"Données : {settings().var}    Arrêt : Ctrl+C")
        engine().dispose()
    Server(create_app, f"{host}:{port}").run()


_OPEN_TO_ALL = """\
la démonstration n'est pas servie sur {host} : ses comptes, direction comprise, s'ouvrent avec un mot de passe public.
Pour un usage réel : mettez « demonstration = false » dans config.toml, puis ouvrez un compte avec add-person.
Pour montrer la démonstration à d'autres machines, et seulement pour cela : ajoutez --expose-demonstration."""


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def prepare() -> None:
    """Bring the database up to date, and load the demonstration into an empty one."""
    migrate_schema(engine())
    with Session(engine()) as session:
        empty = session.exec(select(func.count()).select_from(User)).one() == 0
    if empty and settings().demonstration:
        _load()


@click.command()
@with_appcontext
def migrate() -> None:
    """Met la base de données au schéma de cette version."""
    migrate_schema(engine())
    click.echo("La base de données est à jour.")


@click.command("load-demonstration")
@with_appcontext
def load_demonstration() -> None:
    """Charge les comptes et les 22 textes de démonstration dans une base vide."""
    with Session(engine()) as session:
        if session.exec(select(func.count()).select_from(User)).one():
            raise click.ClickException("La base n'est pas vide : la démonstration ne s'y charge pas.")
    _load()


def _load() -> None:
    with Session(engine(), expire_on_commit=False) as session:
        count = demonstration.load(
            session, at=utc_now(), password_hash=hash_password(demonstration.PASSWORD), calendar=read_calendar(session)
        )
        session.commit()
    click.echo(f"Démonstration chargée : {count} textes.")


@click.command()
@click.option("--on", "on", type=_DAY, help="Jour des rappels (AAAA-MM-JJ) ; aujourd'hui par défaut.")
@click.option("--dry-run", is_flag=True, help="Montre les courriels sans rien écrire ni envoyer.")
@with_appcontext
def remind(on: datetime | None, *, dry_run: bool) -> None:
    """Écrit les rappels d'échéance d'un jour et envoie les courriels qui attendent.

    Relancée le même jour, la commande n'écrit rien de plus.
    """
    day, at = on.date() if on else legal_day(utc_now()), utc_now()
    if dry_run:
        with Session(reading(engine()), expire_on_commit=False) as session:
            messages = planned_messages(
                session, on=day, at=at, calendar=read_calendar(session), base_url=settings().base_url
            )
            for message in messages:
                click.echo(f"À : {message.address}\nObjet : {message.subject}\n\n{message.plain}\n{'-' * 76}")
            click.echo(f"{len(messages)} courriel(s) partiraient ; rien n'a été écrit.")
            session.rollback()
        return
    written = jobs.remind(engine(), settings(), at=at, on=day)
    if written:
        click.echo(f"{written.reminders} rappel(s) écrits dans {written.messages} courriel(s).")
    _say_sent()


@click.command()
@with_appcontext
def send() -> None:
    """Envoie les courriels qui attendent."""
    _say_sent()


def _say_sent() -> None:
    sent = jobs.send(engine(), settings(), clock=utc_now)
    click.echo(f"{sent.sent} courriel(s) partis, {sent.waiting} en attente, {sent.failed} non partis.")
    if sent.unreachable:
        raise click.ClickException(sent.unreachable)


@click.command()
@with_appcontext
def check() -> None:
    """Vérifie les procédures, et que la base de données s'y conforme."""
    if missing := schema_fault():
        raise click.ClickException(missing)
    with Session(reading(engine())) as session:
        calendar = read_calendar(session)
    found = list(faults(procedures(), reading(engine()), calendar))
    for fault in found:
        click.echo(fault, err=True)
    if found:
        sys.exit(1)
    click.echo(f"{len(procedures())} procédures vérifiées ; la base de données s'y conforme.")


_COMMANDS = tuple(
    told(command)
    for command in (
        serve, migrate, load_demonstration, *ACCOUNT_COMMANDS, remind, send, table, check, import_table, replay, change,
    )
)  # fmt: skip
