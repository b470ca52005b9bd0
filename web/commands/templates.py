"""Templates of papers from a terminal: the one in service written to a file, any file checked."""

import sys
from pathlib import Path

import click
from flask.cli import with_appcontext
from sqlmodel import Session

from documents.checking.template import check_template
from documents.checking.word_file.package import LARGEST_FILE
from documents.engine.faults import BadTemplate
from documents.templates import OWNED, dictionary, languages_of, owned, template_for
from models import reading
from models.safekeeping.file_faults import why
from web.commands.console import OUT_FR, STANDARD_OUTPUT, write_file
from web.request import engine

_NOT_A_FILE = "« {file} » ne peut pas être lu : ce n’est pas un fichier ordinaire."
_NO_KIND = "Le document « {kind} » n’est pas connu, ou n’a pas de modèle à lui. Documents connus : {known}."
_NO_LANGUAGE = "« {label} » ne se fait pas dans la langue « {language} ». Langues connues : {known}."
_GOOD = "{file} : aucune faute, le modèle peut être mis en service."


@click.command("template")
@click.argument("kind")
@click.option("--language", default="fr", help="Langue du document : fr ou ar ; fr par défaut.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help=OUT_FR)
@with_appcontext
def write_template(kind: str, language: str, out: Path) -> None:
    """Donne le modèle en service d'un document, et dit lequel c'est."""
    if kind not in OWNED:
        raise click.UsageError(_NO_KIND.format(kind=kind, known=", ".join(OWNED)))
    if language not in languages_of(kind):
        known = ", ".join(languages_of(kind))
        raise click.UsageError(_NO_LANGUAGE.format(label=owned(kind).label_fr, language=language, known=known))
    try:
        with Session(reading(engine())) as session:
            template = template_for(session, kind, language)
    except BadTemplate as lost:
        raise click.ClickException(str(lost)) from lost
    write_file(out, [template.content])
    which = f"version {template.number}" if template.number else "modèle d’origine"
    click.echo(f"{out} : {owned(kind).label_fr}, {which}, en service.", err=out == STANDARD_OUTPUT)


@click.command("check-template")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--kind", type=click.Choice(OWNED), required=True, help="Document que le modèle sert à produire.")
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
