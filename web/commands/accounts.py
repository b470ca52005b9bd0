"""What an administrator does from a terminal: accounts, and the ministry's own holidays."""

from datetime import date

import click
from flask.cli import with_appcontext
from sqlmodel import Session, func, select

from models import HolidayOverride, LegalText, Role, User
from web.account.passwords import MAX_LENGTH, MIN_LENGTH, hash_password
from web.clock import utc_now
from web.commands.console import DAY
from web.request import engine, read_calendar
from web.serving.jobs import reckon_times
from workflow.calendar.time_zone import legal_day
from workflow.deadlines.kept import look_again
from workflow.language.addresses import normal_address
from workflow.language.legible import illegible, one_line
from workflow.people.permissions import RESPONSIBLE, ROLES_FR
from workflow.register.recount import recount

_ROLE = click.Choice([str(role) for role in Role])
_LONGEST = {"email": 254, "name": 200, "label": 200}


@click.command("add-person")
@click.argument("email")
@click.option("--name", required=True, help="Nom et prénom, tels qu'ils s'affichent.")
@click.option("--role", type=_ROLE, required=True, help="Son rôle.")
@click.password_option(help="Son mot de passe ; demandé s'il n'est pas donné.")
@with_appcontext
def add_person(email: str, name: str, role: str, password: str) -> None:
    """Ouvre un compte pour EMAIL."""
    hashed, name = _hashed(password), _fitting("name", name)
    if not name:
        raise click.ClickException("Donnez le nom de la personne avec --name : celui-ci ne contient rien qui se lise.")
    with Session(engine()) as session:
        address = _address(email)
        if _find(session, address):
            raise click.ClickException(f"{address} a déjà un compte.")
        person = User(email=address, name=name, role=role, password_hash=hashed, created_at=utc_now())
        session.add(person)
        look_again(session, person)
        session.commit()
    click.echo(f"Compte ouvert : {name} ({ROLES_FR[Role(role)]}).")


@click.command("close-account")
@click.argument("email")
@click.option("--reopen", is_flag=True, help="Rouvre au contraire un compte fermé.")
@with_appcontext
def close_account(email: str, *, reopen: bool) -> None:
    """Ferme le compte de EMAIL : plus de connexion, plus de courriel ; son nom reste dans l'histoire des textes."""
    with Session(engine(), expire_on_commit=False) as session:
        person = _person(session, email)
        person.active = reopen
        person.session_epoch += 1
        session.add(person)
        look_again(session, person)
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
        person.password_hash = hashed
        person.session_epoch += 1
        session.add(person)
        session.commit()
    click.echo(f"Mot de passe changé : {person.name}.")


@click.command("set-role")
@click.argument("email")
@click.argument("role", type=_ROLE)
@with_appcontext
def set_role(email: str, role: str) -> None:
    """Donne le rôle ROLE à EMAIL, à partir de maintenant."""
    with Session(engine(), expire_on_commit=False) as session:
        person = _person(session, email)
        person.role = role
        session.add(person)
        look_again(session, person)
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
    row = HolidayOverride(day=day, worked=worked, label_fr=_fitting("label", name), label_ar=_fitting("label", name_ar))
    with Session(engine(), expire_on_commit=False) as session:
        known = session.get(HolidayOverride, day)
        if known and forget:
            session.delete(known)
        elif not forget:
            session.merge(row)
        session.flush()
        count = recount(session, read_calendar(session), on=legal_day(utc_now()), commit=session.commit)
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


ACCOUNT_COMMANDS = (add_person, close_account, set_password, set_role, holiday, count_again)


def _hashed(password: str) -> str:
    if len(password) < MIN_LENGTH:
        raise click.ClickException(f"Le mot de passe doit compter au moins {MIN_LENGTH} caractères.")
    if len(password) > MAX_LENGTH:
        raise click.ClickException(f"Le mot de passe doit compter au plus {MAX_LENGTH} caractères.")
    return hash_password(password)


def _address(written: str) -> str:
    try:
        return _fitting("email", normal_address(written))
    except ValueError as error:
        raise click.ClickException(str(error)) from error


def _fitting(name: str, words: str) -> str:
    kept = one_line(words)
    if wrong := illegible(kept):
        raise click.ClickException(f"« {words[:40]} » : {wrong}")
    if len(kept) > _LONGEST[name]:
        raise click.ClickException(f"« {kept[:40]}… » : {_LONGEST[name]} caractères au plus.")
    return kept


def _find(session: Session, email: str) -> User | None:
    return session.exec(select(User).where(User.email == email.strip().lower())).first()


def _person(session: Session, email: str) -> User:
    person = _find(session, email)
    if person is None:
        raise click.ClickException(f"{email} n'a pas de compte.")
    return person


def _say_entrusted(session: Session, person: User) -> None:
    query = select(func.count()).select_from(LegalText).where(LegalText.responsible_id == person.id)
    count = session.exec(query).one()
    if count and not (person.active and person.role in RESPONSIBLE):
        click.echo(f"{count} texte(s) lui restent confiés : confiez-les à quelqu'un d'autre.")
