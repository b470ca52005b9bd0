"""The whole database moved to another place or kind: from SQLite to PostgreSQL when it grows, or back."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import click
from flask.cli import with_appcontext
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from models.base import sqlite_file
from models.safekeeping.carrying import Sum, carry, sums
from models.safekeeping.copies import KINDS
from models.safekeeping.errors import Unusable
from models.safekeeping.snapshots import is_empty, snapshot
from models.schema import Orphans, upgraded
from web.commands.database_state import schema_fault
from web.commands.safekeeping import contents_fr, refuse_while_served
from web.commands.serving import inconsistencies
from web.database_address import BadAddress, open_database
from web.database_faults import database_fault
from web.request import engine

_UNREACHED = "{reason} Vérifiez l’adresse donnée, puis recommencez."
_STOPPED = "La copie s’est arrêtée, rien n’est écrit dans la base d’arrivée. {reason}"
_ORPHANS = "Des lignes de la base d’arrivée ne mèneraient à rien : rien n’y est écrit."
_NOT_EMPTY = "La base d’arrivée n’est pas vide : donnez-en une nouvelle."
_UNLIKE = "La base d’arrivée ne serait pas égale à celle de départ ({tables}) : rien n’y est écrit."
_FOLDED = "La base d’arrivée ne dirait pas la même chose des textes : rien n’y est écrit. {fault}"
_MOVED = "La base a bougé pendant la copie ({tables}) : rien n’est écrit. Arrêtez le serveur, puis recommencez."
_DONE = """\
Base portée vers {kind} : {contents} ; chaque table y est égale, et chaque texte y a le même état, la même phrase et les
mêmes échéances. Donnez cette adresse à [database] url de config.toml, ou à DATABASE_URL, puis démarrez le serveur.
L’ancienne base est restée telle quelle : mettez-la de côté, pour que personne n’y écrive plus."""


@click.command("move-to")
@click.argument("url")
@with_appcontext
def move_to(url: str) -> None:
    """Porte toute la base dans une base vide : postgresql://hôte/base, ou sqlite:////dossier/navette.db.

    Arrêtez d'abord le serveur. Rien n'est écrit si la base d'arrivée ne dit pas exactement la même chose que celle de
    départ. Laissez le mot de passe dans ~/.pgpass ou PGPASSWORD : la ligne de commande est lue par d'autres.
    """
    refuse_while_served()
    if missing := schema_fault():
        raise Unusable(missing)
    with _target(url) as target:
        carried = _carry_all(target)
        kind = KINDS[target.dialect.name]
    click.echo(_DONE.format(kind=kind, contents=contents_fr({name: each.rows for name, each in carried.items()})))


@contextmanager
def _target(url: str) -> Iterator[Engine]:
    """Open the empty database that all is to go to; a file that was made for it goes with what failed."""
    target = _engine_of(url)
    made = _made_file(target)
    try:
        _check_empty(target)
        with _stops_said():
            yield target
    except BaseException:
        target.dispose()
        if made:
            made.unlink()
        raise
    target.dispose()


@contextmanager
def _stops_said() -> Iterator[None]:
    # Either of the two databases may fail: neither is named.
    try:
        yield
    except Orphans as error:
        raise Unusable(_ORPHANS) from error
    except SQLAlchemyError as error:
        raise Unusable(_STOPPED.format(reason=_reason(error))) from error


def _reason(error: SQLAlchemyError) -> str:
    if fault := database_fault(error):
        return fault.words
    return str(error.orig if isinstance(error, DBAPIError) else error).splitlines()[0]


def _engine_of(url: str) -> Engine:
    try:
        return open_database(url, may_create=True)
    except BadAddress as error:
        raise click.UsageError(f"URL : {error}") from error


def _made_file(target: Engine) -> Path | None:
    """Make the file of SQLite where there is none, for its owner alone, and give it."""
    file = sqlite_file(target.url)
    if file is None or file.exists():
        return None
    file.touch(mode=0o600)
    return file


def _check_empty(target: Engine) -> None:
    try:
        if not is_empty(target):
            raise Unusable(_NOT_EMPTY)
    except SQLAlchemyError as error:
        reason = _reason(error).replace("base de données", "base d’arrivée")
        raise Unusable(_UNREACHED.format(reason=reason)) from error


def _carry_all(target: Engine) -> dict[str, Sum]:
    """Carry everything in one transaction of the target, that is kept once what arrived is proved equal."""
    with snapshot(engine()) as source, upgraded(target) as arriving:
        carried = carry(source, arriving)
        _check_equal(carried, sums(arriving), _UNLIKE)
        _check_folds(source, arriving)
        with snapshot(engine()) as later:
            _check_equal(carried, sums(later), _MOVED)
    return carried


def _check_equal(carried: Mapping[str, Sum], found: Mapping[str, Sum], words: str) -> None:
    if unlike := [name for name in carried if carried[name] != found[name]]:
        raise Unusable(words.format(tables=", ".join(unlike)))


def _check_folds(source: Connection, arriving: Connection) -> None:
    """Count again what texts come to, from the steps that arrived; a fault that was there already may stay."""
    before = set(inconsistencies(source))
    if fault := next((each for each in inconsistencies(arriving) if each not in before), None):
        raise Unusable(_FOLDED.format(fault=fault))
