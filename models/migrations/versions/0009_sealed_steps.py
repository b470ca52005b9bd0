"""Each step carries a seal chained to the one before it, each day one of its own; nothing takes their place."""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC
from hashlib import sha256
from itertools import groupby

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_TABLES = {
    "step": (("DELETE", "UPDATE"), "id = NEW.id OR (text_id = NEW.text_id AND number = NEW.number)"),
    "legal_text": (("DELETE", "UPDATE OF id"), "id = NEW.id"),
    "day_seal": (("DELETE", "UPDATE"), "day = NEW.day"),
}
_TEXT = sa.table("legal_text", sa.column("id", sa.Uuid()), sa.column("seal"))
_STEP = sa.table(
    "step", sa.column("text_id", sa.Uuid()), sa.column("number"), sa.column("id", sa.Uuid()), sa.column("move"),
    sa.column("on"), sa.column("known_on", sa.Date()), sa.column("facts", sa.JSON()),
    sa.column("inferred", sa.Boolean()), sa.column("strikes"), sa.column("by_id", sa.Uuid()),
    sa.column("at", UTCDateTime()), sa.column("seal"),
)  # fmt: skip
_BATCH = 1000


def upgrade() -> None:
    connection = op.get_bind()
    for table in ("step", "legal_text"):
        op.add_column(table, sa.Column("seal", sa.String(64), nullable=False, server_default=""))
    op.create_table(
        "day_seal",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("steps", sa.Integer(), nullable=False),
        sa.Column("heads", sa.JSON(), nullable=False),
        sa.Column("seal", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_day_seal")),
    )
    if connection.dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(f"DROP TRIGGER step_keep_{verb}")
    else:
        op.execute("DROP TRIGGER step_keep ON step")
        op.execute("DROP FUNCTION step_keep()")
    _seal_steps(connection)
    for statement in _sqlite() if connection.dialect.name == "sqlite" else _postgresql():
        op.execute(statement)


def downgrade() -> None:
    sqlite = op.get_bind().dialect.name == "sqlite"
    names = dict.fromkeys(_TABLES, ("delete", "update", "insert") if sqlite else ("", "all"))
    for table, ends in names.items():
        for end in ends:
            name = "_".join(filter(None, (table, "keep", end)))
            op.execute(f"DROP TRIGGER IF EXISTS {name}{'' if sqlite else f' ON {table}'}")
    op.drop_table("day_seal")
    for table in ("step", "legal_text"):
        op.execute(f"ALTER TABLE {table} DROP COLUMN seal")
    if sqlite:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER step_keep_{verb} BEFORE {verb} ON step "
                "BEGIN SELECT RAISE(ABORT, 'steps are append-only'); END"
            )
        return
    op.execute("DROP FUNCTION keep_history()")
    op.execute("CREATE FUNCTION step_keep() RETURNS trigger LANGUAGE plpgsql AS "
               "$$ BEGIN RAISE EXCEPTION 'steps are append-only'; END $$")  # fmt: skip
    op.execute("CREATE TRIGGER step_keep BEFORE UPDATE OR DELETE ON step FOR EACH ROW EXECUTE FUNCTION step_keep()")


def _seal_steps(connection: sa.Connection) -> None:
    """Seal every step with the one before it, and give each text the seal of its last one."""
    columns = [column for column in _STEP.c if column.name != "seal"]
    write_step = sa.update(_STEP).where(_STEP.c.id == sa.bindparam("key")).values(seal=sa.bindparam("sealed"))
    write_text = sa.update(_TEXT).where(_TEXT.c.id == sa.bindparam("key")).values(seal=sa.bindparam("sealed"))
    texts = connection.execute(sa.select(_TEXT.c.id).order_by(_TEXT.c.id)).scalars().all()
    for start in range(0, len(texts), _BATCH):
        some = sa.select(*columns).where(_STEP.c.text_id.in_(texts[start : start + _BATCH]))
        rows = connection.execute(some.order_by(_STEP.c.text_id, _STEP.c.number)).all()
        steps, heads = [], []
        for text_id, history in groupby(rows, key=lambda row: row.text_id):
            seal = ""
            for row in history:
                seal = _seal(row, seal)
                steps.append({"key": row.id, "sealed": seal})
            heads.append({"key": text_id, "sealed": seal})
        for statement, values in ((write_step, steps), (write_text, heads)):
            if values:
                connection.execute(statement, values)


def _seal(row: Sequence, before: str) -> str:
    """Seal a step as this version does: a migration does not follow what the code becomes."""
    content = [
        before, row.text_id.hex, row.number, row.id.hex, row.move, row.on,
        row.known_on.isoformat() if row.known_on else None, row.facts, row.inferred, row.strikes,
        row.by_id.hex if row.by_id else None, row.at.astimezone(UTC).isoformat(timespec="microseconds"),
    ]  # fmt: skip
    return sha256(json.dumps(content, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _sqlite() -> Iterator[str]:
    refuse = "BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END"
    for table, (verbs, same) in _TABLES.items():
        for verb in verbs:
            yield f"CREATE TRIGGER {table}_keep_{verb.split()[0].lower()} BEFORE {verb} ON {table} {refuse}"
        stands = f"SELECT 1 FROM {table} WHERE rowid = NEW.rowid OR {same}"  # noqa: S608 our own names
        yield f"CREATE TRIGGER {table}_keep_insert BEFORE INSERT ON {table} WHEN EXISTS ({stands}) {refuse}"


def _postgresql() -> Iterator[str]:
    yield (
        "CREATE OR REPLACE FUNCTION keep_history() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the history is append-only'; END $$"
    )
    for table, (verbs, _same) in _TABLES.items():
        run = "EXECUTE FUNCTION keep_history()"
        yield f"CREATE TRIGGER {table}_keep BEFORE {' OR '.join(verbs)} ON {table} FOR EACH ROW {run}"
        yield f"CREATE TRIGGER {table}_keep_all BEFORE TRUNCATE ON {table} FOR EACH STATEMENT {run}"
