"""Two people move the same text at the same moment, in two sessions: one step, one Stale, every time."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlmodel import Session, select

from models import Document, LegalText, Role, User
from tests.workflow.builders import AT, CALENDAR, Ministry, undated
from workflow.errors import Stale
from workflow.history.fold import fold
from workflow.history.steps import steps_of
from workflow.register.corrections import correct
from workflow.register.moves import fire
from workflow.register.papers import ask_for_paper
from workflow.rulebook.files import procedures

ROUNDS = 100
Act = Callable[[Session, LegalText, User], object]


def race(ministry: Ministry, text: LegalText, *acts: tuple[str, Act]) -> list[str]:
    """Let every person act at once on the page they all saw; give who wrote, then who came too late."""
    engine, text_id = ministry.session.get_bind(), text.id
    ids = {role: person.id for role, person in ministry.people.items()}
    start = Barrier(len(acts))

    def one(role: str, act: Act) -> str:
        with Session(engine, expire_on_commit=False) as session:
            by = session.get_one(User, ids[role])
            session.rollback()
            start.wait(timeout=10)
            try:
                act(session, session.get_one(LegalText, text_id), by)
                session.commit()
            except Stale:
                return "stale"
            return "written"

    with ThreadPoolExecutor(len(acts)) as threads:
        return sorted(threads.map(lambda pair: one(*pair), acts), reverse=True)


@pytest.fixture
def ministry(session: Session) -> Ministry:
    ministry = Ministry(session)
    ministry.person(Role.DIRECTOR)
    return ministry


@pytest.fixture
def text(ministry: Ministry) -> LegalText:
    text = ministry.open("arrete", *undated("assign_drafter"))
    ministry.session.commit()
    return text


def moving(name: str, seen_step: int, **facts: str) -> Act:
    def act(session: Session, text: LegalText, by: User) -> object:
        return fire(
            session, text, name, by=by, seen_step=seen_step, on=None, at=AT, facts=dict(facts), calendar=CALENDAR
        )

    return act


def striking(number: int, seen_step: int) -> Act:
    def act(session: Session, text: LegalText, by: User) -> object:
        return correct(session, text, number, by=by, seen_step=seen_step, at=AT, reason="Erreur.", calendar=CALENDAR)

    return act


def test_of_two_moves_at_once_one_is_written_and_the_other_is_stale(ministry: Ministry, text: LegalText) -> None:
    for seen in range(2, 2 + ROUNDS):
        note = moving("note", seen, note="Vu.")
        assert race(ministry, text, (Role.HEAD, note), (Role.DIRECTOR, note)) == ["written", "stale"]

    ministry.session.expire_all()
    steps = steps_of(ministry.session, text.id)
    assert [step.number for step in steps] == list(range(1, ROUNDS + 3))
    assert text.last_step == ROUNDS + 2


def test_of_two_different_moves_at_once_the_row_follows_the_one_that_was_written(
    ministry: Ministry, text: LegalText
) -> None:
    acts = [(Role.HEAD, moving("send_for_consultation", 2)), (Role.DIRECTOR, moving("submit_for_validation", 2))]

    assert race(ministry, text, *acts) == ["written", "stale"]

    ministry.session.expire_all()
    steps = steps_of(ministry.session, text.id)
    assert len(steps) == 3
    assert text.state == fold(procedures()["arrete"], steps).state


def test_a_move_and_a_correction_at_once_are_never_both_written(ministry: Ministry, text: LegalText) -> None:
    acts = [(Role.HEAD, moving("send_for_consultation", 2)), (Role.DIRECTOR, striking(2, 2))]

    assert race(ministry, text, *acts) == ["written", "stale"]

    ministry.session.expire_all()
    steps = steps_of(ministry.session, text.id)
    assert text.state == fold(procedures()["arrete"], steps).state


def test_two_texts_move_side_by_side(ministry: Ministry, text: LegalText) -> None:
    other = ministry.open("decret", *undated("assign_drafter"))
    ministry.session.commit()

    def on_the_other(session: Session, _text: LegalText, by: User) -> object:
        return moving("send_for_consultation", 2)(session, session.get_one(LegalText, other.id), by)

    acts = [(Role.HEAD, moving("send_for_consultation", 2)), (Role.DIRECTOR, on_the_other)]
    assert race(ministry, text, *acts) == ["written", "written"]


def test_two_people_ask_for_the_same_paper_at_once(ministry: Ministry, text: LegalText) -> None:
    def ask(session: Session, text: LegalText, by: User) -> object:
        return ask_for_paper(session, text, "note_interne", by=by, at=AT)

    assert race(ministry, text, (Role.HEAD, ask), (Role.DIRECTOR, ask)) == ["written", "written"]
    assert sorted(ministry.session.exec(select(Document.number))) == [1, 2]
