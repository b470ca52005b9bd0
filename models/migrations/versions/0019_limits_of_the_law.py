"""The next limit of the law kept beside the next one of any nature, counted and found along indexes of its own."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

_ORDER = ["section", "created_at", "id"]
_DUE, _LEGAL = sa.text("next_due_on IS NOT NULL"), sa.text("legal_due_on IS NOT NULL")

# What the database does by itself, as this version wrote it: a migration does not follow what the code becomes.
_SHARDS = 8
_COUNTED = {"sqlite": "{0}.{1}", "postgresql": "replace({0}.{1}::text, '-', '')"}
_BEFORE = ("section", "responsible_id", "next_due_on")
_SINCE = (*_BEFORE, "legal_due_on")
_EVENTS = {"INSERT": (("NEW", 1),), "DELETE": (("OLD", -1),), "UPDATE": (("OLD", -1), ("NEW", 1))}


def upgrade() -> None:
    op.add_column("legal_text", sa.Column("legal_due_on", sa.Date(), nullable=True))
    op.drop_index("ix_legal_text_due", "legal_text")
    _partial("ix_legal_text_due", [*_ORDER, "next_due_on", "legal_due_on"], _DUE)
    op.create_index("ix_legal_text_legal_due_on", "legal_text", ["legal_due_on", "id"])
    _partial("ix_legal_text_legal_due", [*_ORDER, "legal_due_on"], _LEGAL)
    _partial("ix_legal_text_legal_due_of", ["responsible_id", "legal_due_on", "id"], _LEGAL)
    # Which limits are the law's is not known here: whoever migrates counts every deadline again.
    _count_by(_SINCE)


def downgrade() -> None:
    _count_by(_BEFORE)
    for name in ("ix_legal_text_legal_due_of", "ix_legal_text_legal_due", "ix_legal_text_legal_due_on"):
        op.drop_index(name, "legal_text")
    op.drop_index("ix_legal_text_due", "legal_text")
    _partial("ix_legal_text_due", [*_ORDER, "next_due_on"], _DUE)
    op.drop_column("legal_text", "legal_due_on")


def _partial(name: str, columns: list[str], where: sa.TextClause) -> None:
    op.create_index(name, "legal_text", columns, postgresql_where=where, sqlite_where=where)


def _count_by(columns: tuple[str, ...]) -> None:
    """Let the database keep the counts of these columns, and count them once."""
    dialect = op.get_bind().dialect.name
    if dialect == "sqlite":
        for verb in _EVENTS:
            op.execute(f"DROP TRIGGER text_count_{verb.lower()}")
            op.execute(sa.DDL(_trigger_sqlite(verb, columns)))
    else:
        op.execute("DROP TRIGGER text_count ON legal_text")
        op.execute(sa.DDL(_triggers_postgresql(columns)))
        op.execute("LOCK TABLE text_count IN EXCLUSIVE MODE")
    true = " UNION ALL ".join(
        f"SELECT '{column}', {_value(dialect, 'legal_text', column)}, count(*) FROM legal_text GROUP BY {column}"  # noqa: S608 our own names
        for column in columns
    )
    op.execute("DELETE FROM text_count")
    op.execute(
        f'INSERT INTO text_count ("column", value, texts, shard) SELECT true_count.*, 0 FROM ({true}) AS true_count'  # noqa: S608 our own names
    )


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


def _rows(dialect: str, columns: tuple[str, ...], *signs: tuple[str, int]) -> str:
    return " UNION ALL ".join(
        f"SELECT '{column}' AS c, {_value(dialect, row, column)} AS v, {sign} AS n"
        for row, sign in signs
        for column in columns
    )


def _trigger_sqlite(verb: str, columns: tuple[str, ...]) -> str:
    when = f"UPDATE OF {', '.join(columns)}" if verb == "UPDATE" else verb
    count = _count(_rows("sqlite", columns, *_EVENTS[verb]), "0")
    return f"CREATE TRIGGER text_count_{verb.lower()} AFTER {when} ON legal_text BEGIN {count} END"


def _triggers_postgresql(columns: tuple[str, ...]) -> str:
    shard = f"pg_backend_pid() %% {_SHARDS}"
    cases = " ".join(
        f"IF TG_OP = '{verb}' THEN {_count(_rows('postgresql', columns, *signs), shard)} END IF;"
        for verb, signs in _EVENTS.items()
    )
    return f"""
        CREATE OR REPLACE FUNCTION count_texts() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN {cases} RETURN NULL; END $$;
        CREATE TRIGGER text_count AFTER INSERT OR DELETE OR UPDATE OF {", ".join(columns)} ON legal_text
        FOR EACH ROW EXECUTE FUNCTION count_texts();
    """
