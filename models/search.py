"""The words under which a text is found, and the index of them that the database itself keeps."""

from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Column, Dialect, ForeignKey, Text
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.types import TypeDecorator, TypeEngine
from sqlmodel import Field, SQLModel


class WordSet(TypeDecorator[frozenset[str]]):
    """Words without order, none with a space or a quote in it: text on SQLite, a tsvector on PostgreSQL."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the type of the column."""
        return dialect.type_descriptor(TSVECTOR() if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: frozenset[str] | None, dialect: Dialect) -> str:
        """Write the words, always in the same order."""
        quote = "'" if dialect.name == "postgresql" else ""
        return " ".join(f"{quote}{word}{quote}" for word in sorted(value or ()))

    def process_result_value(self, value: str | None, dialect: Dialect) -> frozenset[str]:
        """Read the words."""
        words = (value or "").split()
        return frozenset(word.strip("'") for word in words) if dialect.name == "postgresql" else frozenset(words)


class TextWords(SQLModel, table=True):
    """The words under which a text is found, and marks that begin with "=", of what lists filter by.

    `workflow.history.words` chooses them, `workflow.register.words` writes them. `place` is the rank of the text among
    all by its date of opening, which SQLite's index reads in that order; PostgreSQL does without.
    """

    __tablename__ = "text_words"

    text_id: UUID = Field(default=None, sa_column=Column(ForeignKey("legal_text.id"), primary_key=True))
    place: int | None = Field(default=None, sa_column=Column(BigInteger, unique=True))
    words: frozenset[str] = Field(sa_column=Column(WordSet, nullable=False))


def is_described(name: str | None, _kind: str, _parents: object) -> bool:
    """Say that a table or an index of a database is to be found among ours: that of the words is not."""
    return name is None or not name.startswith(("text_fts", "known_word", "gin_text_words"))


# The tokenizer takes what `norm()` left between two spaces as it is. No position is kept: a number is one word.
# Beginnings of one to six letters are indexed; longer ones are looked up among the known words: few begin alike.
_INDEX_SQLITE = """
CREATE VIRTUAL TABLE text_fts USING fts5(
    words, content='text_words', content_rowid='place', detail=none, prefix='1 2 3 4 5 6',
    tokenize="ascii tokenchars '_='"
)
"""
_KNOWN_SQLITE = "CREATE TABLE known_word (word TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID"
# Milliseconds since 1970, then 20 bits for the texts of one same millisecond, in the order in which they came.
_MOMENT = """
SELECT CAST(strftime('%%s', created_at) AS INTEGER) * 1000 + CAST(substr(created_at || '000', 21, 3) AS INTEGER) << 20
FROM legal_text WHERE id = NEW.text_id
"""
# Not INSERT OR IGNORE: the statement that fires a trigger decides over it what becomes of its conflicts.
_KNOW = """
INSERT INTO known_word
SELECT value FROM json_each('["' || replace(NEW.words, ' ', '","') || '"]')
WHERE value <> '' AND substr(value, 1, 1) <> '=' ON CONFLICT DO NOTHING;
"""
_FORGET = "INSERT INTO text_fts (text_fts, rowid, words) VALUES ('delete', OLD.place, OLD.words);"
_ADDED_SQLITE = f"""
CREATE TRIGGER text_words_added AFTER INSERT ON text_words BEGIN
    UPDATE text_words SET place = (
        SELECT max(moment, coalesce((SELECT max(place) + 1 FROM text_words WHERE place < moment + (1 << 20)), 0))
        FROM (SELECT ({_MOMENT}) AS moment)
    ) WHERE text_id = NEW.text_id;
    INSERT INTO text_fts (rowid, words) SELECT place, words FROM text_words WHERE text_id = NEW.text_id;
    {_KNOW}
END
"""  # noqa: S608 our own names
_CHANGED_SQLITE = f"""
CREATE TRIGGER text_words_changed AFTER UPDATE OF words ON text_words WHEN OLD.words <> NEW.words BEGIN
    {_FORGET}
    INSERT INTO text_fts (rowid, words) VALUES (NEW.place, NEW.words);
    {_KNOW}
END
"""  # noqa: S608 our own names
_REMOVED_SQLITE = f"CREATE TRIGGER text_words_removed AFTER DELETE ON text_words BEGIN {_FORGET} END"
_INDEX_POSTGRESQL = "CREATE INDEX gin_text_words ON text_words USING gin (words) WITH (fastupdate = off)"
SEARCH_INDEX = {
    "sqlite": [_INDEX_SQLITE, _KNOWN_SQLITE, _ADDED_SQLITE, _CHANGED_SQLITE, _REMOVED_SQLITE],
    "postgresql": [_INDEX_POSTGRESQL],
}
# What makes the index anew from the words of the texts; PostgreSQL's cannot but follow them.
REBUILD: dict[str, list[str]] = {
    "sqlite": [
        "INSERT INTO text_fts (text_fts) VALUES ('rebuild')",
        "DELETE FROM known_word",
        f"WITH NEW AS (SELECT words FROM text_words) {_KNOW.replace('FROM json_each', 'FROM NEW, json_each')}",  # noqa: S608 our own names
    ],
    "postgresql": [],
}
