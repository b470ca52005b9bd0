"""Files as one zip, made as it is sent, with an index of them: a text's whole file, or papers asked for together."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from io import StringIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from sqlmodel import Session, col, select

from models import Document, DocumentStatus, LegalText, StoredFile, User
from workflow.calendar.time_zone import legal_day
from workflow.calendar.words import day_fr, partial_fr
from workflow.language.formulas import text_cell
from workflow.pieces.kept import pieces_of
from workflow.pieces.names import different
from workflow.procedure.vocabulary import Vocabulary

_COLUMNS = ("Fichier", "Nature", "Titre", "Version", "De", "Référence", "Datée du", "Jointe le", "SHA-256", "État")
_KEPT, _GONE = "conforme à son empreinte", "non remis : le fichier conservé n’est plus celui qui a été enregistré"


@dataclass(frozen=True)
class Line:
    """A file of the archive, and what its index tells of it."""

    sha256: str
    folder: str
    file_name: str
    told: tuple[str, ...]


def archive_of(
    session: Session,
    text: LegalText,
    by: User,
    *,
    vocabulary: Vocabulary,
    papers: Mapping[str, str],
    at: datetime,
) -> Iterator[bytes]:
    """Give the zip of all that this person may read of a text's file, in parts, as they are made.

    `papers` are the names of the kinds of papers, by code.
    """
    lines = [*_pieces(session, text, by, vocabulary), *_papers(session, text, papers)]
    return zip_of(session, text.title_fr, lines, at)


def zip_of(session: Session, title: str, lines: Sequence[Line], at: datetime) -> Iterator[bytes]:
    """Give the zip of these files, in parts as they are made, with an index that bears a title.

    One file is in memory at a time. Bytes that are not those that were kept are left out, and the index says so.
    The session stays open meanwhile.
    """
    names = list(different(f"{line.folder}/{line.file_name}" for line in lines))
    out = _Parts()
    with ZipFile(out, "w", ZIP_STORED) as package:
        states = []
        for line, name in zip(lines, names, strict=True):
            content = _intact(session, line.sha256)
            states.append(_GONE if content is None else _KEPT)
            if content is not None:
                package.writestr(_entry(name, at), content)
                yield out.taken()
        rows = [(name, *line.told, line.sha256, state) for name, line, state in zip(names, lines, states, strict=True)]
        package.writestr(_entry("index.csv", at), _as_csv(rows).encode("utf-8-sig"))
        package.writestr(_entry("index.html", at), _as_page(title, rows, at).encode())
    yield out.taken()


class _Parts:
    """What a zip is written to: a file that goes forward only, taken away part by part."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def write(self, part: bytes, /) -> int:
        self._parts.append(bytes(part))
        return len(part)

    def flush(self) -> None:
        """Keep nothing back."""

    def close(self) -> None:
        """Leave what is written to be taken away."""

    def taken(self) -> bytes:
        whole = b"".join(self._parts)
        self._parts.clear()
        return whole


def _pieces(session: Session, text: LegalText, by: User, vocabulary: Vocabulary) -> Iterator[Line]:
    for listed in pieces_of(session, text, by):
        piece = listed.piece
        label = vocabulary.piece(piece.kind).fr
        for version in reversed(listed.versions):
            stem, dot, ending = version.file_name.rpartition(".")
            dated = partial_fr(version.dated_on) if version.dated_on else ""
            told = (
                f"{label}{' (confidentiel)' if piece.confidential else ''}", piece.title, str(version.number),
                version.from_whom, version.reference, dated, day_fr(legal_day(version.at)),
            )  # fmt: skip
            yield Line(version.sha256, "pieces", f"{stem}_v{version.number}{dot}{ending}", told)


def _papers(session: Session, text: LegalText, papers: Mapping[str, str]) -> Iterator[Line]:
    made = select(Document).where(col(Document.text_id) == text.id, col(Document.status) == DocumentStatus.MADE)
    for paper in session.exec(made.order_by(col(Document.made_at), col(Document.id))):
        label, made_on = papers.get(paper.kind, paper.kind), day_fr(legal_day(paper.made_at or paper.wanted_at))
        told = ("papier produit", label, str(paper.number), "", "", day_fr(paper.situation_on), made_on)
        yield Line(paper.sha256 or "", "papiers", paper.file_name, told)


def _intact(session: Session, sha256: str) -> bytes | None:
    file = session.get(StoredFile, sha256)
    if file is None:
        return None
    session.expunge(file)
    return file.content if file.is_intact else None


def _entry(name: str, at: datetime) -> ZipInfo:
    return ZipInfo(name, at.timetuple()[:6])


def _as_csv(rows: Sequence[tuple[str, ...]]) -> str:
    out = StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(_COLUMNS)
    writer.writerows(map(text_cell, row) for row in rows)
    return out.getvalue()


def _as_page(heading: str, rows: Sequence[tuple[str, ...]], at: datetime) -> str:
    head = "".join(f"<th scope=col>{escape(name)}</th>" for name in _COLUMNS)
    body = "".join(f"<tr>{''.join(f'<td dir=auto>{escape(cell)}</td>' for cell in row)}</tr>\n" for row in rows)
    title, day = escape(heading), day_fr(legal_day(at))
    return (
        f"<!doctype html>\n<html lang=fr><meta charset=utf-8><title>{title}</title>\n<h1>{title}</h1>\n"
        f"<p>Dossier arrêté au {day}.</p>\n<table border=1><thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>"
        "</table></html>\n"
    )
