"""Passwords: argon2id, and a brake on guessing."""

from datetime import datetime, timedelta
from functools import cache
from hashlib import sha256
from secrets import choice

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import delete, func, or_
from sqlmodel import Session, col, select

from models import SignInFailure, User

MIN_LENGTH = 10
MAX_LENGTH = 200
WINDOW = timedelta(minutes=15)
# For one account from one address, for the account from anywhere, from the address for any account.
_MOST = (6, 40, 60)

_LEGIBLE = "23456789abcdefghjkmnpqrstuvwxyz"

_hasher = PasswordHasher()


def hash_password(password: str) -> str:
    """Give the argon2id hash of a password."""
    return _hasher.hash(password)


def new_password() -> str:
    """Draw a password that can be read aloud: sixteen letters and digits, none like another, in four groups."""
    return "-".join("".join(choice(_LEGIBLE) for _letter in range(4)) for _group in range(4))


def check_password(person: User | None, password: str) -> bool:
    """Whether the password is this person's; takes as long for nobody."""
    try:
        _hasher.verify(person.password_hash if person else _nobody(), password)
    except (VerificationError, InvalidHashError):
        return False
    return person is not None and person.active


@cache  # made at the first need: it takes a tenth of a second
def _nobody() -> str:
    """Give what is verified when the account does not exist, so that a refusal takes as long as with a real one."""
    return _hasher.hash("nobody")


def is_throttled(session: Session, email: str, address: str, *, at: datetime) -> bool:
    """Whether too many sign-ins failed lately: for this account from this address, for either of them alone."""
    lately = select(func.count()).where(SignInFailure.at > at - WINDOW)
    return any(
        session.exec(lately.where(SignInFailure.key == key)).one() >= most
        for key, most in zip(_keys(email, address), _MOST, strict=True)
    )


def note_attempt(session: Session, email: str, address: str, *, at: datetime) -> list[SignInFailure]:
    """Count an attempt as failed before it is judged, so that many at once are counted too; forget the old ones."""
    session.exec(delete(SignInFailure).where(col(SignInFailure.at) <= at - WINDOW))
    noted = [SignInFailure(key=key, at=at) for key in _keys(email, address)]
    session.add_all(noted)
    return noted


def forget_attempts(session: Session, noted: list[SignInFailure]) -> None:
    """Forget an attempt that was good, and those that failed before it for the same account at the same address."""
    ids = [failure.id for failure in noted]
    forgotten = or_(col(SignInFailure.id).in_(ids), col(SignInFailure.key) == noted[0].key)
    session.exec(delete(SignInFailure).where(forgotten))


def _keys(email: str, address: str) -> tuple[str, str, str]:
    # Whoever guesses from one place shuts the account there only; its owner still comes in from elsewhere.
    pair = sha256(f"{email}|{address}".encode()).hexdigest()
    return f"pair:{pair}", f"account:{email}", f"address:{address}"
