"""Keeps the words under which texts are found; the database's own index follows them."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Table, select
from sqlmodel import Session, SQLModel

from models import insert_into
from workflow.history.words import words_of
from workflow.pieces.kept import found_under, open_keys
from workflow.standing.standing import Standing

_WORDS: Table = SQLModel.metadata.tables["text_words"]


def keep_words(session: Session, now: Standing) -> None:
    """Write the words of a text whose row is written, where they are others than before. The caller commits."""
    keys = open_keys(now.situation.done)  # of most texts none: nothing is asked for them
    pieces = found_under(session, keys)
    words = words_of(now.text, now.situation, now.procedure.vocabulary, [pieces.get(key, "") for key in keys])
    connection = session.connection()
    connection.execute(_upsert(connection.dialect.name), {"text_id": now.text.id, "words": words})


def words_kept(session: Session, text_ids: Sequence[UUID]) -> Mapping[UUID, frozenset[str]]:
    """Read the words kept of these texts, in one query."""
    query = select(_WORDS.c.text_id, _WORDS.c.words).where(_WORDS.c.text_id.in_(text_ids))
    return {row.text_id: row.words for row in session.connection().execute(query)}


@cache
def _upsert(dialect: str) -> Any:  # noqa: ANN401 - of that dialect
    insert = insert_into(_WORDS, dialect)
    words = insert.excluded["words"]
    return insert.on_conflict_do_update(
        index_elements=["text_id"], set_={"words": words}, where=_WORDS.c.words != words
    )
