"""Sections by their code, which no new section shifts; and numbers known from the start told by the opening."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# As this version wrote it: a migration does not follow what the code becomes.
_KEEP = "CREATE TRIGGER step_keep_{verb} BEFORE {verb} ON step BEGIN SELECT RAISE(ABORT, 'steps are append-only'); END"
# The sections in their order at the time: the ranks that were stored.
_CODES = (
    "projets_de_loi", "propositions_de_loi", "lois", "projets_de_decrets", "decrets", "projets_d_arretes", "arretes",
)  # fmt: skip
_TEXT = sa.table("legal_text", sa.column("id", sa.Uuid()), sa.column("number", sa.String()))
_STEP = sa.table(
    "step", sa.column("text_id", sa.Uuid()), sa.column("number", sa.Integer()), sa.column("facts", sa.JSON())
)


def upgrade() -> None:
    _replace_section(sa.String(40), "''", [(str(rank), f"'{code}'") for rank, code in enumerate(_CODES)])
    _tell_numbers()


def downgrade() -> None:
    _replace_section(sa.Integer(), "0", [(f"'{code}'", str(rank)) for rank, code in enumerate(_CODES)])


def _replace_section(kind: sa.types.TypeEngine, empty: str, values: Sequence[tuple[str, str]]) -> None:
    # SQLite cannot make the table anew while others refer to it: the column is exchanged in place.
    op.drop_index("ix_legal_text_table", "legal_text")
    op.add_column("legal_text", sa.Column("exchanged", kind, nullable=False, server_default=sa.text(empty)))
    for before, after in values:
        op.execute(f"UPDATE legal_text SET exchanged = {after} WHERE section = {before}")  # noqa: S608 - our own words
    op.execute("ALTER TABLE legal_text DROP COLUMN section")
    op.execute("ALTER TABLE legal_text RENAME COLUMN exchanged TO section")
    op.create_index("ix_legal_text_table", "legal_text", ["section", "created_at", "id"])


def _tell_numbers() -> None:
    """Let the opening tell the number of each text of which no step tells one: it was known from the start."""
    connection = op.get_bind()
    numbers = dict(connection.execute(sa.select(_TEXT).where(_TEXT.c.number.is_not(None))).all())
    openings = {}
    for text_id, place, facts in connection.execute(sa.select(_STEP)):
        if "number" in facts or "number" in facts.get("amended", {}):
            numbers.pop(text_id, None)
        if place == 1:
            openings[text_id] = facts
    _let_write(connection)
    for text_id, number in numbers.items():
        if text_id in openings:
            opening = sa.and_(_STEP.c.text_id == text_id, _STEP.c.number == 1)
            connection.execute(sa.update(_STEP).where(opening).values(facts=openings[text_id] | {"number": number}))
    _keep(connection)


def _let_write(connection: sa.Connection) -> None:
    if connection.dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(f"DROP TRIGGER step_keep_{verb}")
    else:
        op.execute("ALTER TABLE step DISABLE TRIGGER step_keep")


def _keep(connection: sa.Connection) -> None:
    if connection.dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(_KEEP.format(verb=verb))
    else:
        op.execute("ALTER TABLE step ENABLE TRIGGER step_keep")
