"""Who has each text is kept and counted, with the phase of texts on their way; how long texts usually stay."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

_ORDER = ["section", "created_at", "id"]
_WAY, _ON_A_DAY = sa.text("holder <> ''"), sa.text("holder <> '' AND length(entered_on) = 10")
_RUNS = sa.text("status = 'running'")
_INDEXES = {
    "holder": (["holder", *_ORDER], _WAY),
    "way_phase": (["phase", *_ORDER], _WAY),
    "held_since": (["held_since"], _WAY),
    "entered_on": (["holder", "entered_on"], _ON_A_DAY),
}

# What the database counts by itself, as this version wrote it: a migration does not follow what the code becomes.
_SHARDS = 8
_COUNTED = {"sqlite": "{0}.{1}", "postgresql": "replace({0}.{1}::text, '-', '')"}
_BEFORE = ("section", "responsible_id", "next_due_on", "legal_due_on")
_SINCE = (*_BEFORE, "holder", "way_phase")
_WAY_PHASE = "CASE WHEN {0}.holder = '' THEN '' ELSE {0}.phase END"
_EVENTS = {"INSERT": (("NEW", 1),), "DELETE": (("OLD", -1),), "UPDATE": (("OLD", -1), ("NEW", 1))}


def _value(dialect: str, row: str, column: str) -> str:
    template = {"responsible_id": _COUNTED[dialect], "way_phase": _WAY_PHASE}.get(column, "{0}.{1}")
    cast = "::text" if dialect == "postgresql" else ""
    return f"coalesce(({template.format(row, column)}){cast}, '')"


def _count(rows: str, shard: str) -> str:
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


def _read(columns: tuple[str, ...]) -> str:
    return ", ".join("phase" if column == "way_phase" else column for column in columns)


def _trigger_sqlite(verb: str, columns: tuple[str, ...]) -> str:
    when = f"UPDATE OF {_read(columns)}" if verb == "UPDATE" else verb
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
        CREATE TRIGGER text_count AFTER INSERT OR DELETE OR UPDATE OF {_read(columns)} ON legal_text
        FOR EACH ROW EXECUTE FUNCTION count_texts();
    """


def _stop_counting(dialect: str) -> None:
    if dialect == "sqlite":
        for verb in ("insert", "delete", "update"):
            op.execute(f"DROP TRIGGER IF EXISTS text_count_{verb}")
    else:
        op.execute("DROP TRIGGER IF EXISTS text_count ON legal_text")


def _count_again(dialect: str, columns: tuple[str, ...]) -> None:
    """Let the database count these columns from now on, and count what it holds."""
    each = [_trigger_sqlite(verb, columns) for verb in _EVENTS] if dialect == "sqlite" else [
        _triggers_postgresql(columns)
    ]  # fmt: skip
    for statement in each:
        op.execute(sa.DDL(statement))
    op.execute("DELETE FROM text_count")
    for column in columns:
        op.execute(
            'INSERT INTO text_count ("column", value, texts, shard) '  # noqa: S608 our own names
            f"SELECT '{column}', {_value(dialect, 'legal_text', column)}, count(*), 0 FROM legal_text GROUP BY 2"
        )


def upgrade() -> None:
    dialect = op.get_bind().dialect.name
    _stop_counting(dialect)
    # Who has each text is written by `recount`, which the command that migrates runs.
    op.add_column("legal_text", sa.Column("holder", sa.String(40), nullable=False, server_default=""))
    for name, (columns, where) in _INDEXES.items():
        op.create_index(f"ix_legal_text_{name}", "legal_text", columns, postgresql_where=where, sqlite_where=where)
    op.create_index("ix_step_at", "step", ["at"])
    op.create_index(
        "ix_deadline_due_on", "deadline", ["due_on", "id"], postgresql_where=_RUNS, sqlite_where=_RUNS
    )  # fmt: skip
    op.create_table(
        "usual_time",
        sa.Column("measure", sa.String(10), nullable=False),
        sa.Column("place", sa.String(40), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("texts", sa.Integer(), nullable=False),
        sa.Column("median_days", sa.Integer(), nullable=False),
        sa.Column("reckoned_on", sa.Date(), nullable=False),
        sa.CheckConstraint("measure IN ('state', 'phase', 'age')", name=op.f("ck_usual_time_measure")),
        sa.PrimaryKeyConstraint("measure", "place", "kind", name=op.f("pk_usual_time")),
    )
    _count_again(dialect, _SINCE)


def downgrade() -> None:
    dialect = op.get_bind().dialect.name
    _stop_counting(dialect)
    op.drop_table("usual_time")
    op.drop_index("ix_deadline_due_on", "deadline")
    op.drop_index("ix_step_at", "step")
    for name in _INDEXES:
        op.drop_index(f"ix_legal_text_{name}", "legal_text")
    op.drop_column("legal_text", "holder")
    _count_again(dialect, _BEFORE)
