"""The articles of a draft as they were read, and as people put them right."""

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_SAME = "version_id = NEW.version_id AND language = NEW.language AND number = NEW.number"


def upgrade() -> None:
    op.create_table(
        "draft_reading",
        sa.Column("version_id", sa.Uuid(), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("written", sa.Text(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.Column("doubts", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.CheckConstraint("language IN ('fr', 'ar')", name=op.f("ck_draft_reading_language")),
        sa.ForeignKeyConstraint(["version_id"], ["piece_version.id"], name=op.f("fk_draft_reading_version_id")),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_draft_reading_by_id")),
        sa.PrimaryKeyConstraint("version_id", "language", "number", name=op.f("pk_draft_reading")),
    )
    for statement in _sqlite() if op.get_bind().dialect.name == "sqlite" else _postgresql():
        op.execute(statement)


def downgrade() -> None:
    op.drop_table("draft_reading")


def _sqlite() -> Iterator[str]:
    refuse = "BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END"
    for verb in ("DELETE", "UPDATE"):
        yield f"CREATE TRIGGER draft_reading_keep_{verb.lower()} BEFORE {verb} ON draft_reading {refuse}"
    stands = f"SELECT 1 FROM draft_reading WHERE rowid = NEW.rowid OR {_SAME}"  # noqa: S608 our own names
    yield f"CREATE TRIGGER draft_reading_keep_insert BEFORE INSERT ON draft_reading WHEN EXISTS ({stands}) {refuse}"


def _postgresql() -> Iterator[str]:
    run = "EXECUTE FUNCTION keep_history()"
    yield f"CREATE TRIGGER draft_reading_keep BEFORE DELETE OR UPDATE ON draft_reading FOR EACH ROW {run}"
    yield f"CREATE TRIGGER draft_reading_keep_all BEFORE TRUNCATE ON draft_reading FOR EACH STATEMENT {run}"
