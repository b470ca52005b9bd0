"""Lists read along their indexes, the words of each text in an index of their own, and counts that are kept."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TSVECTOR

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_ORDER = ["section", "created_at", "id"]
_COLUMNS = ("section", "procedure")
_FILTERS = ("procedure", "state", "phase", "responsible_id")
_UNASSIGNED, _DUE = sa.text("responsible_id IS NULL"), sa.text("next_due_on IS NOT NULL")
_MARKS = " || ".join(f"' ={mark}_' || {column}" for mark, column in zip("sk", _COLUMNS, strict=True))
_WORDS = f"trim(search_text || {_MARKS} || ' =r_' || {{}})"
_SQLITE = _WORDS.format("coalesce(responsible_id, '')")
_POSTGRESQL = _WORDS.format("coalesce(replace(responsible_id::text, '-', ''), '')")
# The words of the steps are not known here: `flask recount` adds them.
_FILL = {
    "sqlite": f"INSERT INTO text_words (text_id, words) SELECT id, {_SQLITE} FROM legal_text ORDER BY created_at, id",  # noqa: S608 our own words
    "postgresql": "INSERT INTO text_words (text_id, words) SELECT id, "  # noqa: S608 our own words
    f"array_to_tsvector(array_remove(string_to_array({_POSTGRESQL}, ' '), '')) FROM legal_text",
}


# What the database does by itself, as this version wrote it: a migration does not follow what the code becomes.

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
_SEARCH_INDEX = {
    "sqlite": [_INDEX_SQLITE, _KNOWN_SQLITE, _ADDED_SQLITE, _CHANGED_SQLITE, _REMOVED_SQLITE],
    "postgresql": [_INDEX_POSTGRESQL],
}

_SHARDS = 8
_COUNTED = {"sqlite": "{0}.{1}", "postgresql": "replace({0}.{1}::text, '-', '')"}
_COUNTED_COLUMNS = ("section", "responsible_id", "next_due_on")


def _value(dialect: str, row: str, column: str) -> str:
    template = _COUNTED[dialect] if column == "responsible_id" else "{0}.{1}"
    cast = "::text" if dialect == "postgresql" else ""
    return f"coalesce(({template.format(row, column)}){cast}, '')"


def _count(rows: str, shard: str) -> str:
    """Write the statement that adds to the counts, in one order: two writers of one text each never hold each other."""
    return f"""
        INSERT INTO text_count ("column", value, shard, texts)
        SELECT c, v, {shard}, sum(n) FROM ({rows}) AS changed GROUP BY c, v HAVING sum(n) <> 0 ORDER BY c, v
        ON CONFLICT ("column", value, shard) DO UPDATE SET texts = text_count.texts + excluded.texts;
    """  # noqa: S608 our own names


def _rows(dialect: str, *signs: tuple[str, int]) -> str:
    return " UNION ALL ".join(
        f"SELECT '{column}' AS c, {_value(dialect, row, column)} AS v, {sign} AS n"
        for row, sign in signs
        for column in _COUNTED_COLUMNS
    )


_EVENTS = {"INSERT": (("NEW", 1),), "DELETE": (("OLD", -1),), "UPDATE": (("OLD", -1), ("NEW", 1))}


def _trigger_sqlite(verb: str) -> str:
    when = f"UPDATE OF {', '.join(_COUNTED_COLUMNS)}" if verb == "UPDATE" else verb
    count = _count(_rows("sqlite", *_EVENTS[verb]), "0")
    return f"CREATE TRIGGER text_count_{verb.lower()} AFTER {when} ON legal_text BEGIN {count} END"


def _triggers_postgresql() -> str:
    shard = f"pg_backend_pid() %% {_SHARDS}"
    cases = " ".join(
        f"IF TG_OP = '{verb}' THEN {_count(_rows('postgresql', *signs), shard)} END IF;"
        for verb, signs in _EVENTS.items()
    )
    return f"""
        CREATE OR REPLACE FUNCTION count_texts() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN {cases} RETURN NULL; END $$;
        CREATE TRIGGER text_count AFTER INSERT OR DELETE OR UPDATE OF {", ".join(_COUNTED_COLUMNS)} ON legal_text
        FOR EACH ROW EXECUTE FUNCTION count_texts();
    """


_KEEP_COUNTS = {
    "sqlite": [_trigger_sqlite(verb) for verb in _EVENTS],
    "postgresql": [_triggers_postgresql()],
}
# What the counts are to be, as three columns: the column counted, its value, how many texts.
_TRUE_COUNTS = {
    dialect: " UNION ALL ".join(
        f"SELECT '{column}', {_value(dialect, 'legal_text', column)}, count(*) FROM legal_text GROUP BY {column}"  # noqa: S608 our own names
        for column in _COUNTED_COLUMNS
    )
    for dialect in _KEEP_COUNTS
}
# Writers of texts wait until it is done, and what they were about to add is added to what was counted.
_RECOUNT = {
    dialect: [
        *(["LOCK TABLE text_count IN EXCLUSIVE MODE"] if dialect == "postgresql" else []),
        "DELETE FROM text_count",
        f'INSERT INTO text_count ("column", value, texts, shard) SELECT true_count.*, 0 FROM ({counts}) AS true_count',  # noqa: S608 our own names
    ]
    for dialect, counts in _TRUE_COUNTS.items()
}


def upgrade() -> None:
    dialect = op.get_bind().dialect.name
    for column in _FILTERS:
        op.drop_index(f"ix_legal_text_{column}", "legal_text")
        op.create_index(f"ix_legal_text_{column}", "legal_text", [column, *_ORDER])
    op.drop_index("ix_legal_text_next_due_on", "legal_text")
    op.create_index("ix_legal_text_next_due_on", "legal_text", ["next_due_on", "id"])
    op.create_index("ix_legal_text_unassigned", "legal_text", _ORDER, postgresql_where=_UNASSIGNED,
                    sqlite_where=_UNASSIGNED)  # fmt: skip
    op.create_index("ix_legal_text_due", "legal_text", [*_ORDER, "next_due_on"], postgresql_where=_DUE,
                    sqlite_where=_DUE)  # fmt: skip
    op.create_table(
        "text_words",
        sa.Column("text_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.BigInteger(), nullable=True),
        sa.Column("words", TSVECTOR() if dialect == "postgresql" else sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["text_id"], ["legal_text.id"], name=op.f("fk_text_words_text_id")),
        sa.PrimaryKeyConstraint("text_id", name=op.f("pk_text_words")),
        sa.UniqueConstraint("place", name=op.f("uq_text_words_place")),
    )
    op.create_table(
        "text_count",
        sa.Column("column", sa.String(20), nullable=False),
        sa.Column("value", sa.String(40), nullable=False),
        sa.Column("shard", sa.Integer(), nullable=False),
        sa.Column("texts", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("column", "value", "shard", name=op.f("pk_text_count")),
    )
    for statement in (*_SEARCH_INDEX[dialect], *_KEEP_COUNTS[dialect]):
        op.execute(sa.DDL(statement))
    op.execute(sa.text(_FILL[dialect]))
    for statement in _RECOUNT[dialect]:
        op.execute(statement)


def downgrade() -> None:
    dialect = op.get_bind().dialect.name
    if dialect == "sqlite":
        for verb in ("insert", "delete", "update"):
            op.execute(f"DROP TRIGGER text_count_{verb}")
        op.drop_table("text_words")
        op.drop_table("text_fts")
        op.drop_table("known_word")
    else:
        op.execute("DROP TRIGGER text_count ON legal_text")
        op.execute("DROP FUNCTION count_texts()")
        op.drop_table("text_words")
    op.drop_table("text_count")
    op.drop_index("ix_legal_text_due", "legal_text")
    op.drop_index("ix_legal_text_unassigned", "legal_text")
    for column in (*_FILTERS, "next_due_on"):
        op.drop_index(f"ix_legal_text_{column}", "legal_text")
        op.create_index(f"ix_legal_text_{column}", "legal_text", [column])
