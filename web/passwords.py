"""Passwords: argon2id, and a brake on guessing."""

from datetime import datetime, timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import delete, func
from sqlmodel import Session, col, select

from models import SignInFailure, User

MIN_LENGTH = 10
WINDOW = timedelta(minutes=15)
_MOST_PER_ACCOUNT = 6
_MOST_PER_ADDRESS = 60

_hasher = PasswordHasher()
# Verified when the account does not exist, so that a refusal takes as long as with a real one.
_NOBODY = _hasher.hash("nobody")


def hash_password(password: str) -> str:
    """Give the argon2id hash of a password."""
    return _hasher.hash(password)


def check_password(person: User | None, password: str) -> bool:
    """Whether the password is this person's; takes as long for nobody."""
    try:
        _hasher.verify(person.password_hash if person else _NOBODY, password)
    except (VerificationError, InvalidHashError):
        return False
    return person is not None and person.active


def is_throttled(session: Session, email: str, address: str, *, at: datetime) -> bool:
    """Whether too many sign-ins failed lately for this account or from this address."""
    recent = select(func.count()).where(SignInFailure.at > at - WINDOW)
    by_account = session.exec(recent.where(SignInFailure.key == f"account:{email}")).one()
    by_address = session.exec(recent.where(SignInFailure.key == f"address:{address}")).one()
    return by_account >= _MOST_PER_ACCOUNT or by_address >= _MOST_PER_ADDRESS


def note_failure(session: Session, email: str, address: str, *, at: datetime) -> None:
    """Remember a failed sign-in, and forget the old ones."""
    session.exec(delete(SignInFailure).where(col(SignInFailure.at) <= at - WINDOW))
    session.add(SignInFailure(key=f"account:{email}", at=at))
    session.add(SignInFailure(key=f"address:{address}", at=at))


def forget_failures(session: Session, email: str) -> None:
    """Forget the failures of an account that has just signed in."""
    session.exec(delete(SignInFailure).where(col(SignInFailure.key) == f"account:{email}"))
