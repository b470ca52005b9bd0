"""Taking the demonstration out of a database that goes into service."""

from collections.abc import Sequence

import click
from flask.cli import with_appcontext
from sqlmodel import Session, col, select

from models import DaySeal, User, reading
from web.clock import utc_now
from web.commands.console import confirm
from web.request import engine
from web.serving.jobs import reckon_times
from workflow.calendar.time_zone import legal_day
from workflow.importing.demonstration import DOMAIN
from workflow.importing.demonstration_removal import Demonstration, find_demonstration
from workflow.importing.demonstration_removal import remove_demonstration as remove

_SHOWN = 10
_NOBODY = "Plus personne n'aurait de compte : ouvrez d'abord un compte du ministère avec add-person."
_MOVED = "La base a changé pendant la question. Rien n'a été supprimé : relancez la commande."
_IN_THE_WAY = """\
{words}
Rien n'a été supprimé : le travail du ministère tient à la démonstration.
Confiez ces textes à d'autres, retirez ces liens ; là où de vraies étapes s'y mêlent, repartez d'une base vide."""


@click.command("remove-demonstration")
@with_appcontext
def remove_demonstration() -> None:
    """Supprime les comptes de démonstration et les textes qu'eux seuls ont suivis, après les avoir comptés.

    Rien n'est supprimé si une étape, un lien ou un texte confié par d'autres y tient : la commande les nomme.
    """
    with Session(reading(engine())) as session:
        found = find_demonstration(session)
        _refuse(session, found)
        sealed = session.exec(select(col(DaySeal.day)).limit(1)).first() is not None
    if not found.people:
        click.echo("Il n'y a pas de démonstration dans cette base.")
        return
    click.echo(_told(found))
    if sealed:
        click.echo("Les sceaux des journées sont refaits : ceux qui ont été imprimés ou gardés ne vaudront plus.")
    confirm("Supprimer tout cela, sans retour ?")
    with Session(engine()) as session:
        if find_demonstration(session) != found:
            raise click.ClickException(_MOVED)
        remove(session, found)
        session.commit()
    reckon_times(engine(), on=legal_day(utc_now()))  # without its texts
    click.echo(f"Démonstration supprimée : {len(found.people)} compte(s), {len(found.texts)} texte(s).")


def _refuse(session: Session, found: Demonstration) -> None:
    """Stop the command where other people's work would go, or nobody would be left."""
    if found.in_the_way:
        raise click.ClickException(_IN_THE_WAY.format(words=_some(found.in_the_way)))
    others = select(User.id).where(col(User.active), col(User.email).not_like(f"%{DOMAIN}"))
    if found.people and session.exec(others.limit(1)).first() is None:
        raise click.ClickException(_NOBODY)


def _told(found: Demonstration) -> str:
    words = (
        f"À supprimer : {len(found.people)} compte(s), {len(found.texts)} texte(s), {found.steps} étape(s), "
        f"{found.papers} document(s), avec leurs échéances, leurs rappels et leurs courriels."
    )
    if found.own_texts:
        words += f"\nDont {len(found.own_texts)} texte(s) ouvert(s) depuis, avec ces comptes :\n"
        words += _some([f"« {title} »" for title in found.own_texts])
    return words


def _some(lines: Sequence[str]) -> str:
    """Give the first lines, and say how many more there are."""
    more = len(lines) - _SHOWN
    return "\n".join([*lines[:_SHOWN], *([f"… et {more} autre(s)."] if more > 0 else [])])
