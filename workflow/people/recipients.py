"""The people at work, and which of them are told about a text."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, col, select

from models import Role, User
from workflow.people.permissions import STAND_INS


@dataclass(frozen=True)
class Staff:
    """Everyone whose account is open."""

    people: dict[UUID, User]

    @classmethod
    def at_work(cls, session: Session) -> "Staff":
        """Read the open accounts."""
        return cls({person.id: person for person in session.exec(select(User).where(col(User.active)))})

    def responsible(self, responsible_id: UUID | None) -> Sequence[User]:
        """Give the person responsible for a text; the stand-ins when there is none, or none who still works here."""
        return self.named(responsible_id) or self.with_role(STAND_INS)

    def named(self, responsible_id: UUID | None) -> Sequence[User]:
        """Give the person responsible for a text; nobody when there is none, or none who still works here."""
        person = self.people.get(responsible_id) if responsible_id else None
        return [person] if person else []

    def with_role(self, roles: frozenset[Role]) -> Sequence[User]:
        """Give everyone with one of these roles."""
        return [person for person in self.people.values() if person.role in roles]
