"""Papers asked for together: numbered, refused or taken as one, and how far they are."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from uuid import UUID

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from models import Document, DocumentStatus, LegalText, PaperJob, Role, User
from tests.workflow.builders import AT, TODAY, Ministry
from workflow.errors import NotAllowed, Refused
from workflow.register.paper_jobs import (
    MOST_PAPERS,
    Occasion,
    Wanted,
    ask_for_papers,
    want_failed_again,
)
from workflow.register.papers import MOST_VERSIONS
from workflow.reports.paper_jobs import Progress, progress_of

KINDS = ("note_interne", "fiche_suivi")
FEWER = "choisissez moins de textes, de papiers ou de langues."
Ask = Callable[..., PaperJob]


@pytest.fixture
def ministry(session: Session) -> Ministry:
    return Ministry(session)


@pytest.fixture
def texts(ministry: Ministry) -> list[LegalText]:
    texts = [ministry.open("arrete"), ministry.open("decret")]
    ministry.session.commit()
    return texts


def of(*texts: LegalText, about: str = "") -> list[Wanted]:
    return [Wanted(text, kind, language, about) for text in texts for kind in KINDS for language in ("fr", "ar")]


@pytest.fixture
def ask(ministry: Ministry) -> Ask:
    def ask(wanted: list[Wanted], label: str = "Papiers", seconds: int = 0, role: str = Role.HEAD) -> PaperJob:
        at = AT + timedelta(seconds=seconds)
        job = ask_for_papers(ministry.session, wanted, label, by=ministry.person(role), at=at)
        ministry.session.commit()
        return job

    return ask


def papers(session: Session, job: PaperJob) -> list[Document]:
    query = select(Document).where(Document.job_id == job.id)
    return list(session.exec(query.order_by(col(Document.kind), col(Document.language), col(Document.about))))


def test_all_papers_are_wanted_at_once_each_with_its_own_next_number(
    ministry: Ministry, texts: list[LegalText], ask: Ask
) -> None:
    session, text = ministry.session, texts[0]
    first = ask(of(text)[:1])

    job = ask([*of(text), *of(text)[:2], Wanted(text, "note_interne", "fr", "cndh")])

    assert (first.asked, job.asked) == (1, 5)
    assert [(paper.kind, paper.language, paper.about, paper.number) for paper in papers(session, job)] == [
        ("fiche_suivi", "ar", "", 1), ("fiche_suivi", "fr", "", 1), ("note_interne", "ar", "", 1),
        ("note_interne", "fr", "", 2), ("note_interne", "fr", "cndh", 1),
    ]  # fmt: skip
    asked = {(paper.status, paper.wanted_at, paper.wanted_by_id, paper.situation_on) for paper in papers(session, job)}
    assert asked == {("wanted", AT, ministry.person(Role.HEAD).id, TODAY)}


def test_a_job_tells_for_what_it_was_asked(ministry: Ministry, texts: list[LegalText]) -> None:
    by = ministry.person(Role.HEAD)

    of_council = ask_for_papers(
        ministry.session, of(*texts), "Conseil", by=by, at=AT, occasion=Occasion(council_on=TODAY)
    )
    of_text = ask_for_papers(
        ministry.session, of(texts[0]), "é" * 400, by=by, at=AT, occasion=Occasion(text_id=texts[0].id)
    )

    assert (of_council.council_on, of_council.text_id, of_council.asked) == (TODAY, None, 8)
    assert (of_text.council_on, of_text.text_id, len(of_text.label)) == (None, texts[0].id, 300)


@pytest.mark.parametrize(
    ("again", "is_same"),
    [
        ({}, True), ({"seconds": 60}, True), ({"seconds": 61}, False), ({"label": "Autres papiers"}, False),
        ({"role": Role.DRAFTER}, False),
    ],
)  # fmt: skip
def test_a_button_pressed_twice_makes_one_job(
    texts: list[LegalText], ask: Ask, again: dict[str, str | int], *, is_same: bool
) -> None:
    job = ask(of(*texts))

    assert (ask(of(*texts)[::-1], **again).id == job.id) is is_same


def test_other_papers_or_a_job_that_is_over_are_asked_for_anew(
    ministry: Ministry, texts: list[LegalText], ask: Ask
) -> None:
    job = ask(of(texts[0]))
    assert ask(of(texts[1])).id != job.id

    for paper in papers(ministry.session, job):
        paper.status = DocumentStatus.MADE
    ministry.session.commit()

    assert [paper.number for paper in papers(ministry.session, ask(of(texts[0])))] == [2, 2, 2, 2]


def at_once(ministry: Ministry, engine: Engine, text: LegalText, *roles: str) -> set[UUID]:
    """Let people ask for the same papers at the same moment; give their jobs."""
    ids, text_id, start = [ministry.person(role).id for role in roles], text.id, Barrier(len(roles))
    ministry.session.commit()

    def one(person_id: UUID) -> UUID:
        with Session(engine, expire_on_commit=False) as session:
            by = session.get_one(User, person_id)
            session.rollback()
            start.wait(timeout=10)
            job = ask_for_papers(session, of(session.get_one(LegalText, text_id)), "Papiers", by=by, at=AT)
            session.commit()
            return job.id

    with ThreadPoolExecutor(len(roles)) as threads:
        return set(threads.map(one, ids))


def test_two_people_at_once_share_no_number(ministry: Ministry, texts: list[LegalText], engine: Engine) -> None:
    assert len(at_once(ministry, engine, texts[0], Role.HEAD, Role.DRAFTER)) == 2
    assert sorted(ministry.session.exec(select(Document.number))) == [1] * 4 + [2] * 4


def test_one_request_that_two_workers_answer_at_once_makes_one_job(
    ministry: Ministry, texts: list[LegalText], engine: Engine
) -> None:
    assert len(at_once(ministry, engine, texts[0], Role.HEAD, Role.HEAD)) == 1
    assert sorted(ministry.session.exec(select(Document.number))) == [1] * 4


def test_what_cannot_be_asked_for_is_refused_in_words_and_nothing_is_written(
    ministry: Ministry, texts: list[LegalText], ask: Ask
) -> None:
    session, (text, other) = ministry.session, texts
    session.add(Document(text_id=text.id, kind="note_interne", number=MOST_VERSIONS, situation_on=TODAY, wanted_at=AT))
    other.merged_into_id = text.id
    session.commit()
    many = [Wanted(text, "note_interne", "fr", str(number)) for number in range(MOST_PAPERS + 1)]

    said = {}
    for name, wanted in {"none": [], "many": many, "reunited": of(other), "full": of(text)}.items():
        with pytest.raises(Refused) as refused:
            ask(wanted)
        said[name] = refused.value.reasons
        session.rollback()

    assert said == {
        "none": ["Aucun papier à produire : choisissez au moins un texte, un papier et une langue."],
        "many": [f"Cela ferait 2001 papiers ; une demande en produit 2000 au plus : {FEWER}"],
        "reunited": [
            "Le dossier « Projet de texte » est réuni avec un autre : produisez ses papiers dans celui qui continue."
        ],
        "full": ["Un papier de « Projet de texte » a déjà 50 versions : ouvrez la dernière."],
    }  # fmt: skip
    assert session.exec(select(PaperJob)).all() == []
    assert len(session.exec(select(Document)).all()) == 1


def test_who_may_not_make_papers_asks_for_none(ministry: Ministry, texts: list[LegalText], ask: Ask) -> None:
    job = ask(of(*texts))

    with pytest.raises(NotAllowed):
        ask(of(*texts), role=Role.READER)
    with pytest.raises(NotAllowed):
        want_failed_again(ministry.session, job, by=ministry.person(Role.READER))


def test_progress_counts_each_job_apart_and_what_failed_is_wanted_again(
    ministry: Ministry, texts: list[LegalText], ask: Ask
) -> None:
    session, job, other = ministry.session, ask(of(texts[0])), ask(of(texts[1]))
    made, failed, *_left = papers(session, job)
    made.status, failed.status, failed.error = DocumentStatus.MADE, DocumentStatus.FAILED, "Le disque était plein."
    failed.claimed_until = AT
    session.commit()

    assert progress_of(session, [job, other]) == {job.id: Progress(4, 1, 1), other.id: Progress(4, 0, 0)}
    assert not progress_of(session, [job])[job.id].is_over

    assert want_failed_again(session, job, by=ministry.person(Role.HEAD)) == 1

    session.expire_all()
    made, failed, *_left = papers(session, job)
    assert (made.status, failed.status, failed.error, failed.claimed_until) == ("made", "wanted", "", None)
    assert progress_of(session, [job])[job.id].tried == 1
