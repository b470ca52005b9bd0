"""The catalogue of papers, and a paper of one text written to a file."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import click
from flask.cli import with_appcontext
from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from documents.case import Case, NotYetOpened, gather
from documents.catalogue import KINDS
from documents.engine.faults import BadTemplate
from documents.kind import Kind
from documents.kinds.follow_up.tableau import TABLEAU
from documents.kinds.follow_up.tableau_interne import INTERNE
from documents.language import LANGUAGES, NAMES, Language
from documents.produce import Issue, make_of_case
from documents.templates import template_for
from models import LegalText, reading
from web.clock import utc_now
from web.commands.console import DAY, OUT_FR, STANDARD_OUTPUT, write_file
from web.request import engine, settings
from workflow.calendar.decided_days import read_calendar
from workflow.calendar.time_zone import legal_day
from workflow.calendar.words import day_fr
from workflow.language.official_numbers import spellings
from workflow.rulebook.files import procedures

_MOST = 5
_TO_COME = "Le {day} est à venir : demandez le papier d’un jour passé, ou d’aujourd’hui."
_NO_KIND = "Le papier « {kind} » n’est pas connu. Papiers connus : {known}."
_OF_ALL = "« {kind} » porte sur tous les textes à la fois : demandez-le par la commande « table »."
_NO_TEXT = "Aucun texte n’a ce numéro, cet identifiant ou cet intitulé exact : « {told} »."
_NOT_OF_TEXT = "« {label} » n’est pas un papier de ce texte ({nature}). Papiers de ce texte : {known}."
_NO_ABOUT = "« {label} » ne se fait pas au sujet de « {about} ». Connus pour ce texte : {known}."
_SEVERAL = "« {told} » désigne plusieurs textes ; donnez l’identifiant de l’un d’eux :\n{found}"


@click.command("papers")
@click.option("--json", "as_json", is_flag=True, help="Donne le catalogue en JSON, pour un autre programme.")
@with_appcontext
def papers(*, as_json: bool) -> None:
    """Donne le catalogue des papiers : code, noms, langues, natures de texte."""
    known: list[Kind[Any]] = [*KINDS.values(), TABLEAU, INTERNE]
    rows = [_row(kind) for kind in known]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        kinds = ", ".join(row["kinds"]) or "tous les textes à la fois"
        click.echo(f"{row['code']} : {row['name_fr']} / {row['name_ar']} ({', '.join(row['languages'])}) ; {kinds}")


def _row(kind: Kind[Any]) -> dict[str, Any]:
    offered = [code for code, procedure in procedures().items() if kind.code in procedure.papers]
    return {
        "code": kind.code,
        "name_fr": kind.label_fr,
        "name_ar": kind.label_ar,
        "languages": list(kind.languages),
        "kinds": offered,
    }


@click.command("paper")
@click.argument("kind")
@click.argument("text")
@click.option("--language", type=click.Choice(LANGUAGES), default="fr", help="Langue du papier ; le français sinon.")
@click.option("--about", default="", help="Organisme, réunion ou Chambre dont il s'agit, s'il y en a plusieurs.")
@click.option("--on", "on", type=DAY, help="Jour de la situation ; aujourd'hui par défaut.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help=OUT_FR)
@with_appcontext
def paper(kind: str, text: str, *, language: Language, about: str, on: date | None, out: Path) -> None:
    """Écrit le papier KIND du texte TEXT : son numéro, son identifiant ou son intitulé exact.

    Le fichier n'est pas conservé par l'application et ne porte aucun numéro de version.
    """
    if kind in (TABLEAU.code, INTERNE.code):
        raise click.UsageError(_OF_ALL.format(kind=kind))
    if kind not in KINDS:
        raise click.UsageError(_NO_KIND.format(kind=kind, known=", ".join(KINDS)))
    now = utc_now()
    day = on or legal_day(now)
    if day > legal_day(now):
        raise click.UsageError(_TO_COME.format(day=day_fr(day)))
    write_file(out, [_made(KINDS[kind], text, language, about, on=day, at=now)])
    click.echo(
        f"{out} : {KINDS[kind].label_fr}, {NAMES[language]}, situation au {day:%d/%m/%Y}.", err=out == STANDARD_OUTPUT
    )


def _made(kind: Kind[Case], told: str, language: Language, about: str, *, on: date, at: datetime) -> bytes:
    with Session(reading(engine()), expire_on_commit=False) as session:
        text = _find(session, told)
        try:
            calendar, letterhead = read_calendar(session), settings().letterhead
            case = gather(session, text, on=on, calendar=calendar, letterhead=letterhead, about=about)
            _check_kind(kind, case)
            _check_about(kind, case)
            template = template_for(session, kind.code, language)
            return make_of_case(case, kind, Issue(language), at=at, template=template)
        except (NotYetOpened, BadTemplate) as fault:
            raise click.ClickException(str(fault)) from fault


def _check_kind(kind: Kind[Case], case: Case) -> None:
    if kind.code not in case.procedure.papers:
        nature, known = case.procedure.label_fr, ", ".join(code for code in KINDS if code in case.procedure.papers)
        raise click.ClickException(_NOT_OF_TEXT.format(label=kind.label_fr, nature=nature.lower(), known=known))


def _check_about(kind: Kind[Case], case: Case) -> None:
    known = [each.code for each in kind.abouts(case)] if kind.abouts else []
    if case.about and case.about not in known:
        raise click.ClickException(
            _NO_ABOUT.format(label=kind.label_fr, about=case.about, known=", ".join(known) or "–")
        )


def _find(session: Session, told: str) -> LegalText:
    """Find the one text of that identifier, number or exact title, whichever is first to name one."""
    for name in (_identifier(told), col(LegalText.number).in_(spellings(told)), _title(told)):
        if name is None:
            continue
        query = select(LegalText).where(name, col(LegalText.merged_into_id).is_(None)).limit(_MOST)
        found = session.exec(query).all()
        if len(found) > 1:
            lines = "\n".join(f"{each.id} : {each.title_fr}" for each in found)
            raise click.ClickException(_SEVERAL.format(told=told, found=lines))
        if found:
            return found[0]
    raise click.ClickException(_NO_TEXT.format(told=told))


def _identifier(told: str) -> ColumnElement[bool] | None:
    try:
        return col(LegalText.id) == UUID(told)
    except ValueError:
        return None


def _title(told: str) -> ColumnElement[bool]:
    return (col(LegalText.title_fr) == told.strip()) | (col(LegalText.title_ar) == told.strip())
