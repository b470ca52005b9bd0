"""Pieces changed behind the program's back: found by `flask check`, each by what its step tells."""

import pytest
from sqlalchemy import Engine, text
from sqlmodel import Session

from models import LegalText, Role
from tests.workflow.behind import tamper
from tests.workflow.builders import AT, CALENDAR, PIECES, Ministry, moved, undated
from tests.workflow.pieces.made_files import word
from workflow.pieces.extraction import Examined
from workflow.pieces.file_types import recognised
from workflow.register.pieces import Told, attach, describe
from workflow.reports.consistency import faults
from workflow.rulebook.files import procedures

TO_PREPARED = [*undated("assign_drafter", "submit_for_validation"), moved("validate", pieces=PIECES)]
CHANGED = "… : la pièce que l’étape n° {} a jointe n’est plus celle qui a été enregistrée."
TOLD = "… : la pièce « {} » n’est plus nommée, ou n’est plus confidentielle, comme son histoire le dit."
SENT = "… : une version d’une pièce se dit envoyée par l’étape n° {}, qui n’a pu l’envoyer."
SWAP = """UPDATE piece_version SET sha256 = (SELECT sha256 FROM piece_version WHERE number = 2) WHERE number = 1"""
KINDS = {
    SWAP: [CHANGED.format(5)],
    "UPDATE piece_version SET number = 7 WHERE number = 2": [CHANGED.format(6)],
    "UPDATE piece SET kind = 'annex'": [CHANGED.format(5), CHANGED.format(6)],
    "DELETE FROM piece_words; DELETE FROM piece_sent; DELETE FROM piece_version WHERE number = 2": [CHANGED.format(6)],
    "UPDATE piece_version SET told_by = 3 WHERE number = 2": [
        CHANGED.format(6), "… : la pièce « b.docx », version 2, se dit jointe par l’étape n° 3, qui ne la dit pas.",
    ],
    "UPDATE piece SET title = 'Autre'": [TOLD.format("Autre")],
    "UPDATE piece SET confidential = true": [TOLD.format("Projet final")],
    "UPDATE piece_sent SET step_number = 4": [SENT.format(4)],
    "UPDATE piece_sent SET step_number = 99": [SENT.format(99)],
}  # fmt: skip


def file(words: str, name: str) -> Examined:
    content = word(words)
    return Examined(content, recognised(content, name, largest_mb=1), name, words, is_read=True)


@pytest.fixture
def bill(session: Session, ministry: Ministry) -> LegalText:
    """Give a bill with a draft in two versions, renamed and sent."""
    bill, by = ministry.open("projet_de_loi", *TO_PREPARED, title_fr="Projet relatif à la parité"), Role.HEAD
    person = ministry.person(by)
    first = attach(session, bill, file("Un", "a.docx"), Told("draft_fr"), by=person, at=AT, calendar=CALENDAR)
    of = Told("", title="Projet", of=first.piece_id)
    attach(session, bill, file("Deux", "b.docx"), of, by=person, at=AT, calendar=CALENDAR)
    describe(
        session, bill, first.piece_id, title="Projet final", confidential=False, by=person, at=AT, calendar=CALENDAR
    )
    ministry.move(bill, "send_to_sgg")
    session.commit()
    return bill


def said(engine: Engine, bill: LegalText) -> list[str]:
    about = f"Le texte {bill.id} (« Projet relatif à la parité »)"
    return [words.replace(about, "…") for words in faults(procedures(), engine, CALENDAR)]


def of_pieces(engine: Engine, bill: LegalText) -> list[str]:
    return [words for words in said(engine, bill) if "trouvé par tous ses mots" not in words]


@pytest.mark.parametrize("statements", KINDS)
def test_what_was_changed_of_a_piece_is_named(engine: Engine, bill: LegalText, statements: str) -> None:
    tamper(engine, statements.split("; "))

    assert of_pieces(engine, bill) == KINDS[statements]


def test_a_piece_named_by_a_version_that_was_struck_is_as_its_history_tells(
    engine: Engine, session: Session, ministry: Ministry
) -> None:
    bill = ministry.open("projet_de_loi", *TO_PREPARED)
    by = ministry.person(Role.HEAD)
    first = attach(session, bill, file("Un", "a.docx"), Told("draft_fr"), by=by, at=AT, calendar=CALENDAR)
    of = Told("", title="Projet", of=first.piece_id)
    second = attach(session, bill, file("Deux", "b.docx"), of, by=by, at=AT, calendar=CALENDAR)
    ministry.correct(bill, second.told_by)
    session.commit()

    assert said(engine, bill) == []


def test_a_secret_that_was_made_open_is_found(engine: Engine, session: Session, ministry: Ministry) -> None:
    bill = ministry.open("projet_de_loi", title_fr="Projet relatif à la parité")
    told = Told("letter_in", title="Plainte", confidential=True)
    attach(session, bill, file("Un", "a.docx"), told, by=ministry.person(Role.HEAD), at=AT, calendar=CALENDAR)
    session.commit()
    session.execute(text("UPDATE piece SET confidential = false"))
    session.commit()

    assert of_pieces(engine, bill) == [TOLD.format("Plainte")]
