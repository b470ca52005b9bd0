"""Templates of papers that staff own, from when each served, and for each paper which one made it."""

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_LANGUAGES = "language IN ('fr', 'ar')"
_PLACE = "kind = NEW.kind AND language = NEW.language AND number = NEW.number"
_SAME = {"paper_template": f"id = NEW.id OR ({_PLACE})", "template_service": _PLACE}


def upgrade() -> None:
    op.create_table(
        "paper_template",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("file_name", sa.String(150), nullable=False),
        sa.Column("comment", sa.String(500), nullable=False),
        sa.Column("faults", sa.JSON(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.CheckConstraint(_LANGUAGES, name=op.f("ck_paper_template_language")),
        sa.CheckConstraint("number > 0", name=op.f("ck_paper_template_number")),
        sa.ForeignKeyConstraint(["sha256"], ["stored_file.sha256"], name=op.f("fk_paper_template_sha256")),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_paper_template_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_template")),
        sa.UniqueConstraint("kind", "language", "number", name=op.f("uq_paper_template_kind_language_number")),
    )
    op.create_index(op.f("ix_paper_template_sha256"), "paper_template", ["sha256"])
    op.create_table(
        "template_service",
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("template_id", sa.Uuid(), nullable=True),
        sa.Column("comment", sa.String(500), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.CheckConstraint(_LANGUAGES, name=op.f("ck_template_service_language")),
        sa.CheckConstraint("number > 0", name=op.f("ck_template_service_number")),
        sa.ForeignKeyConstraint(["template_id"], ["paper_template.id"], name=op.f("fk_template_service_template_id")),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_template_service_by_id")),
        sa.PrimaryKeyConstraint("kind", "language", "number", name=op.f("pk_template_service")),
    )
    op.create_index(op.f("ix_template_service_template_id"), "template_service", ["template_id"])
    op.execute("ALTER TABLE document ADD COLUMN template_sha256 VARCHAR(64) "
               "CONSTRAINT fk_document_template_sha256 REFERENCES stored_file (sha256)")  # fmt: skip
    op.add_column("document", sa.Column("template_number", sa.Integer(), nullable=True))
    op.create_index(op.f("ix_document_template_sha256"), "document", ["template_sha256"])
    for statement in _sqlite() if op.get_bind().dialect.name == "sqlite" else _postgresql():
        op.execute(statement)


def downgrade() -> None:
    op.drop_index(op.f("ix_document_template_sha256"), "document")
    with op.batch_alter_table("document") as papers:
        papers.drop_column("template_sha256")
        papers.drop_column("template_number")
    op.drop_table("template_service")
    op.drop_table("paper_template")


def _sqlite() -> Iterator[str]:
    refuse = "BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END"
    for table, same in _SAME.items():
        for verb in ("DELETE", "UPDATE"):
            yield f"CREATE TRIGGER {table}_keep_{verb.lower()} BEFORE {verb} ON {table} {refuse}"
        stands = f"SELECT 1 FROM {table} WHERE rowid = NEW.rowid OR {same}"  # noqa: S608 our own names
        yield f"CREATE TRIGGER {table}_keep_insert BEFORE INSERT ON {table} WHEN EXISTS ({stands}) {refuse}"


def _postgresql() -> Iterator[str]:
    run = "EXECUTE FUNCTION keep_history()"
    for table in _SAME:
        yield f"CREATE TRIGGER {table}_keep BEFORE DELETE OR UPDATE ON {table} FOR EACH ROW {run}"
        yield f"CREATE TRIGGER {table}_keep_all BEFORE TRUNCATE ON {table} FOR EACH STATEMENT {run}"
