"""Who is away on a day, until when, and whom one asks meanwhile: what pages tell beside a name."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import and_
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from models import Absence, User


class Leave(NamedTuple):
    """The last day on which a person is away, and the name of who stands in; empty where they work here no more."""

    until_on: date
    stand_in: str


def leaves_on(session: Session, *, on: date) -> dict[UUID, Leave]:
    """Give who is away on the day `on`, of the people whose accounts are open; one query, of few rows.

    A person has one absence on a day at most, which the register sees to.
    """
    person, stand_in = aliased(User), aliased(User)
    stands_in = and_(col(stand_in.id) == col(Absence.stand_in_id), col(stand_in.active))
    runs = (col(Absence.from_on) <= on, col(Absence.until_on) >= on, col(person.active))
    query = select(Absence, col(stand_in.name)).join(person, col(person.id) == col(Absence.person_id))
    found = session.exec(query.outerjoin(stand_in, stands_in).where(*runs))
    return {absence.person_id: Leave(absence.until_on, name or "") for absence, name in found}
