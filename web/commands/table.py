"""The table of legislative production, written to a file or shown at the terminal."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import click
from flask.cli import with_appcontext
from sqlmodel import Session

from documents.engine.faults import BadTemplate
from documents.kinds.follow_up.tableau import TABLEAU
from documents.language import LANGUAGES, Language
from documents.produce import make_table
from documents.table import as_csv, as_html, as_words
from documents.templates import template_for
from models import reading
from web.clock import utc_now
from web.commands.console import DAY, STANDARD_OUTPUT, write_file
from web.request import engine, letterhead, read_calendar
from workflow.calendar.time_zone import legal_day
from workflow.calendar.words import day_fr
from workflow.reports.production import FoundRow, ProductionTable, gathered, rows_as_of

_FORMS = ("docx", "html", "csv")
_TO_COME = "Le {day} est à venir : demandez le tableau d’un jour passé, ou d’aujourd’hui."
_OTHER_FORM = "« {out} » : un tableau ne s’écrit pas en {named}. Formes connues : .docx, .html et .csv (voir --format)."
_WHERE = "Dites où écrire le fichier Word : --out tableau.docx. Sans --format, le tableau s’affiche ici."

_WORD_ONLY = "Le tableau en arabe est un fichier Word : --out tableau.docx. Les autres formes sont en français."


@click.command()
@click.option(
    "--on",
    "on",
    type=DAY,
    help="Jour de la situation ; aujourd'hui par défaut.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMS),
    help="Forme du fichier ; sinon celle que dit son nom, ou docx. Sans fichier ni forme, le tableau s'affiche.",
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Fichier à écrire ; « - » pour la sortie standard.",
)
@click.option(
    "--language", type=click.Choice(LANGUAGES), default="fr", help="Langue du fichier Word ; le français sinon."
)
@with_appcontext
def table(on: date | None, form: str | None, out: Path | None, language: Language) -> None:
    """Donne le tableau de la production législative tel qu'il était un jour donné.

    Sans --out, le tableau s'affiche : en texte, ou sous la forme demandée (html ou csv).
    """
    if form == "docx" and out is None:
        raise click.UsageError(_WHERE)
    today = legal_day(utc_now())
    day = on or today
    if day > today:
        raise click.UsageError(_TO_COME.format(day=day_fr(day)))
    form = form or (_form_of(out) if out else "words")
    if language != "fr" and form != "docx":
        raise click.UsageError(_WORD_ONLY)
    with Session(reading(engine()), expire_on_commit=False) as session:
        rows = Counted(rows_as_of(session, on=day, calendar=read_calendar(session)))
        write_file(out or STANDARD_OUTPUT, _content(session, rows, day, form=form, language=language))
    if out and out != STANDARD_OUTPUT:
        click.echo(f"{out} : {rows.count} textes, situation au {day:%d/%m/%Y}.")


def _form_of(out: Path) -> str:
    named = out.suffix.removeprefix(".").lower()
    if named and named not in _FORMS:
        raise click.UsageError(_OTHER_FORM.format(out=out, named=named))
    return named or "docx"


class Counted:
    """Rows that are counted as they are read."""

    def __init__(self, rows: Iterable[FoundRow]) -> None:
        """Count from nothing."""
        self.rows, self.count = rows, 0

    def __iter__(self) -> Iterator[FoundRow]:
        """Give each row once."""
        for row in self.rows:
            self.count += 1
            yield row


def _content(
    session: Session, rows: Iterable[FoundRow], day: date, *, form: str, language: Language
) -> Iterable[bytes]:
    if form == "csv":
        return as_csv(rows)
    table = gathered(rows, on=day)
    if form == "docx":
        return [_word(session, table, day, language)]
    return [(as_html(table) if form == "html" else as_words(table)).encode()]


def _word(session: Session, table: ProductionTable, day: date, language: Language) -> bytes:
    try:
        template = template_for(session, TABLEAU.code, language)
        head = letterhead(session, day)
        return make_table(table, at=utc_now(), letterhead=head, language=language, template=template)
    except BadTemplate as fault:
        raise click.ClickException(str(fault)) from fault
