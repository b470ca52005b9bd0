"""Moving running texts to another version of their procedure."""

import click
from flask.cli import with_appcontext
from sqlmodel import Session

from models import reading
from web.clock import utc_now
from web.commands.console import confirm, find_author
from web.request import engine
from workflow.calendar.decided_days import read_calendar
from workflow.errors import NotAllowed, Refused
from workflow.register.versions import Change, change_procedure, preview_changes
from workflow.rulebook.files import procedures


@click.command("change-procedure")
@click.argument("kind")
@click.argument("version")
@click.option("--dry-run", is_flag=True, help="Montre seulement quels textes changeraient, et vers quel état.")
@click.option("--by", "email", help="Adresse de la personne au nom de qui le changement est enregistré.")
@click.option("--yes", is_flag=True, help="Confirme sans poser la question.")
@with_appcontext
def change(kind: str, version: str, *, dry_run: bool, email: str | None, yes: bool) -> None:
    """Fait suivre aux textes en cours de la nature KIND la version VERSION de leur procédure.

    Le passé de chaque texte garde la version qu'il a suivie ; le changement est une étape de son histoire.
    """
    # Nothing is locked while somebody makes up their mind.
    with Session(reading(engine())) as session:
        try:
            seen = [_line(each) for each in preview_changes(session, kind, version)]
        except Refused as refused:
            raise click.ClickException(" ".join(refused.reasons)) from refused
    for line in seen:
        click.echo(line)
    click.echo(f"{len(seen)} texte(s) en cours suivent une autre version.")
    if dry_run or not seen:
        return
    if not yes:
        confirm("Enregistrer ce changement ?")
    _change(kind, version, email, seen)


def _change(kind: str, version: str, email: str | None, seen: list[str]) -> None:
    with Session(engine(), expire_on_commit=False) as session:
        try:
            changes = preview_changes(session, kind, version)
            if [_line(each) for each in changes] != seen:
                raise click.ClickException("Des textes ont bougé entre-temps : relancez la commande et relisez.")
            by, calendar = find_author(session, email), read_calendar(session)
            change_procedure(session, changes, version, by=by, at=utc_now(), calendar=calendar)
        except Refused as refused:
            raise click.ClickException(" ".join(refused.reasons)) from refused
        except NotAllowed as error:
            raise click.ClickException("Cette personne n'a pas le droit de changer les procédures.") from error
        session.commit()
    click.echo(f"{len(changes)} texte(s) suivent désormais la version {version}.")


def _line(each: Change) -> str:
    states = procedures()[each.text.procedure].at(each.text.procedure_version).states
    after = each.after or "AUCUN ÉTAT CORRESPONDANT"
    return f"{each.text.title_fr[:70]} : {states[each.before].label_fr} ({each.before}) -> {after}"
