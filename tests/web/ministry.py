"""The people and the texts that the tests of screens begin with."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar
from uuid import NAMESPACE_DNS, UUID, uuid5

from sqlalchemy import Engine
from sqlmodel import Session, SQLModel, col, select

from models import LegalText, Role, Step, User
from tests.fixtures.demonstration import NOW
from tests.workflow.builders import Ministry as Desk
from web.account.passwords import hash_password
from workflow.importing.demonstration import PASSWORD

_Row = TypeVar("_Row", bound=SQLModel)

BILL = "Projet de loi relatif à la lutte contre la violence à l’égard des femmes"


@dataclass
class Clock:
    """The moment it is in the application."""

    at: datetime = NOW

    def __call__(self) -> datetime:
        return self.at

    def wait(self, span: timedelta) -> None:
        self.at += span


@dataclass(frozen=True)
class People:
    """One person of each role, and Alice, Bob and Charlie: two drafters and the head of their division."""

    drafter: User
    alice: User
    bob: User
    charlie: User
    head: User
    director: User
    secretary_general: User
    cabinet: User
    reader: User
    administrator: User

    def with_role(self, role: Role) -> User:
        person: User = getattr(self, role.value)
        return person


class Ministry:
    """Writes people and texts through the same doors as the application, each in its own transaction."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self.engine = engine
        self.clock = clock
        self.opened = clock.at
        self.people = self._hire()

    @contextmanager
    def session(self) -> Iterator[Session]:
        """Open a session that commits at its end."""
        with Session(self.engine, expire_on_commit=False) as session:
            yield session
            session.commit()

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """Give the ministry of the workflow, with these people, in a transaction of its own."""
        with self.session() as session:
            yield Desk(session, self.clock.at, {role.value: self.people.with_role(role) for role in Role})

    def add(self, *rows: SQLModel) -> None:
        """Write rows as they are."""
        with self.session() as session:
            session.add_all(rows)

    def read(self, shape: type[_Row], key: UUID) -> _Row:
        """Read a row as it is now."""
        with Session(self.engine, expire_on_commit=False) as session:
            return session.get_one(shape, key)

    def count(self, shape: type[SQLModel]) -> int:
        """Count rows."""
        with Session(self.engine) as session:
            return len(session.exec(select(shape)).all())

    def steps(self, text: LegalText) -> Sequence[Step]:
        """Read the history of a text."""
        with Session(self.engine, expire_on_commit=False) as session:
            return session.exec(select(Step).where(Step.text_id == text.id).order_by(col(Step.number))).all()

    def open(self, title: str = BILL, kind: str = "projet_de_loi", on: str | None = None, **rest: Any) -> LegalText:  # noqa: ANN401 - columns
        """Open a text; it waits to be drafted, after those opened before it."""
        self.opened += timedelta(microseconds=1)
        usual = {"created_at": self.opened, "responsible_id": self.people.drafter.id, "title_ar": ""}
        with self.desk() as desk:
            return desk.open(kind, on=on, title_fr=title, **{**usual, **rest})

    def bring(self, text: LegalText, move: str, on: str | None = None, **rest: Any) -> LegalText:  # noqa: ANN401 - milestones
        """Record a milestone of an old file; the steps before it are inferred."""
        with self.desk() as desk:
            found = desk.session.get_one(LegalText, text.id)
            desk.bring(found, move, on, **rest)
        return found

    def move(self, text: LegalText, name: str, on: str | None = None, **facts: Any) -> LegalText:  # noqa: ANN401 - JSON
        """Move a text as its head of division would."""
        with self.desk() as desk:
            found = desk.session.get_one(LegalText, text.id)
            desk.move(found, name, on, **facts)
        return found

    def sentence(self, text: LegalText) -> str:
        """Give the sentence that says where a text stands, as a page reads."""
        with self.desk() as desk:
            return " ".join(desk.standing(desk.session.get_one(LegalText, text.id)).sentence.split())

    def told(self, text: LegalText, number: int = 0) -> str:
        """Give the sentence of a step that counts, of the last one when no number is given, as a page reads."""
        with self.desk() as desk:
            return " ".join(desk.told(desk.session.get_one(LegalText, text.id), number).split())

    def _hire(self) -> People:
        password_hash = hash_password(PASSWORD)
        names = {
            role.value: (role, f"{role.value.replace('_', '.')}@ministere.test", role.value.capitalize())
            for role in Role
        }
        names |= {
            "alice": (Role.DRAFTER, "alice@ministere.test", "Alice"),
            "bob": (Role.DRAFTER, "bob@ministere.test", "Bob"),
            "charlie": (Role.HEAD, "charlie@ministere.test", "Charlie"),
        }
        people = {
            key: User(
                id=uuid5(NAMESPACE_DNS, email),
                email=email,
                name=name,
                role=role,
                password_hash=password_hash,
                created_at=self.clock.at,
                first_steps_seen_at=self.clock.at,
            )
            for key, (role, email, name) in names.items()
        }
        self.add(*people.values())
        return People(**people)
