"""Checks that the articles of drafts still read as they were kept; none of the readings of a draft is missing."""

from collections.abc import Iterator

from sqlmodel import Session, col, select

from models import DraftReading, LegalText, Piece, PieceVersion
from workflow.articles.structure import from_json
from workflow.reports.tampering import about

_AT_A_TIME = 50


def reading_faults(session: Session) -> Iterator[str]:
    """Say, one sentence each, which readings are no longer what was kept, and which are missing before another one.

    A reading tells its own language and counts: one that was changed whole, with them, is not found.
    """
    query = (
        select(LegalText, PieceVersion, DraftReading)
        .join(Piece, col(Piece.text_id) == col(LegalText.id))
        .join(PieceVersion, col(PieceVersion.piece_id) == col(Piece.id))
        .join(DraftReading, col(DraftReading.version_id) == col(PieceVersion.id))
        .order_by(col(PieceVersion.at), col(PieceVersion.id), col(DraftReading.language), col(DraftReading.number))
    )
    before: DraftReading | None = None
    for text, version, reading in session.exec(query.execution_options(yield_per=_AT_A_TIME)):
        named = f"{about(text)} : la lecture {reading.number} des articles de « {version.file_name} »"
        if not _is_whole(reading):
            yield f"{named}, version {version.number}, n’est plus celle qui a été enregistrée."
        goes_on = before is not None and _of(before) == _of(reading)
        if reading.number != (before.number + 1 if before and goes_on else 1):
            yield f"{named}, version {version.number}, suit une lecture qui n’est plus dans la base."
        before = reading


def _is_whole(row: DraftReading) -> bool:
    try:
        reading = from_json(row.written)
    except ValueError:
        return False
    told = (reading.draft.language, len(reading.draft.articles), len(reading.unplaced))
    return told == (row.language, row.articles, row.doubts)


def _of(row: DraftReading) -> tuple[object, str]:
    return row.version_id, row.language
