"""Texts found by words: as they are typed, without case, accents, marks, plurals, or letters written two ways."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Select,
    SQLColumnExpression,
    cast,
    column,
    func,
    literal,
    literal_column,
    table,
    text,
    tuple_,
    union_all,
)
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlmodel import Session, col, select

from models import LegalText, TextWords
from workflow.history.words import LONGEST, is_sign, numbers, sign_mark, unpadded
from workflow.language.folding import norm

_SIGN = re.compile(
    r"(?:\b(?:bulletins?\s+officiels?|b\.?o\.?)\s*(?:n\s?[°ºo]\.?\s*)?|\bn\s?[°ºo]\.?\s*|№\s*)(?=\d)", re.IGNORECASE
)
# A number stands together, with what follows that of an issue of the Bulletin officiel: "103-13", "6867 bis".
_TYPED = re.compile(r"(\d[\d./‐-―-]*(?:\s+(?:bis|ter)\b)?)(?!\w)|\S+", re.IGNORECASE)
_PLURAL = re.compile(r"([^\W\d_]{3,})[sx]")
# SQLite's index keeps shorter beginnings; longer ones are looked up among the words it knows, up to so many.
_INDEXED = 6
_MOST_WORDS = 20

FTS = table("text_fts", column("rowid", BigInteger), column("text_fts"))
_KNOWN = table("known_word", column("word"))
# A count stops at so many texts: a word that more of them have is frequent.
_COUNTS = {
    "sqlite": text(
        "SELECT value, (SELECT count(*) FROM (SELECT 1 FROM text_fts WHERE text_fts MATCH '\"' || value || '\"'"
        " LIMIT :most)) FROM json_each(:words)"
    ),
    "postgresql": text(
        "SELECT word, (SELECT count(*) FROM (SELECT 1 FROM text_words WHERE words @@ quote_literal(word)::tsquery"
        " LIMIT :most) AS having_it) FROM jsonb_array_elements_text(CAST(:words AS jsonb)) AS word"
    ),
}


@dataclass(frozen=True)
class Term:
    """A word of the index, or the beginning of one."""

    word: str
    is_beginning: bool = False


def terms(typed: str) -> Iterator[tuple[Term, ...]]:
    """Give what a text is to have, one term at least of each group, to be found by everything that was typed."""
    if typed.strip() and not norm(typed):
        yield from ((Term(sign_mark(letter)),) for letter in typed if is_sign(letter))
    for match in _TYPED.finditer(_SIGN.sub(" ", typed)):
        words = norm(match[0]).split()
        if match[1] and words:
            number = next(numbers(words))[:LONGEST]
            yield (Term(number, is_beginning=True), *map(Term, unpadded(number)))
        else:
            yield from (tuple(_forms(word[:LONGEST])) for word in words)


def _forms(word: str) -> Iterator[Term]:
    """Give the word as it is typed, or a longer one; and one typed in the plural, in the singular."""
    yield Term(word, is_beginning=True)
    if plural := _PLURAL.fullmatch(word):
        yield Term(plural[1])


class Search:
    """What was typed, as the index of one kind of database is asked for it."""

    def __init__(self, session: Session, typed: str) -> None:
        """Read what was typed, and on SQLite the known words that begin as it does."""
        self._is_sqlite = session.get_bind().dialect.name == "sqlite"
        self._groups = [
            tuple(known for term in group for known in _known(session, term)) if self._is_sqlite else group
            for group in terms(typed)
        ]
        # Whether the index of words gives the texts, in its own order.
        self.leads = self._is_sqlite and bool(self._groups)

    @property
    def order(self) -> Sequence[SQLColumnExpression[Any]]:
        """Give the order within a section: by date of opening. SQLite's index has it to the thousandth of a second."""
        if self.leads:
            return (FTS.c.rowid,)
        return (col(LegalText.created_at), col(LegalText.id))

    def is_after(self, created_at: datetime, key: UUID) -> ColumnElement[bool]:
        """Give what a text satisfies to come after that one, in that order."""
        if not self.leads:
            return tuple_(*self.order) > tuple_(literal(created_at), literal(key))
        place = select(TextWords.place).where(TextWords.text_id == key).scalar_subquery()
        return FTS.c.rowid > func.coalesce(place, 0)

    def narrow(self, query: Select[Any], marks: Iterable[str]) -> Select[Any]:
        """Keep the texts that were searched, which have the marks where the index is what leads to them."""
        if not self._groups:
            return query
        groups = [*((Term(mark),) for mark in marks), *self._groups] if self._is_sqlite else self._groups
        return _matching(query, [groups], is_sqlite=self._is_sqlite)


