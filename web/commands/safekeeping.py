"""The database kept safe: copied into an archive while it is in use, the archive verified, and put back."""

import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

import click
from flask.cli import with_appcontext

from models import reading
from models.safekeeping.archive import Manifest
from models.safekeeping.copies import KINDS, back_up, put_back, verified
from models.safekeeping.errors import Unusable
from web.clock import utc_now
from web.commands.known_database import loss
from web.commands.preparation import bring_up_to_date, make_folders
from web.commands.serving import inconsistencies
from web.config import ROOT
from web.request import engine, settings
from web.serving.scheduler import is_served
from workflow.calendar.time_zone import CASABLANCA

_RUNNING = "Un serveur travaille sur ces données ({var}) : arrêtez-le, puis recommencez."
_FILE = click.argument("file", type=click.Path(dir_okay=False, path_type=Path))


def refuse_while_served() -> None:
    """Stop the command while a server of this machine works on the data."""
    if is_served(settings().var):
        raise Unusable(_RUNNING.format(var=settings().var))


def contents_fr(rows: Mapping[str, int]) -> str:
    """Say in words how much a database holds, from the number of rows of each table."""
    named = (("legal_text", "texte(s)"), ("step", "étape(s)"), ("document", "papier(s)"), ("person", "compte(s)"))
    return ", ".join(f"{rows.get(table, 0)} {words}" for table, words in named)


@click.command()
@_FILE
@with_appcontext
def backup(file: Path) -> None:
    """Écrit dans FILE (un zip) une copie de la base de données, pendant que l'on travaille.

    La copie est celle d'un seul instant. FILE n'existe sous son nom qu'une fois entier ; un fichier qui existe déjà
    n'est pas remplacé. Le secret et config.toml n'y sont pas : gardez-les à part.
    """
    if lost := loss():
        raise Unusable(lost)
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    made = back_up(engine(), file, navette=version, at=utc_now())
    click.echo(f"{file} : {contents_fr(made.rows)}.")


@click.command()
@_FILE
@with_appcontext
def verify(file: Path) -> None:
    """Vérifie qu'une sauvegarde est entière, et dit ce qu'elle contient."""
    with verified(file) as (manifest, _copy):
        click.echo(f"« {file} » est entière : {_described(manifest)}.")


def _described(manifest: Manifest) -> str:
    made_at = manifest.made_at.astimezone(CASABLANCA)
    return (
        f"base {KINDS[manifest.database]} de Navette {manifest.navette}, schéma {manifest.revision}, copiée le "
        f"{made_at:%d/%m/%Y à %H:%M} (heure de Rabat) ; {contents_fr(manifest.rows)}"
    )


@click.command()
@_FILE
@with_appcontext
def restore(file: Path) -> None:
    """Remet une sauvegarde là où il n'y a pas de base de données, puis la vérifie.

    La sauvegarde est d'abord vérifiée ; celle d'une version plus ancienne est mise au schéma de celle-ci.
    """
    refuse_while_served()
    make_folders()
    manifest = put_back(engine(), file)
    bring_up_to_date()
    click.echo(f"Base restaurée : {_described(manifest)}.")
    found = inconsistencies(reading(engine()))
    for fault in found:
        click.echo(fault, err=True)
    if found:
        sys.exit(1)
    click.echo("Elle est conforme aux procédures.")
