"""The table of legislative production, written to a file or shown at the terminal."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click
from flask.cli import with_appcontext
from sqlmodel import Session

from documents.engine.faults import BadTemplate
from documents.kinds.follow_up.tableau import TABLEAU
from documents.language import LANGUAGES, Language
from documents.produce import make_internal_table, make_table
from documents.table import as_csv, as_html, as_words
from documents.templates import template_for
from models import reading
from web.clock import utc_now
from web.commands.console import DAY, STANDARD_OUTPUT, write_file
from web.request import engine, letterhead
from workflow.calendar.decided_days import read_calendar
from workflow.calendar.time_zone import legal_day
from workflow.calendar.words import day_fr
from workflow.reports.production import (
    FoundRow,
    ProductionTable,
    gathered,
    internal_table,
    production_table,
    rows_as_of,
)

_FORMS = ("docx", "html", "csv")
_TO_COME = "Le {day} est à venir : demandez le tableau d’un jour passé, ou d’aujourd’hui."
_OTHER_FORM = "« {out} » : un tableau ne s’écrit pas en {named}. Formes connues : .docx, .html et .csv (voir --format)."
_WHERE = "Dites où écrire le fichier Word : --out tableau.docx. Sans --format, le tableau s’affiche ici."

_OWN_WORD_ONLY = "Les mouvements d’une période et le tableau interne sont des fichiers Word : --out tableau.docx."
_NO_PERIOD = "Le {since} ne précède pas le {day} : une période va d’un jour à un jour qui le suit."
_WORD_ONLY = "Le tableau en arabe est un fichier Word : --out tableau.docx. Les autres formes sont en français."


@click.command()
@click.option(
    "--on",
    "on",
    type=DAY,
    help="Jour de la situation ; aujourd'hui par défaut.",
)
@click.option("--since", "since", type=DAY, help="Dit aussi ce qui a bougé après ce jour (fichier Word).")
@click.option(
    "--internal", is_flag=True, help="Tableau interne (fichier Word) : responsable, échéance, retard, point de blocage."
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
def table(
    on: date | None, form: str | None, out: Path | None, language: Language, *, since: date | None, internal: bool
) -> None:  # fmt: skip
    """Donne le tableau de la production législative tel qu'il était un jour donné.

    Avec --since, il dit aussi ce qui a bougé depuis un autre jour.
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
    if (since or internal) and form != "docx":
        raise click.UsageError(_OWN_WORD_ONLY)
    if since and since >= day:
        raise click.UsageError(_NO_PERIOD.format(since=day_fr(since), day=day_fr(day)))
    if since or internal:
        _write_asked(Asked(day, since, internal=internal, language=language), out or STANDARD_OUTPUT)
        return
    with Session(reading(engine()), expire_on_commit=False) as session:
        rows = Counted(rows_as_of(session, on=day, calendar=read_calendar(session)))
        write_file(out or STANDARD_OUTPUT, _content(session, rows, day, form=form, language=language))
    if out and out != STANDARD_OUTPUT:
        click.echo(f"{out} : {rows.count} textes, situation au {day:%d/%m/%Y}.")


@dataclass(frozen=True)
class Asked:
    """The table asked for: of which day, since which other one if any, for whom, in which language."""

    on: date
    since: date | None
    internal: bool
    language: Language


def _write_asked(asked: Asked, out: Path) -> None:
    with Session(reading(engine()), expire_on_commit=False) as session:
        calendar = read_calendar(session)
        if asked.internal:
            table = internal_table(session, on=asked.on, calendar=calendar, since=asked.since)
            head = letterhead(session, asked.on)
            content = make_internal_table(table, at=utc_now(), letterhead=head, language=asked.language)
            count = sum(len(rows) for _section, rows in table.groups)
        else:
            public = production_table(session, on=asked.on, calendar=calendar, since=asked.since)
            content = _word(session, public, asked.on, asked.language)
            count = sum(len(group.rows) for group in public.groups)
        write_file(out, [content])
    if out != STANDARD_OUTPUT:
        click.echo(f"{out} : {count} textes, situation au {asked.on:%d/%m/%Y}.")


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
