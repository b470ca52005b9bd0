"""The living part of the demonstration: invented texts placed from the day of loading, sound on any day of a year."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from models import Deadline, DeadlineStatus, ItemStatus, LegalText, Message, PieceVersion, RegisterItem, Step, User
from models import make_engine as engine_of
from models.schema import migrate
from tests.workflow.builders import CALENDAR, CLOSED
from workflow.calendar.time_zone import start_of
from workflow.council.texts import expected_texts
from workflow.history.steps import steps_of
from workflow.importing.demonstration import load
from workflow.importing.demonstration_days import Days
from workflow.importing.demonstration_running import running_titles
from workflow.reports.consistency import faults
from workflow.rulebook.files import procedure_of, procedures

# A Tuesday of a session, a Thursday of another one, and the first of January.
DAYS = (date(2026, 12, 1), date(2027, 6, 3), date(2027, 1, 1))
ARABIC = re.compile("[\u0600-\u06ff]")


def load_on(engine: Engine, day: date) -> None:
    at = start_of(day) + timedelta(hours=9)
    with Session(engine, expire_on_commit=False) as session:
        load(session, at=at, password_hash=CLOSED, calendar=CALENDAR, base_url="https://navette.test")
        session.commit()


@pytest.fixture(scope="module", params=DAYS, ids=str)
def loaded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Engine, date]]:
    engine = engine_of(f"sqlite:///{tmp_path_factory.mktemp('running') / 'navette.db'}")
    migrate(engine)
    load_on(engine, request.param)
    yield engine, request.param
    engine.dispose()


@pytest.fixture
def session(loaded: tuple[Engine, date]) -> Iterator[Session]:
    with Session(loaded[0]) as session:
        yield session


@pytest.fixture
def day(loaded: tuple[Engine, date]) -> date:
    return loaded[1]


def running(session: Session) -> list[LegalText]:
    return list(session.exec(select(LegalText).where(col(LegalText.title_fr).contains("(exemple)"))))


def test_it_is_consistent(loaded: tuple[Engine, date]) -> None:
    assert list(faults(procedures(), loaded[0], CALENDAR)) == []


def test_every_text_says_in_both_languages_that_it_is_invented(session: Session) -> None:
    texts = running(session)

    assert len(texts) == len(running_titles()) == 34
    assert [text.title_ar for text in texts if not text.title_ar.endswith("(مثال)")] == []
    notes = [steps_of(session, text.id)[1].facts["note"] for text in texts]
    assert [note for note in notes if "inventé" not in note or not ARABIC.search(note)] == []


def test_nothing_is_recorded_before_it_happens_or_after_the_day_of_loading(session: Session, day: date) -> None:
    ids = [text.id for text in running(session)]
    steps = session.exec(select(Step).where(col(Step.text_id).in_(ids))).all()

    late = [step.move for step in steps if step.on and start_of(step.on.first_day) > step.at]
    assert (late, max(step.at for step in steps) < start_of(day) + timedelta(days=1)) == ([], True)
    off = {step.on.first_day for step in steps if step.on and not CALENDAR.is_working_day(step.on.first_day)}
    assert off == set()


def test_one_limit_of_the_law_is_passed_and_others_are_near(session: Session, day: date) -> None:
    passed, near, markers = [], 0, 0
    clocks = select(Deadline, LegalText).join(LegalText).where(Deadline.status == DeadlineStatus.RUNNING)
    for clock, text in session.exec(clocks.where(col(LegalText.title_fr).contains("(exemple)"))):
        rule = procedure_of(text).deadlines[clock.rule]
        is_law = rule.nature == "law" and not rule.tacit
        if clock.due_on is None:
            continue
        if clock.due_on < day:
            passed += [clock.rule] if is_law else []
            markers += not is_law
        elif is_law and clock.due_on <= day + timedelta(days=15):
            near += 1

    assert passed == ["impact_study"]
    assert (near >= 4, markers >= 5) == (True, True)


def test_the_next_council_has_an_agenda_and_the_last_one_waits_for_its_results(session: Session, day: date) -> None:
    days = Days(day, CALENDAR)
    head = session.exec(select(User).where(User.role == "head")).one()
    listed = [each for each in expected_texts(session, head, on=day, calendar=CALENDAR) if each.is_listed]

    agendas = Counter(each.council_on for each in listed)
    assert agendas == {days.day("council+1"): 3, days.day("council-1"): 2}


def test_texts_stand_all_along_their_way(session: Session) -> None:
    states = Counter(text.state for text in running(session))

    assert states == {
        "initie": 1, "redaction": 2, "consultation": 1, "validation_interne": 2, "transmis_sgg": 1, "examen_sgg": 1,
        "retour_ministere": 1, "publie_commentaires": 1, "distribue": 1, "inscrit_cg": 5, "adopte_cg_obs": 1,
        "adopte_cg": 1, "commission": 2, "attente_promulgation": 1, "a_signer": 2, "a_publier": 2,
        "vigueur_differee": 1, "en_vigueur": 8,
    }  # fmt: skip
    assert {text.chamber for text in running(session) if text.state == "commission"} == {"representants", "conseillers"}


def test_registers_pieces_and_mails_are_there(session: Session) -> None:
    open_items = Counter(session.exec(select(RegisterItem.kind).where(RegisterItem.status == ItemStatus.OPEN)))
    mails = Counter(session.exec(select(Message.status)))

    assert open_items == {"observations": 4, "consultations": 8, "amendments": 2, "signatures": 4}
    assert Counter(session.exec(select(PieceVersion.file_name))) == {
        "projet-1.docx": 1, "projet-2.docx": 1, "projet-ar.docx": 1, "avis.pdf": 1,
    }  # fmt: skip
    assert (mails["failed"], mails["sent"], mails["waiting"] > 0) == (1, 1, True)


def test_each_drafter_has_texts_and_some_are_nobodys(session: Session) -> None:
    owners = Counter(text.responsible_id for text in running(session))
    drafters = set(session.exec(select(User.id).where(User.role == "drafter")))

    assert (set(owners), owners[None]) == (drafters | {None}, 3)


def test_the_same_day_gives_the_same_content() -> None:
    told = []
    for _time in range(2):
        engine = engine_of("sqlite://")
        migrate(engine)
        load_on(engine, DAYS[0])
        with Session(engine) as session:
            steps = session.exec(select(Step.move, col(Step.on), Step.at, LegalText.title_fr).join(LegalText))
            told.append(sorted(map(str, steps)))
            told[-1] += sorted(map(str, session.exec(select(Message.subject, Message.status, Message.created_at))))
    first, second = told
    assert first == second


@pytest.mark.parametrize(
    ("today", "told", "expected"),
    [
        (date(2026, 12, 3), "council-1", date(2026, 11, 26)),  # on the day of a Council, the last one is another
        (date(2026, 12, 3), "council+1", date(2026, 12, 10)),
        (date(2027, 1, 8), "council+1", date(2027, 1, 21)),  # the 14th is a holiday
        (date(2026, 9, 1), "sitting-1", date(2026, 7, 21)),  # no sitting between two sessions
        (date(2026, 12, 1), "tuesday-2 +3", date(2026, 11, 20)),
        (date(2026, 12, 1), -2, date(2026, 11, 27)),  # a Sunday gives the Friday before
        (date(2026, 12, 1), 5, date(2026, 12, 7)),  # to come, the Monday after
    ],
)
def test_days_are_told_from_the_day_of_loading(today: date, told: int | str, expected: date) -> None:
    assert Days(today, CALENDAR).day(told) == expected


@pytest.mark.parametrize("told", ["council", "jeudi-1", "council-1+", "1 2"])
def test_words_that_tell_no_day_are_refused(told: str) -> None:
    with pytest.raises(ValueError, match="no day of the demonstration"):
        Days(DAYS[0], CALENDAR).day(told)
