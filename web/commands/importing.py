"""Taking over a table that was published as a page."""

from collections.abc import Sequence
from pathlib import Path

import click
from flask.cli import with_appcontext
from sqlmodel import Session

from web.clock import utc_now
from web.commands.console import confirm, counted, find_author, leave_known, write_json
from web.file_faults import why
from web.request import engine, read_calendar
from workflow.calendar.time_zone import legal_day
from workflow.importing import ImportedRow, ImportedTable, UnreadableTable, read_table
from workflow.importing.report import write_report
from workflow.importing.taking_over import PlannedRow, plan_rows, with_doubts, write_row
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
    planned = plan_rows(imported, today=legal_day(utc_now()))
    imported = with_doubts(imported, planned)
    click.echo(write_report(imported, _label))
    if out:
        write_json(out, imported.as_dict() | {"rows": [each.as_dict() for each in planned]})
    if dry_run:
        click.echo("Rien n'a été écrit.")
        return
    writable = [each for each in planned if not each.left]
    if not yes and writable:
        confirm(_question(len(writable), len(planned)))
    _write(planned, email)


def _question(writable: int, read: int) -> str:
    return (
        f"Ouvrir ces {read} textes dans Navette ?"
        if writable == read
        else (f"Ouvrir {writable} de ces {read} textes dans Navette ? Les autres sont laissés, avec leur raison.")
    )


def _write(planned: Sequence[PlannedRow], email: str | None) -> None:
    """Write the rows that no text of the base may be, each whole or not at all, and say what became of all."""
    with Session(engine(), expire_on_commit=False) as session:
        by = find_author(session, email)
        calendar = read_calendar(session)
        # Where a text stands twice, the row that can be written is the one that is kept.
        ordered = sorted(planned, key=lambda each: bool(each.left))
        sorted_out = leave_known(session, [_sought(each.row) for each in ordered])
        fresh = [ordered[place] for place in sorted_out.fresh]
        left = [
            (each, reason)
            for each in fresh
            if (reason := each.left or write_row(session, each, by=by, at=utc_now(), calendar=calendar))
        ]
        session.commit()
    for each, reason in left:
        click.echo(f"Non repris : « {each.row.title} » – {reason}")
    click.echo(sorted_out.counts(len(fresh) - len(left), counted(len(left), "non repris", "non repris")))


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


def _sought(row: ImportedRow) -> Sought:
    return Sought(row.kind, (row.title,), row.own_number or "")
