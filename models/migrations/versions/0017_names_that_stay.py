"""No name, holder or delegation is changed or removed: it is taken back, and another row stands beside it."""

from collections.abc import Iterator

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

_PERIOD = "id, from_on, until_on, source, certainty, recorded_at, gender"
_COLUMNS = {
    "name_period": f"{_PERIOD}, code, kind, fr, ar, short_fr, plural",
    "office_holder": f"{_PERIOD}, office, name_fr, name_ar, interim",
    "delegation": f"{_PERIOD}, office, name_fr, name_ar, quality_fr, quality_ar, decision_number, decision_on, "
    "bulletin, kinds",
}
_IN_FORCE = "withdrawn_at IS NULL AND NEW.withdrawn_at IS NULL AND from_on = NEW.from_on"
_SAME = {
    "name_period": f"id = NEW.id OR ({_IN_FORCE} AND code = NEW.code)",
    "office_holder": f"id = NEW.id OR ({_IN_FORCE} AND office = NEW.office)",
    "delegation": f"id = NEW.id OR ({_IN_FORCE} AND office = NEW.office AND name_fr = NEW.name_fr "
    "AND decision_number = NEW.decision_number)",
}


def upgrade() -> None:
    for statement in _sqlite() if op.get_bind().dialect.name == "sqlite" else _postgresql():
        op.execute(statement)


def downgrade() -> None:
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    for table in _COLUMNS:
        for end in ("delete", "update", "insert") if on_sqlite else ("", "all"):
            name = f"{table}_keep_{end}".removesuffix("_")
            op.execute(f"DROP TRIGGER {name}" if on_sqlite else f"DROP TRIGGER {name} ON {table}")


def _sqlite() -> Iterator[str]:
    refuse = "BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END"
    for table, columns in _COLUMNS.items():
        yield f"CREATE TRIGGER {table}_keep_delete BEFORE DELETE ON {table} {refuse}"
        yield f"CREATE TRIGGER {table}_keep_update BEFORE UPDATE OF {columns} ON {table} {refuse}"
        stands = f"SELECT 1 FROM {table} WHERE rowid = NEW.rowid OR {_SAME[table]}"  # noqa: S608 our own names
        yield f"CREATE TRIGGER {table}_keep_insert BEFORE INSERT ON {table} WHEN EXISTS ({stands}) {refuse}"


def _postgresql() -> Iterator[str]:
    run = "EXECUTE FUNCTION keep_history()"
    for table, columns in _COLUMNS.items():
        yield f"CREATE TRIGGER {table}_keep BEFORE DELETE OR UPDATE OF {columns} ON {table} FOR EACH ROW {run}"
        yield f"CREATE TRIGGER {table}_keep_all BEFORE TRUNCATE ON {table} FOR EACH STATEMENT {run}"
