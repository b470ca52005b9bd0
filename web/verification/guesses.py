"""A brake on guessing codes: from one address, so many unknown ones and no more for a while."""

from datetime import datetime

from sqlalchemy import delete, func
from sqlmodel import Session, col, select

from models import SignInFailure
from web.account.passwords import WINDOW

_MOST = 60


def has_guessed_too_often(session: Session, address: str, *, at: datetime) -> bool:
    """Whether too many codes that no paper bears came lately from this address."""
    lately = select(func.count()).where(SignInFailure.key == _key(address), SignInFailure.at > at - WINDOW)
    return session.exec(lately).one() >= _MOST


def note_guess(session: Session, address: str, *, at: datetime) -> None:
    """Count a code that no paper bears, and forget the old ones; the caller commits."""
    session.exec(delete(SignInFailure).where(col(SignInFailure.at) <= at - WINDOW))
    session.add(SignInFailure(key=_key(address), at=at))


def _key(address: str) -> str:
    return f"code:{address}"
