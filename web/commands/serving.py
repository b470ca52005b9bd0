"""Starting Navette, preparing its database and checking it."""

import errno
import socket
import sys
from datetime import date
from functools import partial
from ipaddress import ip_address

import click
from flask.cli import with_appcontext
from sqlalchemy import Connection, Engine
from sqlmodel import Session

from models import reading
from web.commands import known_database
from web.commands.console import DAY
from web.commands.database_state import schema_fault
from web.commands.preparation import bring_up_to_date, load, prepare
from web.commands.seals import seal_fr
from web.config import remember_address
from web.request import EXPOSED, engine, settings
from workflow.calendar.decided_days import read_calendar
from workflow.importing import demonstration
from workflow.register.day_seals import last_seal
from workflow.reports.consistency import faults
from workflow.rulebook.files import procedures
from workflow.rulebook.machine import machine_disagreements


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Adresse d'écoute.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port d'écoute.")
@click.option(
    "--expose-demonstration",
    "exposed",
    is_flag=True,
    help="Sert la démonstration à d'autres machines, bien que ses comptes soient ouverts à tous.",
)
def serve(host: str, port: int, *, exposed: bool) -> None:
    """Prépare la base si besoin, puis démarre le serveur et les rappels."""
    from web import create_app  # noqa: PLC0415 - the workers make the application after they are forked
    from web.serving.log import write_log  # noqa: PLC0415 - gunicorn is the server's alone
    from web.serving.server import Server  # noqa: PLC0415

    app = create_app()
    with app.app_context():
        if settings().demonstration and not exposed and (where := _open_to_others(host)):
            raise click.ClickException(_OPEN_TO_ALL.format(where=where))
        if fault := _why_not_free(host, port):
            raise click.ClickException(f"{host}:{port} {fault} : donnez --host ou --port.")
        settings().secret_key()  # an unreadable one is said now, not on the first page
        prepare()
        remember_address(settings().var, host, port)
        hint = f" – comptes et mot de passe sur la page de connexion ({demonstration.PASSWORD})"
        click.echo(f"Navette : http://{host}:{port}{hint if settings().demonstration else ''}")
        click.echo(f"Données : {settings().var}    Arrêt : Ctrl+C")
        engine().dispose()
        write_log(settings().log)
    Server(partial(create_app, {EXPOSED: exposed}), f"{host}:{port}").run()


def _open_to_others(host: str) -> str:
    """Name the address by which other machines come here; nothing when none do."""
    if settings().has_https_address:
        return settings().base_url
    return "" if _is_loopback(host) else host


_OPEN_TO_ALL = """\
la démonstration n'est pas servie sur {where} : ses comptes, direction comprise, s'ouvrent avec un mot de passe public.
Pour un usage réel : mettez « demonstration = false » dans config.toml, puis ouvrez un compte avec add-person.
Pour montrer la démonstration à d'autres machines, et seulement pour cela : ajoutez --expose-demonstration."""

_NOT_FREE = {
    errno.EADDRINUSE: "est déjà pris",
    errno.EADDRNOTAVAIL: "n'est pas une adresse de cette machine",
    errno.EACCES: "ne s'ouvre qu'avec des droits que ce compte n'a pas",
}


_UNKNOWN = "n'est pas une adresse connue"


def _why_not_free(host: str, port: int) -> str:
    """Say why nothing can listen there; nothing when it is free."""
    bare = host.strip("[]")
    try:
        socket.create_server((bare, port), family=socket.AF_INET6 if ":" in bare else socket.AF_INET).close()
    except UnicodeError:
        return _UNKNOWN
    except OSError as error:
        # A name that nobody resolves has an error number below zero.
        number = error.errno or -1
        return _NOT_FREE.get(number, "ne peut pas être ouvert") if number > 0 else _UNKNOWN
    return ""


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


@click.command()
@click.option("--new", is_flag=True, help="Repart d'une base vide là où une base attendue est absente ou vide.")
@with_appcontext
def migrate(*, new: bool) -> None:
    """Met la base de données au schéma de cette version."""
    if new:
        known_database.forget()
    bring_up_to_date()
    click.echo("La base de données est à jour.")


@click.command("load-demonstration")
@click.option("--on", "on", type=DAY, help="Jour où les textes en cours en sont ; aujourd'hui par défaut.")
@with_appcontext
def load_demonstration(on: date | None) -> None:
    """Charge la démonstration dans une base vide : comptes, tableau du ministère, textes en cours inventés.

    Le même jour donne toujours le même contenu.
    """
    if known_database.is_peopled():
        raise click.ClickException("La base n'est pas vide : la démonstration ne s'y charge pas.")
    load(on)
    known_database.remember()


@click.command()
@with_appcontext
def check() -> None:
    """Vérifie les procédures, et que la base de données s'y conforme."""
    versions = [each for newest in procedures().values() for each in newest.siblings.values()]
    found = [words for each in versions for words in machine_disagreements(each)]
    missing = schema_fault()
    if not missing:
        found += inconsistencies(reading(engine()))
    for fault in found:
        click.echo(fault, err=True)
    if found:
        sys.exit(1)
    if missing:
        click.echo(f"{len(procedures())} procédures vérifiées.")
        raise click.ClickException(missing)
    click.echo(f"{len(procedures())} procédures vérifiées ; la base de données s'y conforme.")
    with Session(reading(engine())) as session:
        click.echo(seal_fr(last_seal(session, date.max)))


def inconsistencies(base: Engine | Connection) -> list[str]:
    """Say, one sentence each, what is wrong in a database of this schema."""
    with Session(base) as session:
        calendar = read_calendar(session)
    return list(faults(procedures(), base, calendar))
