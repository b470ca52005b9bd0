"""What an administrator does from a terminal: accounts, and the ministry's own holidays."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import click
from flask.cli import with_appcontext
from sqlmodel import Session

from models import Role, User
from web.account.passwords import MAX_LENGTH, MIN_LENGTH, hash_password
from web.clock import utc_now
from web.commands.console import DAY
from web.request import engine
from web.serving.jobs import reckon_times
from workflow.calendar.decided_days import DecidedDay, Decision, read_calendar
from workflow.calendar.time_zone import legal_day
from workflow.errors import Unfit
from workflow.people.permissions import ROLES_FR
from workflow.register.accounts import (
    change_password,
    change_role,
    close_account,
    find_account,
    left_with,
    open_account,
    reopen_account,
)
from workflow.register.days_off import decide_day
from workflow.register.recount import recount

_ROLE = click.Choice([str(role) for role in Role])


@click.command("add-person")
@click.argument("email")
@click.option("--name", required=True, help="Nom et prénom, tels qu'ils s'affichent.")
@click.option("--role", type=_ROLE, required=True, help="Son rôle.")
@click.password_option(help="Son mot de passe ; demandé s'il n'est pas donné.")
@with_appcontext
def add_person(email: str, name: str, role: str, password: str) -> None:
    """Ouvre un compte pour EMAIL."""
    hashed = _hashed(password)
    with Session(engine(), expire_on_commit=False) as session, _said():
        person = open_account(session, email=email, name=name, role=Role(role), password_hash=hashed, at=utc_now())
        session.commit()
    click.echo(f"Compte ouvert : {person.name} ({ROLES_FR[Role(role)]}).")


@click.command("close-account")
@click.argument("email")
@click.option("--reopen", is_flag=True, help="Rouvre au contraire un compte fermé.")
@with_appcontext
def close(email: str, *, reopen: bool) -> None:
    """Ferme le compte de EMAIL : plus de connexion, plus de courriel ; son nom reste dans l'histoire des textes."""
    with Session(engine(), expire_on_commit=False) as session, _said():
        person = _person(session, email)
        (reopen_account if reopen else close_account)(session, person)
        session.commit()
        click.echo(f"Compte {'rouvert' if reopen else 'fermé'} : {person.name}.")
        _say_entrusted(session, person)


@click.command("set-password")
@click.argument("email")
@click.password_option(help="Le nouveau mot de passe ; demandé s'il n'est pas donné.")
@with_appcontext
def set_password(email: str, password: str) -> None:
    """Donne un nouveau mot de passe à EMAIL ; ses sessions ouvertes sont fermées."""
    hashed = _hashed(password)
    with Session(engine(), expire_on_commit=False) as session:
        person = _person(session, email)
        change_password(session, person, hashed)
        session.commit()
    click.echo(f"Mot de passe changé : {person.name}.")


@click.command("set-role")
@click.argument("email")
@click.argument("role", type=_ROLE)
@with_appcontext
def set_role(email: str, role: str) -> None:
    """Donne le rôle ROLE à EMAIL, à partir de maintenant."""
    with Session(engine(), expire_on_commit=False) as session, _said():
        person = _person(session, email)
        change_role(session, person, Role(role))
        session.commit()
        click.echo(f"Rôle changé : {person.name} ({ROLES_FR[Role(role)]}).")
        _say_entrusted(session, person)


@click.command()
@click.argument("day", type=DAY)
@click.option("--name", default="", help="Nom du jour chômé, par exemple « Aïd al-Adha ».")
@click.option("--name-ar", default="", help="Son nom en arabe.")
@click.option("--worked", is_flag=True, help="Ce jour est travaillé, bien que le calendrier le dise férié.")
@click.option("--forget", is_flag=True, help="Retire ce qui a été décidé de ce jour : le calendrier vaut de nouveau.")
@with_appcontext
def holiday(day: date, name: str, name_ar: str, *, worked: bool, forget: bool) -> None:
    """Déclare le jour AAAA-MM-JJ chômé ou travaillé, contre le calendrier ; recompte les échéances."""
    if not (name or worked or forget):
        raise click.ClickException("Donnez le nom du jour chômé avec --name, ou bien --worked, ou --forget.")
    if bool(name or name_ar) + worked + forget > 1:
        raise click.ClickException("Choisissez : --name pour un jour chômé, --worked, ou --forget ; un seul des trois.")
    decision = Decision.CALENDAR if forget else Decision.WORKED if worked else Decision.OFF
    with Session(engine(), expire_on_commit=False) as session, _said():
        decided = DecidedDay(day, decision, name, name_ar)
        count = decide_day(session, decided, on=legal_day(utc_now()), commit=session.commit)
    said = "suit de nouveau le calendrier" if forget else "est travaillé" if worked else f"est chômé ({name})"
    click.echo(f"Le {day:%d/%m/%Y} {said} ; échéances de {count} texte(s) recomptées.")


@click.command("recount")
@with_appcontext
def count_again() -> None:
    """Refait ce qui est tiré de l’histoire des textes : fiches, échéances, recherche, compteurs, durées d’ordinaire."""
    today = legal_day(utc_now())
    with Session(engine(), expire_on_commit=False) as session:
        count = recount(session, read_calendar(session), on=today, commit=session.commit)
    reckon_times(engine(), on=today)
    click.echo(f"Échéances recomptées ; {count} texte(s) en ont une qui court.")


ACCOUNT_COMMANDS = (add_person, close, set_password, set_role, holiday, count_again)


def _hashed(password: str) -> str:
    if len(password) < MIN_LENGTH:
        raise click.ClickException(f"Le mot de passe doit compter au moins {MIN_LENGTH} caractères.")
    if len(password) > MAX_LENGTH:
        raise click.ClickException(f"Le mot de passe doit compter au plus {MAX_LENGTH} caractères.")
    return hash_password(password)


@contextmanager
def _said() -> Iterator[None]:
    """Tell whoever types what cannot be."""
    try:
        yield
    except Unfit as unfit:
        raise click.ClickException(str(unfit)) from unfit


def _person(session: Session, email: str) -> User:
    person = find_account(session, email)
    if person is None:
        raise click.ClickException(f"{email} n'a pas de compte.")
    return person


def _say_entrusted(session: Session, person: User) -> None:
    if count := left_with(session, person):
        click.echo(f"{count} texte(s) lui restent confiés : confiez-les à quelqu'un d'autre.")
