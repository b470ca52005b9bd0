"""Sealing the days that are over, and comparing what is in the database with a seal kept on paper or in a file."""

import re
import sys
from collections import deque
from datetime import date, timedelta

import click
from flask.cli import with_appcontext
from sqlmodel import Session

from models import DaySeal, reading
from web.clock import utc_now
from web.commands.console import DAY
from web.request import engine
from web.serving import jobs
from workflow.calendar.decided_days import read_calendar
from workflow.calendar.words import day_fr
from workflow.register.day_seals import last_seal, unsealed_days
from workflow.reports.consistency import faults
from workflow.rulebook.files import procedures

_NONE = "Aucune journée n’est encore scellée."
_RUNS = "La journée n’est pas finie : ce sceau changera avec la prochaine étape. Pour le garder, attendez demain."
_OTHER = """\
Ce n’est pas le sceau donné : ce qui était enregistré le {day} a changé depuis, ou le sceau est mal recopié.
Lancez « check », puis comparez avec une sauvegarde."""


@click.command()
@click.option("--on", "on", type=DAY, help="Jour, en temps universel ; le dernier scellé par défaut.")
@click.option("--expect", metavar="SCEAU", help="Sceau gardé sur papier ou dans un fichier, à comparer avec la base.")
@with_appcontext
def seal(on: date | None, expect: str | None) -> None:
    """Scelle les journées finies, et donne le sceau d'un jour : à imprimer, ou à garder hors de cette machine.

    Avec --expect, recalcule tout depuis la première étape et compare : le code de sortie est 1 si le sceau est autre.
    """
    expected = _seal_of(expect)
    at = utc_now()
    jobs.seal(engine(), at=at)
    with Session(reading(engine())) as session:
        day = on or at.date() - timedelta(days=1)
        # A seal kept elsewhere is compared with the steps themselves, whatever the seals of the base say.
        afresh = expect is not None
        days = deque(unsealed_days(session, until=day + timedelta(days=1), afresh=afresh), maxlen=1)
        found = days[0] if days else None if afresh else last_seal(session, day)
        calendar = read_calendar(session)
    click.echo(seal_fr(found))
    if found and found.day >= at.date():
        click.echo(_RUNS)
    if expect is None:
        return
    wrong = list(faults(procedures(), reading(engine()), calendar))
    if found is None or expected != found.seal:
        wrong.insert(0, _OTHER.format(day=day_fr(day)))
    for words in wrong:
        click.echo(words, err=True)
    if wrong:
        sys.exit(1)
    click.echo("C’est le sceau donné : rien de ce qui était enregistré ce jour-là n’a changé.")


def seal_fr(found: DaySeal | None) -> str:
    """Word the seal of a day in two lines that can be printed."""
    if found is None:
        return _NONE
    return f"Sceau au {day_fr(found.day)} : {found.steps} étape(s) en tout\n{found.seal}"


def _seal_of(expect: str | None) -> str | None:
    """Give a seal as it is kept, whatever the blanks and capitals of a copy; stop the command where it is none."""
    if expect is None:
        return None
    kept = "".join(expect.split()).lower()
    if not re.fullmatch(r"[0-9a-f]{64}", kept):
        raise click.UsageError(f"« {expect[:80]} » n’est pas un sceau : il a 64 signes, chiffres et lettres de a à f.")
    return kept
