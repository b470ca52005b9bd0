"""Who is away on a day, until when, and whom one asks meanwhile: what pages tell beside a name."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import and_, bindparam
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from models import Absence, User


class Leave(NamedTuple):
    """The last day on which a person is away, and the name of who stands in; empty where they work here no more."""

    until_on: date
    stand_in: str


_PERSON, _STAND_IN = aliased(User), aliased(User)
_STANDS_IN = and_(col(_STAND_IN.id) == col(Absence.stand_in_id), col(_STAND_IN.active))
# Written once: every page that names people asks it.
_AWAY = (
    select(col(Absence.person_id), col(Absence.until_on), col(_STAND_IN.id), col(_STAND_IN.name))
    .join(_PERSON, col(_PERSON.id) == col(Absence.person_id))
    .outerjoin(_STAND_IN, _STANDS_IN)
    .where(col(Absence.from_on) <= bindparam("on"), col(Absence.until_on) >= bindparam("on"), col(_PERSON.active))
)


def leaves_on(session: Session, *, on: date) -> dict[UUID, Leave]:
    """Give who is away on the day `on`, of the people whose accounts are open; one query, of few rows.

    Who stands in is somebody who is there, as for the mails.

    A person has one absence on a day at most, which the register sees to.
    """
    away = {person: (until, other, name) for person, until, other, name in session.execute(_AWAY, {"on": on})}
    return {person: Leave(until, _present(person, away)) for person, (until, _other, _name) in away.items()}


def _present(person: UUID, away: Mapping[UUID, tuple[date, UUID | None, str | None]]) -> str:
    """Name who stands in, or in turn for a stand-in who is away too; nobody where they stand in for each other."""
    seen, name = {person}, ""
    absence = away.get(person)
    while absence:
        _until, other, found = absence
        if other is None or other in seen:
            return ""
        seen.add(other)
        name, absence = found or "", away.get(other)
    return name
