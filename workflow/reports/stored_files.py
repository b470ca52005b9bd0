"""Checks the bytes of papers, templates and pieces against their SHA-256, and names those that are missing."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Table, select
from sqlmodel import Session, SQLModel, col
from sqlmodel import select as select_rows

from models import Document, DocumentStatus, LegalText, PaperTemplate, Piece, PieceVersion, StoredFile, in_batches
from workflow.reports.tampering import about

_TABLES = SQLModel.metadata.tables
_PAPER, _VERSION, _FILE = _TABLES["document"], _TABLES["piece_version"], _TABLES["stored_file"]
_TEMPLATE = _TABLES["paper_template"]


def stored_faults(session: Session) -> Iterator[str]:
    """Say, one sentence each, which files are not those that were kept, and which are missing.

    One file is in memory at a time, whatever the store holds.
    """
    for files in in_batches(session, select_rows(StoredFile), col(StoredFile.sha256), size=1):
        altered = [file.sha256 for file in files if not file.is_intact]
        session.expunge_all()
        for sha256 in altered:
            yield from _altered(session, sha256)
    for paper in _papers(session, _PAPER.c.status == DocumentStatus.MADE, _is_missing(_PAPER)):
        yield f"{paper} n’est plus dans la base."
    for version in _versions(session, _is_missing(_VERSION)):
        yield f"{version}, n’est plus dans la base."
    for template in _templates(session, _is_missing(_TEMPLATE)):
        yield f"{template} n’est plus dans la base."
    lost = _PAPER.c.template_sha256.is_not(None) & _is_missing(_PAPER, "template_sha256")
    for paper in _papers(session, lost):
        yield f"{paper} a été fait d’un modèle qui n’est plus dans la base."


def _is_missing(table: Table, column: str = "sha256") -> ColumnElement[bool]:
    return ~select(_FILE.c.sha256).where(_FILE.c.sha256 == table.c[column]).exists()


def _altered(session: Session, sha256: str) -> Iterator[str]:
    papers = list(_papers(session, _PAPER.c.sha256 == sha256))
    versions = list(_versions(session, _VERSION.c.sha256 == sha256))
    yield from (f"{paper} n’est plus celui qui a été produit." for paper in papers)
    yield from (f"{version}, n’est plus celle qui a été enregistrée." for version in versions)
    templates = list(_templates(session, _TEMPLATE.c.sha256 == sha256))
    yield from (f"{template} n’est plus celui qui a été envoyé." for template in templates)
    of_pdf = list(_papers(session, _PAPER.c.pdf_sha256 == sha256))
    yield from (f"{paper} a un PDF qui n’est plus celui qui a été fait." for paper in of_pdf)
    if not (papers or versions or templates or of_pdf):
        yield f"Le fichier conservé sous l’empreinte {sha256[:12]}… n’est plus celui qui a été enregistré."


def _papers(session: Session, *where: ColumnElement[bool]) -> Iterator[str]:
    found = select_rows(LegalText, Document.file_name).join(Document, col(Document.text_id) == col(LegalText.id))
    for text, name in session.exec(found.where(*where).order_by(col(Document.wanted_at), col(Document.id))):
        yield f"{about(text)} : le papier « {name} »"


def _versions(session: Session, *where: ColumnElement[bool]) -> Iterator[str]:
    found = (
        select_rows(LegalText, PieceVersion.file_name, PieceVersion.number)
        .join(Piece, col(Piece.text_id) == col(LegalText.id))
        .join(PieceVersion, col(PieceVersion.piece_id) == col(Piece.id))
    )
    for text, name, number in session.exec(found.where(*where).order_by(col(PieceVersion.at), col(PieceVersion.id))):
        yield f"{about(text)} : la pièce « {name} », version {number}"


def _templates(session: Session, *where: ColumnElement[bool]) -> Iterator[str]:
    found = select_rows(PaperTemplate).where(*where).order_by(col(PaperTemplate.at), col(PaperTemplate.id))
    for each in session.exec(found):
        yield f"Le modèle « {each.file_name} » ({each.kind}, {each.language}, version {each.number})"
