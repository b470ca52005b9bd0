"""Taking over a table that was published as a page."""

from pathlib import Path

import click
from flask.cli import with_appcontext
from sqlmodel import Session

from models import LegalText, User
from web.clock import utc_now
from web.commands.console import confirm, find_author, leave_known, open_old_file, write_json
from web.file_faults import why
from web.request import engine, read_calendar
from workflow.calendar.working_days import Calendar
from workflow.importing import ImportedRow, ImportedTable, UnreadableTable, read_table
from workflow.importing.milestones import milestones_of
from workflow.importing.report import write_report
from workflow.reports.same_text import Sought
from workflow.rulebook.files import procedures


@click.command("import-table")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Montre ce qui serait repris, sans rien écrire.")
@click.option(
    "--json",
    "out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Écrit aussi la lecture en JSON dans ce fichier.",
)
@click.option(
    "--by",
    "email",
    help="Adresse de la personne au nom de qui les textes sont ouverts ; une cheffe ou un chef de division par défaut.",
)
@click.option("--yes", is_flag=True, help="Confirme sans poser la question.")
@with_appcontext
def import_table(file: Path, *, dry_run: bool, out: Path | None, email: str | None, yes: bool) -> None:
    """Reprend un tableau ou une liste de textes : page enregistrée (texte, HTML), Word (.docx), Excel (.xlsx) ou CSV.

    Rien n'est écrit avant confirmation.
    """
    imported = _read(file)
    click.echo(write_report(imported, _label))
    if out:
        write_json(out, imported.as_dict())
    if dry_run:
        click.echo("Rien n'a été écrit.")
        return
    if not yes:
        confirm(f"Ouvrir ces {len(imported.rows)} textes dans Navette ?")
    with Session(engine(), expire_on_commit=False) as session:
        by = find_author(session, email)
        calendar = read_calendar(session)
        fresh = [imported.rows[place] for place in leave_known(session, list(map(_sought, imported.rows)))]
        for row in fresh:
            _open(session, row, by, calendar)
        session.commit()
    click.echo(f"{len(fresh)} texte(s) ouverts, {len(imported.rows) - len(fresh)} connus ou à décider, non repris.")


def _read(file: Path) -> ImportedTable:
    try:
        return read_table(file.read_bytes(), file.name)
    except UnreadableTable as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"« {file} » ne peut pas être lu : {why(error)}.") from error


def _label(state: str) -> str:
    labels = (each.states[state].label_fr for each in procedures().values() if state in each.states)
    return next(labels, state)


def _own_number(row: ImportedRow) -> str | None:
    return next((number.normal for number in row.numbers if number.role == "own"), None)


def _sought(row: ImportedRow) -> Sought:
    return Sought(row.kind, (row.title,), _own_number(row) or "")


def _open(session: Session, row: ImportedRow, by: User, calendar: Calendar) -> None:
    text = LegalText(
        procedure=row.kind, procedure_version="", title_fr=row.title, number=_own_number(row), created_at=utc_now()
    )
    open_old_file(session, text, milestones_of(row), by=by, calendar=calendar)
