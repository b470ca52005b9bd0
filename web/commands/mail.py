"""Writing the reminders of a day, and sending what waits."""

import sys
from datetime import date

import click
from flask.cli import with_appcontext
from sqlmodel import Session

from models import reading
from web.clock import utc_now
from web.commands.console import DAY
from web.request import engine, settings
from web.serving import jobs
from workflow.calendar.decided_days import read_calendar
from workflow.calendar.time_zone import legal_day
from workflow.mail.outbox import outbox
from workflow.mail.reminders import planned_messages


@click.command()
@click.option("--on", "on", type=DAY, help="Jour des rappels ; aujourd'hui par défaut.")
@click.option("--dry-run", is_flag=True, help="Montre les courriels sans rien écrire ni envoyer.")
@with_appcontext
def remind(on: date | None, *, dry_run: bool) -> None:
    """Écrit les rappels d'échéance d'un jour et envoie les courriels qui attendent.

    Relancée le même jour, la commande n'écrit rien de plus.
    """
    day, at = on or legal_day(utc_now()), utc_now()
    if dry_run:
        with Session(reading(engine()), expire_on_commit=False) as session:
            messages = planned_messages(
                session, on=day, at=at, calendar=read_calendar(session), base_url=settings().base_url
            )
            for message in messages:
                click.echo(f"À : {message.address}\nObjet : {message.subject}\n\n{message.plain}\n{'-' * 76}")
            click.echo(f"{len(messages)} courriel(s) partiraient ; rien n'a été écrit.")
            session.rollback()
        return
    written = jobs.remind(engine(), settings(), at=at, on=day)
    if written:
        click.echo(f"{written.reminders} rappel(s) écrits dans {written.messages} courriel(s).")
    _say_sent()


@click.command()
@with_appcontext
def send() -> None:
    """Envoie les courriels qui attendent.

    Le code de sortie est 1 tant qu'un courriel n'a pas pu partir, ou attend depuis plus de deux heures.
    """
    _say_sent()


def _say_sent() -> None:
    sent = jobs.send(engine(), settings(), clock=utc_now)
    with Session(reading(engine())) as session:
        left = outbox(session, at=utc_now())
    late = f", dont {left.late} depuis plus de deux heures" if left.late else ""
    click.echo(f"{sent.sent} courriel(s) partis, {left.waiting} en attente{late}, {left.failed} non partis.")
    if sent.unreachable:
        raise click.ClickException(sent.unreachable)
    if left.failed:
        raise click.ClickException(_FAILED)
    if left.late:
        sys.exit(1)


_FAILED = "des courriels n'ont pas pu partir : la page « Courriels » dit pourquoi, et permet de réessayer."
