"""Replaying real histories, to see that the engine describes the world."""

import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import click
from flask.cli import with_appcontext
from sqlmodel import Session

from models import LegalText, RelationKind, User, reading
from models.safekeeping.file_faults import why
from web.clock import utc_now
from web.commands.console import find_author, leave_known, open_old_file, write_json
from web.commands.known_database import is_prepared
from web.commands.preparation import bring_up_to_date
from web.request import engine
from workflow.calendar.decided_days import read_calendar
from workflow.calendar.working_days import Calendar
from workflow.errors import Refused
from workflow.history.particulars import normal_number
from workflow.old_files.history_files import BadHistory, read_histories
from workflow.old_files.replay import Replayed, as_dict, replay_all
from workflow.old_files.replay_report import last_line, write_report
from workflow.relations.ties import Wanted, relate
from workflow.reports.same_text import Sought


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "out", type=click.Path(dir_okay=False, path_type=Path), help="Écrit aussi le résultat en JSON.")
@click.option("--write", is_flag=True, help="Ouvre dans Navette les textes rejoués en entier.")
@click.option(
    "--by",
    "email",
    help="Adresse de la personne au nom de qui les textes sont ouverts ; une cheffe ou un chef de division par défaut.",
)
@with_appcontext
def replay(file: Path, *, out: Path | None, write: bool, email: str | None) -> None:
    """Rejoue des histoires de textes, jalon par jalon, sur les procédures.

    Les étapes qui manquent entre deux jalons connus sont déduites ; ce qui ne peut pas être atteint est refusé avec
    sa raison. Sans --write, rien n'est écrit.
    """
    histories = _read(file)
    calendar = _calendar()
    replayed = replay_all(histories, calendar)
    for each in replayed:
        click.echo(write_report(each, calendar) + "\n")
    if out:
        write_json(out, [as_dict(each, calendar) for each in replayed])
    if write:
        if not is_prepared():
            bring_up_to_date()
        with Session(engine(), expire_on_commit=False) as session:
            _write(session, [each for each in replayed if each.is_whole], find_author(session, email))
            session.commit()
    click.echo(last_line(replayed))
    if any(not each.is_whole for each in replayed):
        sys.exit(1)


def _calendar() -> Calendar:
    """Read the ministry's own days off, where there is a database; the replay itself needs none."""
    if not is_prepared():
        return Calendar()
    with Session(reading(engine())) as session:
        return read_calendar(session)


def _read(file: Path) -> list[dict[str, Any]]:
    try:
        return read_histories(file.read_bytes(), file.name)
    except BadHistory as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"« {file} » ne peut pas être lu : {why(error)}.") from error


def _write(session: Session, replayed: Sequence[Replayed], by: User) -> None:
    calendar = read_calendar(session)
    texts: dict[str, LegalText] = {}
    sorted_out = leave_known(session, list(map(_sought, replayed)))
    for place in sorted_out.fresh:
        each, title = replayed[place], _title(replayed[place])
        texts[each.history.get("id") or title] = _open(session, each, title, by=by, calendar=calendar)
    for each in replayed:
        if text := texts.get(each.history.get("id") or ""):
            _relate(session, text, each.history.get("relations") or [], texts)
    click.echo(sorted_out.counts(len(texts)))


def _title(each: Replayed) -> str:
    return each.history.get("title_fr") or each.history.get("id") or "sans titre"


def _sought(each: Replayed) -> Sought:
    titles = (_title(each), each.history.get("title_ar") or "")
    return Sought(each.history["kind"], tuple(filter(None, titles)), each.history.get("number") or "")


def _open(session: Session, each: Replayed, title: str, *, by: User, calendar: Calendar) -> LegalText:
    number = each.history.get("number")
    text = LegalText(
        procedure=each.history["kind"], procedure_version="", title_fr=title,
        title_ar=each.history.get("title_ar") or "",
        number=normal_number(number) if number else None, created_at=utc_now(),
    )  # fmt: skip
    open_old_file(session, text, each.milestones, by=by, calendar=calendar)
    return text


def _relate(session: Session, text: LegalText, relations: list[dict[str, Any]], texts: dict[str, LegalText]) -> None:
    for row in relations:
        if row.get("type") in set(RelationKind):
            target = texts.get(str(row["target"]))
            citation = "" if target else str(row["target"])
            with suppress(Refused):  # a history may name the same tie twice, or itself
                relate(session, text, Wanted(RelationKind(row["type"]), citation, target, owed=True))
