"""The whole file of a text as one zip, with its index."""

import csv
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from models import Document, DocumentStatus, LegalText, Role, keep_bytes
from tests.workflow.behind import other_bytes, tamper
from tests.workflow.builders import AT, CALENDAR, Ministry
from tests.workflow.pieces.made_files import word
from workflow.pieces.archive import archive_of
from workflow.pieces.extraction import Examined
from workflow.pieces.file_types import TYPES
from workflow.register.pieces import Told, attach
from workflow.rulebook.files import procedure_of


@pytest.fixture
def bill(session: Session, ministry: Ministry) -> LegalText:
    """Give a bill with two pieces of one name, a confidential one, and a paper."""
    bill = ministry.open("projet_de_loi", title_fr="Projet <relatif> à la parité")
    for rank, kind in enumerate(("draft_fr", "draft_ar", "letter_in")):
        file = Examined(word(f"Article {rank}"), TYPES["docx"], "projet.docx", "", is_read=False)
        told = Told(kind, title="=1+1", confidential=kind == "letter_in")
        attach(session, bill, file, told, by=ministry.person(Role.HEAD), at=AT, calendar=CALENDAR)
    paper = Document(
        text_id=bill.id, kind="note_interne", number=1, situation_on=AT.date(), wanted_at=AT, made_at=AT,
        file_name="note.docx", status=DocumentStatus.MADE, sha256=keep_bytes(session, b"note"),
    )  # fmt: skip
    session.add(paper)
    session.commit()
    return bill


def opened(session: Session, ministry: Ministry, bill: LegalText, role: Role = Role.HEAD) -> ZipFile:
    vocabulary = procedure_of(bill).vocabulary
    parts = archive_of(
        session, bill, ministry.person(role), vocabulary=vocabulary, papers={"note_interne": "Note interne"}, at=AT
    )
    return ZipFile(BytesIO(b"".join(parts)))


def test_it_holds_pieces_and_papers_under_names_that_differ(
    session: Session, ministry: Ministry, bill: LegalText
) -> None:
    package = opened(session, ministry, bill)

    assert package.namelist() == [
        "pieces/projet_v1.docx", "pieces/projet_v1 (2).docx", "pieces/projet_v1 (3).docx", "papiers/note.docx",
        "index.csv", "index.html",
    ]  # fmt: skip
    assert package.testzip() is None
    assert package.read("papiers/note.docx") == b"note"


def test_its_index_tells_each_file_and_no_formula(session: Session, ministry: Ministry, bill: LegalText) -> None:
    package = opened(session, ministry, bill)

    rows = list(csv.reader(StringIO(package.read("index.csv").decode("utf-8-sig")), delimiter=";"))
    assert [row[:4] for row in rows[1:]] == [
        ["pieces/projet_v1.docx", "projet en français", "'=1+1", "1"],
        ["pieces/projet_v1 (2).docx", "projet en arabe", "'=1+1", "1"],
        ["pieces/projet_v1 (3).docx", "courrier reçu (confidentiel)", "'=1+1", "1"],
        ["papiers/note.docx", "papier produit", "Note interne", "1"],
    ]
    assert {row[-1] for row in rows[1:]} == {"conforme à son empreinte"}
    assert "<h1>Projet &lt;relatif&gt; à la parité</h1>" in package.read("index.html").decode()


def test_confidential_pieces_are_for_those_who_may_read_them(
    session: Session, ministry: Ministry, bill: LegalText
) -> None:
    package = opened(session, ministry, bill, Role.READER)

    assert [name for name in package.namelist() if name.startswith("pieces/")] == [
        "pieces/projet_v1.docx", "pieces/projet_v1 (2).docx",
    ]  # fmt: skip
    assert "confidentiel" not in package.read("index.csv").decode()


def test_a_file_that_was_changed_is_left_out_and_said(
    engine: Engine, session: Session, ministry: Ministry, bill: LegalText
) -> None:
    tamper(engine, other_bytes(engine))
    session.expire_all()

    package = opened(session, ministry, bill)

    assert package.namelist() == ["index.csv", "index.html"]
    assert package.read("index.csv").decode().count("non remis") == 4
