"""The store of bytes: the same ones kept once, none changed unnoticed, none missing unsaid."""

from sqlite3 import IntegrityError

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError
from sqlmodel import Session, select

from models import Document, DocumentStatus, LegalText, StoredFile, keep_bytes
from tests.workflow.behind import other_bytes, say, tamper
from tests.workflow.builders import AT, CALENDAR, Ministry
from workflow.reports.consistency import faults
from workflow.rulebook.files import procedures


@pytest.fixture
def bill(session: Session, ministry: Ministry) -> LegalText:
    """Give a bill with a paper."""
    bill = ministry.open("projet_de_loi", title_fr="Projet relatif à la parité")
    paper = Document(
        text_id=bill.id, kind="note_interne", number=9, situation_on=AT.date(), wanted_at=AT, file_name="note.docx",
        status=DocumentStatus.MADE, sha256=keep_bytes(session, b"as it was made"),
    )  # fmt: skip
    session.add(paper)
    session.commit()
    return bill


def said(engine: Engine, bill: LegalText) -> list[str]:
    about = f"Le texte {bill.id} (« Projet relatif à la parité »)"
    return [words.replace(about, "…") for words in faults(procedures(), engine, CALENDAR)]


def test_the_same_bytes_are_kept_once(session: Session) -> None:
    first, second = keep_bytes(session, b"a draft"), keep_bytes(session, b"a draft")

    assert first == second
    assert [(file.size, file.is_intact) for file in session.exec(select(StoredFile))] == [(7, True)]


@pytest.mark.parametrize("statement", ["UPDATE stored_file SET size = 3", "DELETE FROM stored_file"])
def test_the_database_refuses_that_its_files_are_changed(engine: Engine, bill: LegalText, statement: str) -> None:
    with pytest.raises((DatabaseError, IntegrityError), match="append-only"):
        say(engine, [statement])

    assert said(engine, bill) == []


def test_a_changed_byte_is_found(engine: Engine, bill: LegalText) -> None:
    tamper(engine, other_bytes(engine))

    assert said(engine, bill) == ["… : le papier « note.docx » n’est plus celui qui a été produit."]


def test_a_changed_pdf_is_found_and_named(engine: Engine, session: Session, bill: LegalText) -> None:
    session.exec(select(Document)).one().pdf_sha256 = keep_bytes(session, b"%PDF")
    session.commit()

    tamper(engine, other_bytes(engine))

    assert sorted(said(engine, bill)) == [
        "… : le papier « note.docx » a un PDF qui n’est plus celui qui a été fait.",
        "… : le papier « note.docx » n’est plus celui qui a été produit.",
    ]


def test_a_missing_file_is_named(engine: Engine, bill: LegalText) -> None:
    tamper(engine, ["DELETE FROM stored_file"])

    assert said(engine, bill) == ["… : le papier « note.docx » n’est plus dans la base."]


def test_a_changed_file_that_nothing_tells_of_is_found_too(engine: Engine, bill: LegalText) -> None:
    tamper(engine, ["UPDATE document SET sha256 = NULL", *other_bytes(engine)])

    found = said(engine, bill)
    assert found[0].startswith("Le fichier conservé sous l’empreinte ")
    assert found[1:] == ["… : le papier « note.docx » n’est plus dans la base."]
