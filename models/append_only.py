"""What keeps the history append-only in the database itself, whoever writes: its triggers, and how they are found."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, text

_REFUSED = "the history is append-only"
_PERIOD = "id, from_on, until_on, source, certainty, recorded_at, gender"
_DECISION = "decision_number, decision_on, bulletin"
# What cannot be done to a row of each table. The row of a text repeats what its steps come to and changes with them,
# but for its identifier: by it, UPDATE OR REPLACE would put one text in the place of another.
_VERBS = {
    "step": ("DELETE", "UPDATE"),
    "legal_text": ("DELETE", "UPDATE OF id"),
    "day_seal": ("DELETE", "UPDATE"),
    "stored_file": ("DELETE", "UPDATE"),
    # A piece may become confidential, or be named otherwise; it stays what it is, and its text's.
    "piece": ("DELETE", "UPDATE OF id, text_id, kind"),
    "piece_version": ("DELETE", "UPDATE"),
    "piece_sent": ("DELETE", "UPDATE"),
    "draft_reading": ("DELETE", "UPDATE"),
    "register_entry": ("DELETE", "UPDATE"),
    "paper_template": ("DELETE", "UPDATE"),
    "template_service": ("DELETE", "UPDATE"),
    # A name is taken back by whoever corrects it; what it said stays.
    "name_period": ("DELETE", f"UPDATE OF {_PERIOD}, code, kind, fr, ar, short_fr, plural"),
    "office_holder": ("DELETE", f"UPDATE OF {_PERIOD}, office, name_fr, name_ar, interim"),
    "delegation": (
        "DELETE",
        f"UPDATE OF {_PERIOD}, office, name_fr, name_ar, quality_fr, quality_ar, {_DECISION}, kinds",
    ),
}
_IN_FORCE = "withdrawn_at IS NULL AND NEW.withdrawn_at IS NULL AND from_on = NEW.from_on"
_PLACE = "kind = NEW.kind AND language = NEW.language AND number = NEW.number"
# What makes a new row stand in the place of another one, besides its place in the file.
_SAME = {
    "step": "id = NEW.id OR (text_id = NEW.text_id AND number = NEW.number)",
    "legal_text": "id = NEW.id",
    "day_seal": "day = NEW.day",
    "stored_file": "sha256 = NEW.sha256",
    "piece": "id = NEW.id",
    "piece_version": "id = NEW.id OR (piece_id = NEW.piece_id AND number = NEW.number)",
    "piece_sent": "id = NEW.id OR (version_id = NEW.version_id AND step_number = NEW.step_number)",
    "draft_reading": "version_id = NEW.version_id AND language = NEW.language AND number = NEW.number",
    "register_entry": "text_id = NEW.text_id AND step = NEW.step AND rank = NEW.rank",
    "paper_template": f"id = NEW.id OR ({_PLACE})",
    "template_service": _PLACE,
    "name_period": f"id = NEW.id OR ({_IN_FORCE} AND code = NEW.code)",
    "office_holder": f"id = NEW.id OR ({_IN_FORCE} AND office = NEW.office)",
    "delegation": (
        f"id = NEW.id OR ({_IN_FORCE} AND office = NEW.office AND name_fr = NEW.name_fr "
        "AND decision_number = NEW.decision_number)"
    ),
}
_FUNCTION = "keep_history"
_BODY = f" BEGIN RAISE EXCEPTION '{_REFUSED}'; END "
# Beside each trigger: asleep ones do not count, nor any of them where all are put to sleep.
_PRESENT = {
    "sqlite": text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"),
    "postgresql": text(
        "SELECT tgname, pg_get_triggerdef(oid, true) FROM pg_trigger WHERE NOT tgisinternal "
        "AND tgenabled IN ('O', 'A') AND current_setting('session_replication_role') <> 'replica' "
        "UNION ALL SELECT proname, prosrc FROM pg_proc WHERE proname = 'keep_history'"
    ),
}


def _of_sqlite(table: str) -> Iterator[tuple[str, str]]:
    refuse = f"BEGIN SELECT RAISE(ABORT, '{_REFUSED}'); END"
    for verb in _VERBS[table]:
        name = f"{table}_keep_{verb.split()[0].lower()}"
        yield name, f"CREATE TRIGGER {name} BEFORE {verb} ON {table} {refuse}"
    # INSERT OR REPLACE deletes the row that stands in its way without firing what refuses deletions.
    name, stands = f"{table}_keep_insert", f"SELECT 1 FROM {table} WHERE rowid = NEW.rowid OR {_SAME[table]}"  # noqa: S608 our own names
    yield name, f"CREATE TRIGGER {name} BEFORE INSERT ON {table} WHEN EXISTS ({stands}) {refuse}"


def _of_postgresql(table: str) -> Iterator[tuple[str, str]]:
    # Written as PostgreSQL itself gives them back.
    verbs, run = " OR ".join(_VERBS[table]), f"EXECUTE FUNCTION {_FUNCTION}()"
    yield f"{table}_keep", f"CREATE TRIGGER {table}_keep BEFORE {verbs} ON {table} FOR EACH ROW {run}"
    name = f"{table}_keep_all"
    yield name, f"CREATE TRIGGER {name} BEFORE TRUNCATE ON {table} FOR EACH STATEMENT {run}"


_TRIGGERS = {
    "sqlite": {table: dict(_of_sqlite(table)) for table in _VERBS},
    "postgresql": {table: dict(_of_postgresql(table)) for table in _VERBS},
}
_DEFINE = f"CREATE OR REPLACE FUNCTION {_FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS $${_BODY}$$"
# By table, then by dialect: what is said to a database once it has the table.
APPEND_ONLY = {
    table: {
        "sqlite": [*_TRIGGERS["sqlite"][table].values()],
        "postgresql": [_DEFINE, *_TRIGGERS["postgresql"][table].values()],
    }
    for table in _VERBS
}


def missing_triggers(connection: Connection) -> list[str]:
    """Name the triggers, and the function of PostgreSQL's, that are not there, not awake, or not as they were made."""
    dialect = connection.dialect.name
    expected = {name: words for triggers in _TRIGGERS[dialect].values() for name, words in triggers.items()}
    if dialect == "postgresql":
        expected[_FUNCTION] = _BODY
    present = {name: words for name, words in connection.execute(_PRESENT[dialect])}  # noqa: C416 - rows, not pairs
    return sorted(name for name, words in expected.items() if present.get(name) != words)


@contextmanager
def put_aside(connection: Connection, *tables: str) -> Iterator[None]:
    """Let rows of these tables be removed meanwhile, and keep them again afterwards.

    All of it is in the transaction of the caller, which nobody else sees before it is committed; one that fails is to
    be rolled back, triggers and rows together. It locks these tables on PostgreSQL, and every writer out on SQLite.
    """
    triggers = _TRIGGERS[connection.dialect.name]
    for table in tables:
        of_table = f" ON {table}" if connection.dialect.name == "postgresql" else ""
        for name in triggers[table]:
            connection.exec_driver_sql(f"DROP TRIGGER {name}{of_table}")
    yield
    for table in tables:
        for statement in triggers[table].values():
            connection.exec_driver_sql(statement)