def how_many(session: Session, words: Iterable[str], *, most: int) -> dict[str, int]:
    """Count the texts that have each of these words of the index, up to `most`; one query."""
    query = _COUNTS[session.get_bind().dialect.name]
    found = session.execute(query, {"words": json.dumps(list(words)), "most": most})
    return {row[0]: row[1] for row in found}


def newest_having_any(session: Session, asked: Iterable[Iterable[Iterable[Term]]], *, most: int) -> list[list[UUID]]:
    """Give, for each list of groups, the `most` newest texts that have every term of one of its groups; one query."""
    newest = FTS.c.rowid if session.get_bind().dialect.name == "sqlite" else col(LegalText.created_at)
    parts: list[Any] = []
    found: list[list[UUID]] = []
    for groups in asked:
        if groups := list(groups):
            part = having_any(session, select(col(LegalText.id)), groups).order_by(newest.desc()).limit(most).subquery()
            parts.append(select(literal(len(found)), part.c.id))
        found.append([])
    for place, key in session.execute(union_all(*parts)) if parts else ():
        found[place].append(key)
    return found


def having_any(session: Session, query: Select[Any], asked: Iterable[Iterable[Term]]) -> Select[Any]:
    """Keep the texts that have every term of one at least of these groups; one query, whatever their number."""
    wanted = [[(term,) for term in terms_together] for terms_together in asked]
    return _matching(query, wanted, is_sqlite=session.get_bind().dialect.name == "sqlite")


def _matching(query: Select[Any], wanted: Iterable[Iterable[Iterable[Term]]], *, is_sqlite: bool) -> Select[Any]:
    """Ask the index for one of what is wanted: each of its groups, by one at least of the group's terms."""
    either, both, write = (" OR ", " AND ", _fts5) if is_sqlite else (" | ", " & ", _tsquery)
    asked = either.join(
        f"({both.join(f'({either.join(map(write, group))})' for group in groups)})" for groups in wanted
    )
    query = query.join(TextWords, col(TextWords.text_id) == col(LegalText.id))
    if is_sqlite:
        query = query.join(FTS, FTS.c.rowid == col(TextWords.place))
        return query.where(literal_column("text_fts.text_fts").op("MATCH")(asked))
    return query.where(col(TextWords.words).op("@@")(cast(literal(asked), TSQUERY)))


def _known(session: Session, term: Term) -> Iterable[Term]:
    """Give the words that begin so: the index reads each as far as is asked, but merges all of a beginning first."""
    if not term.is_beginning or len(term.word) <= _INDEXED:
        return [term]
    last = term.word + "\U0010ffff"
    query = select(_KNOWN.c.word).where(_KNOWN.c.word >= term.word, _KNOWN.c.word < last).limit(_MOST_WORDS + 1)
    words = session.execute(query).scalars().all()
    return [Term(word) for word in words] if 0 < len(words) <= _MOST_WORDS else [term]


def _fts5(term: Term) -> str:
    return f'"{term.word}"{" *" if term.is_beginning else ""}'


def _tsquery(term: Term) -> str:
    return f"'{term.word}'{':*' if term.is_beginning else ''}"
