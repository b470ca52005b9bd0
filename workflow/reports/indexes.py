"""Checks what the database keeps by itself for lists, the counts and the index of words, against the texts."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import func, text
from sqlmodel import Session, col, select

from models import LegalText, TextCount, TextWords
from models.counts import TRUE_COUNTS

# So many texts are looked up by all their words: an index that does not follow is rarely wrong for a few only.
_SAMPLE = 50
_COUNTS = "Les compteurs de la liste ne sont pas ceux des textes : lancez « flask --app web recount »."
_INDEX = "La recherche ne trouve pas tous les textes : lancez « flask --app web recount »."
_INDEXED = text("SELECT count(*) FROM text_fts_docsize")
_FOUND = text("SELECT count(*) FROM text_fts WHERE text_fts MATCH :words AND rowid = :place")


def index_faults(session: Session) -> Iterator[str]:
    """Say, one sentence each, what lists would show or find otherwise than the texts are; nothing when all is well."""
    dialect = session.get_bind().dialect.name
    kept = select(TextCount.column, TextCount.value, func.sum(TextCount.texts)).group_by(
        col(TextCount.column), col(TextCount.value)
    )
    true = session.execute(text(TRUE_COUNTS[dialect])).all()
    if _numbers(session.execute(kept).all()) != _numbers(true):
        yield _COUNTS
    known, texts = (session.scalar(select(func.count()).select_from(table)) or 0 for table in (TextWords, LegalText))
    if known != texts or (dialect == "sqlite" and not _follows(session, known)):
        yield _INDEX


def _numbers(rows: Iterable[Sequence[Any]]) -> dict[tuple[str, str], int]:
    return {(row[0], row[1]): int(row[2]) for row in rows if row[2]}


def _follows(session: Session, known: int) -> bool:
    """Whether SQLite's index has all the texts, and the latest ones under all their words."""
    if session.scalar(_INDEXED) != known:
        return False
    latest = select(col(TextWords.place), col(TextWords.words)).order_by(col(TextWords.place).desc()).limit(_SAMPLE)
    return all(
        session.scalar(_FOUND, {"words": " AND ".join(f'"{word}"' for word in words), "place": place})
        for place, words in session.exec(latest)
    )
