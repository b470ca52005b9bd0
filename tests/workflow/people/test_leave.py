"""Who is away on a day, as pages tell it beside a name."""

from datetime import date

import pytest
from sqlmodel import Session

from models import Absence, Role, User
from tests.workflow.builders import AT
from workflow.people.leave import Leave, leaves_on

FIRST, LAST = date(2026, 11, 30), date(2026, 12, 11)


def hired(name: str, *, active: bool = True) -> User:
    return User(
        email=f"{name}@ministere.test", name=name, role=Role.DRAFTER, password_hash="", active=active, created_at=AT
    )


def away(absent: User, stand_in: User) -> Absence:
    return Absence(person_id=absent.id, stand_in_id=stand_in.id, from_on=FIRST, until_on=LAST, recorded_at=AT)


@pytest.mark.parametrize(
    ("on", "is_away"), [("2026-11-29", False), ("2026-11-30", True), ("2026-12-11", True), ("2026-12-12", False)]
)
def test_somebody_is_away_from_the_first_day_to_the_last(session: Session, on: str, *, is_away: bool) -> None:
    absent, stand_in = hired("Amina"), hired("Omar")
    session.add_all([absent, stand_in])
    session.flush()
    session.add(away(absent, stand_in))

    told = {absent.id: Leave(LAST, "Omar")} if is_away else {}
    assert leaves_on(session, on=date.fromisoformat(on)) == told


def test_whoever_works_here_no_more_is_neither_away_nor_a_stand_in(session: Session) -> None:
    absent, left = hired("Amina"), hired("Karim", active=False)
    session.add_all([absent, left])
    session.flush()
    session.add_all([away(absent, left), away(left, absent)])

    assert leaves_on(session, on=FIRST) == {absent.id: Leave(LAST, "")}


def test_who_stands_in_is_somebody_who_is_there(session: Session) -> None:
    amina, omar, karim = hired("Amina"), hired("Omar"), hired("Karim")
    session.add_all([amina, omar, karim])
    session.flush()
    session.add_all([away(amina, omar), away(omar, karim)])
    assert leaves_on(session, on=FIRST) == {amina.id: Leave(LAST, "Karim"), omar.id: Leave(LAST, "Karim")}

    session.add(away(karim, amina))
    assert {leave.stand_in for leave in leaves_on(session, on=FIRST).values()} == {""}, "in turn, and nobody is left"
