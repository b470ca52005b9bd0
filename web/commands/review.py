"""A procedure as the paper on which people read it again, written to a file."""

from datetime import date
from pathlib import Path

import click
from flask.cli import with_appcontext
from sqlmodel import Session

from documents.case import Letterhead
from documents.produce import make_review
from models import reading
from web.clock import utc_now
from web.commands.console import write_file
from web.commands.database_state import schema_fault
from web.request import engine, letterhead, settings
from workflow.calendar.time_zone import legal_day
from workflow.rulebook.files import procedures


@click.command("review-sheet")
@click.argument("kind")
@click.option("--version", help="Version de la procédure ; la plus récente par défaut.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="Fichier Word à écrire.")
@with_appcontext
def review_sheet(kind: str, version: str | None, out: Path) -> None:
    """Donne la procédure de la nature KIND en Word, pour relecture ligne par ligne."""
    newest = procedures().get(kind)
    if newest is None:
        raise click.UsageError(f"La nature « {kind} » n’est pas connue. Natures connues : {', '.join(procedures())}.")
    procedure = newest.siblings.get(version or newest.version)
    if procedure is None:
        raise click.UsageError(f"Cette nature n’a que ces versions : {', '.join(newest.siblings)}.")
    now = utc_now()
    day = legal_day(now)
    write_file(out, [make_review(procedure, at=now, on=day, letterhead=_letterhead(day))])
    click.echo(f"{out} : {procedure.label.fr}, version {procedure.version}.")


def _letterhead(day: date) -> Letterhead:
    """Give the letterhead of a day; that of config.toml where no database of this version is there to say otherwise."""
    if schema_fault():
        return settings().letterhead
    with Session(reading(engine())) as session:
        return letterhead(session, day)
