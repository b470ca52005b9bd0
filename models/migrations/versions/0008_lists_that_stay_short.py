"""Lists read along their indexes, the words of each text in an index of their own, and counts that are kept."""

import sqlalchemy as sa
from alembic import op

from models.counts import KEEP_COUNTS, RECOUNT
from models.search import SEARCH_INDEX, WordSet

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
        sa.Column("words", WordSet(), nullable=False),
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
    for statement in (*SEARCH_INDEX[dialect], *KEEP_COUNTS[dialect]):
        op.execute(sa.DDL(statement))
    op.execute(sa.text(_FILL[dialect]))
    for statement in RECOUNT[dialect]:
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
