"""Templates of papers, checked from a terminal."""

import sys
from pathlib import Path

import click

from documents.checking.template import check_template
from documents.checking.word_file.package import LARGEST_FILE
from documents.dictionary import KINDS, dictionary
from models.safekeeping.file_faults import why

_NOT_A_FILE = "« {file} » ne peut pas être lu : ce n’est pas un fichier ordinaire."
_GOOD = "{file} : aucune faute, le modèle peut être mis en service."


@click.command("check-template")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--kind", type=click.Choice(KINDS), required=True, help="Document que le modèle sert à produire.")
@click.option("--language", type=click.Choice(("fr", "ar")), default="fr", help="Langue du document ; fr par défaut.")
def check_template_file(file: Path, *, kind: str, language: str) -> None:
    """Dit toutes les fautes d'un modèle Word, chacune avec sa place.

    Rien de ce que contient le fichier n'est exécuté. Le code de sortie est 1 s'il y a des fautes, 0 sinon.
    """
    faults = check_template(_read(file), dictionary(kind, language))
    for fault in faults:
        click.echo(str(fault))
    if faults:
        sys.exit(1)
    click.echo(_GOOD.format(file=file))


def _read(file: Path) -> bytes:
    """Read a file, and no more of it than a template may weigh; stop the command where it cannot be read."""
    try:
        # A pipe or a device would be waited for without end; a folder says itself what it is.
        if file.exists() and not file.is_file() and not file.is_dir():
            raise click.ClickException(_NOT_A_FILE.format(file=file))
        with file.open("rb") as opened:
            return opened.read(LARGEST_FILE + 1)
    except OSError as error:
        raise click.ClickException(f"« {file} » ne peut pas être lu : {why(error)}.") from error
