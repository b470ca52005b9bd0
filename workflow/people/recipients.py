"""The people at work, and which of them are told about a text."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import and_
from sqlmodel import Session, col, select

from models import Absence, Role, User
from workflow.people.permissions import RESPONSIBLE, STAND_INS


class Away(NamedTuple):
    """Who is absent, and until when, that day included."""

    name: str
    until_on: date


@dataclass(frozen=True)
class Staff:
    """Everyone whose account is open; who of them is absent on the day, and who will be later."""

    people: dict[UUID, User]
    absences: Mapping[UUID, Absence] = field(default_factory=dict)
    coming: Mapping[UUID, date] = field(default_factory=dict)

    @classmethod
    def at_work(cls, session: Session, *, on: date) -> "Staff":
        """Read the open accounts, and the absences of the day `on` and after it."""
        is_of_person = and_(col(Absence.person_id) == col(User.id), col(Absence.until_on) >= on)
        query = select(User, Absence).outerjoin(Absence, is_of_person).where(col(User.active))
        found: Sequence[tuple[User, Absence | None]] = session.exec(
            query.order_by(col(User.created_at), col(User.id), col(Absence.from_on).desc())
        ).all()
        return cls(
            people={person.id: person for person, _absence in found},
            absences={person.id: absence for person, absence in found if absence and absence.from_on <= on},
            coming={person.id: absence.from_on for person, absence in found if absence and absence.from_on > on},
        )

    def responsible(self, responsible_id: UUID | None) -> Sequence[User]:
        """Give the person responsible for a text; the stand-ins when there is none, or none who still works here.

        During an absence, whoever stands in is told too.
        """
        return self.named(responsible_id) or self.with_role(STAND_INS)

    def named(self, responsible_id: UUID | None) -> Sequence[User]:
        """Give the person responsible for a text, and who stands in during an absence; nobody when there is none."""
        person = self.people.get(responsible_id) if responsible_id else None
        return self._with_stand_ins([person]) if person else []

    def with_role(self, roles: frozenset[Role]) -> Sequence[User]:
        """Give everyone with one of these roles, and whoever stands in for those who are absent."""
        return self._with_stand_ins(person for person in self.people.values() if person.role in roles)

    def absent_from(self, responsible_id: UUID | None) -> date | None:
        """Give the first day of this person's next absence; None where none is known."""
        return self.coming.get(responsible_id) if responsible_id else None

    def away(self, stand_in: User) -> Mapping[UUID, Away]:
        """Give the absent people for whom this person stands in, directly or for another stand-in who is absent too."""
        return {
            absent: Away(self.people[absent].name, absence.until_on)
            for absent, absence in self.absences.items()
            if any(told.id == stand_in.id for told in self._with_stand_ins([self.people[absent]])[1:])
        }

    def _with_stand_ins(self, people: Iterable[User]) -> Sequence[User]:
        """Add who stands in for each one who is absent, and for those in turn; nobody twice."""
        told = {person.id: person for person in people}
        waiting = list(told)
        while waiting:
            absence = self.absences.get(waiting.pop())
            stand_in = self.people.get(absence.stand_in_id) if absence else None
            if stand_in and stand_in.id not in told:
                told[stand_in.id] = stand_in
                waiting.append(stand_in.id)
        return list(told.values())


_RESPONSIBLE = select(User).where(col(User.role).in_(RESPONSIBLE), col(User.active).is_(True)).order_by(col(User.name))


def responsible_people(session: Session) -> list[User]:
    """Give the people who can be made responsible for a text, by name."""
    return list(session.exec(_RESPONSIBLE).all())
