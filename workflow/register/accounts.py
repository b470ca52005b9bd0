"""Writes the accounts of people: opened, closed, opened again, another role, another password.

What opens nothing any more is kept: steps and papers go on naming whoever made them.
"""

import logging
from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, func, select

from models import ON_ITS_WAY, LegalText, Role, User
from workflow.deadlines.kept import look_again
from workflow.errors import Unfit
from workflow.language.addresses import normal_address
from workflow.language.legible import kept_line
from workflow.people.permissions import RESPONSIBLE

_LOG = logging.getLogger(__name__)

LONGEST = {"email": 254, "name": 200}
_NO_NAME = "Donnez le nom de la personne : celui-ci ne contient rien qui se lise."
_KNOWN = "{} a déjà un compte ; un nouveau mot de passe se donne sur la page de la personne."
_LAST = "C’est la dernière personne qui administre Navette : donnez d’abord ce rôle à quelqu’un d’autre."


def open_account(session: Session, *, email: str, name: str, role: Role, password_hash: str, at: datetime) -> User:
    """Open an account; the caller commits. Raise Unfit for an address or a name that cannot be kept or is known."""
    address, name = _checked("email", normal_address, email), _checked("name", str, name)
    if not name:
        raise Unfit({"name": _NO_NAME})
    if find_account(session, address):
        raise Unfit({"email": _KNOWN.format(address)})
    person = User(email=address, name=name, role=role, password_hash=password_hash, created_at=at)
    session.add(person)
    look_again(session, person)
    _tell("account opened", person, role=str(role))
    return person


def find_account(session: Session, email: str) -> User | None:
    """Find the account of an address, however its capitals are written."""
    return session.exec(select(User).where(User.email == email.strip().lower())).first()


def close_account(session: Session, person: User) -> None:
    """Close an account and its sessions; the caller commits. Raise Unfit for the last person who administers."""
    _keep_an_administrator(session, person)
    person.active = False
    _end_sessions(session, person)
    look_again(session, person)
    _tell("account closed", person)


def reopen_account(session: Session, person: User) -> None:
    """Open again an account that was closed; the caller commits."""
    person.active = True
    _end_sessions(session, person)
    look_again(session, person)
    _tell("account reopened", person)


def change_role(session: Session, person: User, role: Role) -> None:
    """Give another role, from now on; the caller commits. Raise Unfit for the last person who administers."""
    if role != Role.ADMINISTRATOR:
        _keep_an_administrator(session, person)
    before, person.role = person.role, role
    session.add(person)
    look_again(session, person)
    _tell("role changed", person, before=str(before), role=str(role))


def change_password(session: Session, person: User, password_hash: str) -> None:
    """Give another password, kept as its hash, and end the sessions opened with the one before; the caller commits."""
    person.password_hash = password_hash
    _end_sessions(session, person)
    _tell("password changed", person)


def entrusted(session: Session) -> dict[UUID, int]:
    """Count the texts under way entrusted to each person who has any: those whose way has ended are nobody's work."""
    person_id = col(LegalText.responsible_id)
    query = select(person_id, func.count()).where(person_id.is_not(None), ON_ITS_WAY).group_by(person_id)
    return {key: count for key, count in session.exec(query) if key}


def may_answer(person: User) -> bool:
    """Whether texts may be entrusted to this person."""
    return person.active and person.role in RESPONSIBLE


def left_with(session: Session, person: User) -> int:
    """Count the texts under way entrusted to somebody who cannot answer for any; none for somebody who can."""
    return 0 if may_answer(person) else entrusted(session).get(person.id, 0)


def _keep_an_administrator(session: Session, person: User) -> None:
    """Refuse to take the last administrator away; whoever takes another one away meanwhile waits."""
    query = select(User).where(User.role == Role.ADMINISTRATOR, col(User.active)).order_by(col(User.id))
    there = session.exec(query.with_for_update().execution_options(populate_existing=True)).all()
    if [each.id for each in there] == [person.id]:
        raise Unfit({"": _LAST})


def _end_sessions(session: Session, person: User) -> None:
    person.session_epoch += 1
    session.add(person)


def _tell(what: str, person: User, **more: str) -> None:
    # Who did it is on every line of a request. Accounts are named by their key, never by an address.
    _LOG.info(what, extra={"account_id": str(person.id), **more})


def _checked(field: str, read: Callable[[str], str], words: str) -> str:
    try:
        return kept_line(read(words), LONGEST[field])
    except ValueError as error:
        raise Unfit({field: str(error)}) from error
