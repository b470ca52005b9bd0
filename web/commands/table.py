"""The table of legislative production, written to a file or shown at the terminal."""

import sys
from datetime import date, datetime
from pathlib import Path

import click
from flask.cli import with_appcontext
from sqlmodel import Session

from documents.produce import make_table
from documents.table import as_csv, as_html, as_words
from models import reading
from web.clock import utc_now
from web.commands.console import write_file
from web.request import engine, read_calendar, settings
from workflow.calendar.time_zone import legal_day
from workflow.calendar.words import day_fr
from workflow.reports.production import ProductionTable, production_table

_WRITERS = {"csv": as_csv, "html": as_html}
_TO_COME = "Le {day} est à venir : demandez le tableau d’un jour passé, ou d’aujourd’hui."
_WHERE = "Dites où écrire le fichier Word : --out tableau.docx. Sans --format, le tableau s’affiche ici."


@click.command()
@click.option(
    "--on",
    "on",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Jour de la situation (AAAA-MM-JJ) ; aujourd'hui par défaut.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["docx", "html", "csv"]),
    help="Forme du fichier, docx par défaut ; sans fichier ni forme, le tableau s'affiche.",
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Fichier à écrire ; « - » pour la sortie standard.",
)
@with_appcontext
def table(on: datetime | None, form: str | None, out: Path | None) -> None:
    """Donne le tableau de la production législative tel qu'il était un jour donné.

    Sans --out, le tableau s'affiche : en texte, ou sous la forme demandée (html ou csv).
    """
    if form == "docx" and out is None:
        raise click.UsageError(_WHERE)
    today = legal_day(utc_now())
    day = on.date() if on else today
    if day > today:
        raise click.UsageError(_TO_COME.format(day=day_fr(day)))
    with Session(reading(engine()), expire_on_commit=False) as session:
        production = production_table(session, on=day, calendar=read_calendar(session))
        if out is None and form is None:
            click.echo(as_words(production), nl=False)
            return
        content = _content(session, production, form or "docx")
    _write(content, production, out)


def _content(session: Session, production: ProductionTable, form: str) -> bytes:
    if form in _WRITERS:
        return _WRITERS[form](production).encode()
    calendar, letterhead = read_calendar(session), settings().letterhead
    return make_table(session, on=production.on, at=utc_now(), calendar=calendar, letterhead=letterhead)


def _write(content: bytes, production: ProductionTable, out: Path | None) -> None:
    if out is None or str(out) == "-":
        sys.stdout.buffer.write(content)
        return
    write_file(out, content)
    rows = sum(len(group.rows) for group in production.groups)
    day: date = production.on
    click.echo(f"{out} : {rows} textes, situation au {day:%d/%m/%Y}.")
