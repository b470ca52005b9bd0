"""Who may do what: the whole table, role by role."""

from datetime import UTC, datetime

import pytest
from sqlmodel import Session

from models import Role, User
from tests.workflow.builders import CLOSED, Ministry
from workflow.people.permissions import HOLDERS, MANAGERS, RESPONSIBLE, ROLES_FR, Right, may, may_fire, visible_texts
from workflow.rulebook.files import procedures

DAY = datetime(2026, 11, 24, tzinfo=UTC)
READ, MOVE, WRITE, ASSIGN = Right.READ_TEXTS, Right.MOVE_TEXTS, Right.WRITE_TEXTS, Right.ASSIGN_TEXTS
CORRECT, PAPERS, MAIL, PEOPLE = Right.CORRECT_STEPS, Right.MAKE_PAPERS, Right.READ_MESSAGES, Right.MANAGE_PEOPLE
PIECES, SECRET, ITEMS = Right.ATTACH_PIECES, Right.READ_CONFIDENTIAL, Right.WRITE_REGISTERS
FOLLOW = Right.FOLLOW_DEADLINES
ADMINISTRATION = {Right.ADMINISTER, Right.RECORD_ABSENCES, Right.DECIDE_DAYS, Right.MANAGE_NAMES}
LEADING = {
    READ, MOVE, WRITE, ASSIGN, CORRECT, PAPERS, MAIL, Right.MERGE_TEXTS, Right.TAKE_OVER_RUNNING,
    Right.CHANGE_PROCEDURES, PIECES, SECRET, ITEMS, Right.MANAGE_TEMPLATES, FOLLOW, Right.OVERSEE_TEXTS,
    Right.SHARE_VIEWS, *ADMINISTRATION,
}  # fmt: skip
RIGHTS = {
    Role.DRAFTER: {ITEMS, READ, MOVE, WRITE, CORRECT, PAPERS, PIECES, FOLLOW},
    Role.HEAD: LEADING,
    Role.DIRECTOR: LEADING,
    Role.SECRETARY_GENERAL: LEADING,
    Role.CABINET: {ITEMS, READ, MOVE, PAPERS, PIECES, SECRET, FOLLOW},
    Role.READER: {READ},
    Role.ADMINISTRATOR: {READ, MAIL, PEOPLE, *ADMINISTRATION},
}


def person(role: str, *, active: bool = True) -> User:
    return User(email="a@test", name="A. B.", role=role, password_hash=CLOSED, active=active, created_at=DAY)


@pytest.mark.parametrize("role", Role)
def test_each_role_has_its_rights_and_no_other(role: Role) -> None:
    assert {right for right in Right if may(person(role), right)} == RIGHTS[role]


@pytest.mark.parametrize("role", Role)
def test_a_closed_account_has_no_right(role: Role) -> None:
    assert [right for right in Right if may(person(role, active=False), right)] == []


def test_every_right_and_every_role_has_its_place() -> None:
    assert set(HOLDERS) == set(Right)
    assert set(ROLES_FR) == set(Role)
    assert frozenset({Role.HEAD, Role.DIRECTOR}) == MANAGERS
    assert frozenset({Role.DRAFTER, Role.HEAD}) == RESPONSIBLE


@pytest.mark.parametrize("role", [Role.READER, Role.ADMINISTRATOR])
def test_who_does_not_move_texts_makes_no_move_at_all(role: Role) -> None:
    for procedure in procedures().values():
        assert [move.name for move in procedure.transitions if may_fire(person(role), move)] == []


def test_only_those_the_procedure_names_make_a_move() -> None:
    people = {role: person(role) for role in Role}
    closed = person(Role.HEAD, active=False)
    for procedure in procedures().values():
        for move in procedure.transitions:
            assert {role for role in Role if may_fire(people[role], move)} == set(move.roles)
            assert not may_fire(closed, move)


def test_a_drafter_does_not_decide_for_the_minister() -> None:
    procedure = procedures()["decret"]
    decided = {"validate", "send_back_to_drafting", "abandon", "take_back", "withdraw", "replace", "repeal"}

    assert {name for name in decided if may_fire(person(Role.DRAFTER), procedure.moves[name])} == set()
    assert {name for name in decided if may_fire(person(Role.HEAD), procedure.moves[name])} == decided


def test_everybody_with_an_open_account_sees_the_texts(session: Session) -> None:
    text = Ministry(session).open("arrete")

    for role in Role:
        assert session.exec(visible_texts(person(role))).all() == [text]
        assert session.exec(visible_texts(person(role, active=False))).all() == []
