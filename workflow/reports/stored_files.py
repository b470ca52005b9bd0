"""Checks the bytes of papers against the SHA-256 they were kept under, and names those that are not there."""

from collections.abc import Iterator

from sqlalchemy import Select, select
from sqlmodel import Session, SQLModel, col
from sqlmodel import select as select_rows

from models import Document, DocumentStatus, LegalText, StoredFile, in_batches
from workflow.reports.tampering import about

_PAPER, _FILE = SQLModel.metadata.tables["document"], SQLModel.metadata.tables["stored_file"]
_MADE = _PAPER.c.status == DocumentStatus.MADE


def stored_faults(session: Session) -> Iterator[str]:
    """Say, one sentence each, which files are not those that were kept, and which are missing.

    One file is in memory at a time, whatever the store holds.
    """
    for files in in_batches(session, select_rows(StoredFile), col(StoredFile.sha256), size=1):
        for file in files:
            if not file.is_intact:
                yield from _altered(session, file.sha256)
        session.expunge_all()
    kept = select(_FILE.c.sha256).where(_FILE.c.sha256 == _PAPER.c.sha256).exists()
    for name in _papers(session, select(_PAPER.c.id).where(_MADE, ~kept)):
        yield f"{name} n’est plus dans la base."


def _altered(session: Session, sha256: str) -> Iterator[str]:
    names = list(_papers(session, select(_PAPER.c.id).where(_PAPER.c.sha256 == sha256)))
    yield from (f"{name} n’est plus celui qui a été produit." for name in names)
    if not names:
        yield f"Le fichier conservé sous l’empreinte {sha256[:12]}… n’est plus celui qui a été enregistré."


def _papers(session: Session, ids: Select[object]) -> Iterator[str]:
    found = select_rows(Document, LegalText).join(LegalText).where(col(Document.id).in_(ids))
    for paper, text in session.exec(found.order_by(col(Document.wanted_at), col(Document.id))):
        yield f"{about(text)} : le papier « {paper.file_name} »"
