"""Papers about a body, their codes, versions by hand, scans, PDF; papers asked for together; what Councils decided."""

from secrets import choice

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_PAPER = sa.table("document", sa.column("id", sa.Uuid()), sa.column("code", sa.String(12)))
_BEFORE, _SINCE = ["text_id", "kind", "language", "number"], ["text_id", "kind", "language", "about", "number"]
_NAME = "uq_document_text_id_kind_language_number"
_NAME_SINCE = "uq_document_text_id_kind_language_about_number"
_ADDED = (
    "about", "code", "edited_from", "final_at", "final_by_id", "signed_version_id", "pdf_sha256", "job_id",
    "claimed_until",
)  # fmt: skip
_REFERENCES = {
    "final_by_id": "person", "signed_version_id": "piece_version", "pdf_sha256": "stored_file", "job_id": "paper_job",
}  # fmt: skip
_INDEXED = ("signed_version_id", "pdf_sha256", "job_id")


def upgrade() -> None:
    op.create_table(
        "paper_job",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("label", sa.String(300), nullable=False),
        sa.Column("text_id", sa.Uuid(), nullable=True),
        sa.Column("council_on", sa.Date(), nullable=True),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["text_id"], ["legal_text.id"], name=op.f("fk_paper_job_text_id")),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_paper_job_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_job")),
    )
    op.create_index("ix_paper_job_list", "paper_job", ["by_id", "at"])
    op.create_index("ix_step_move", "step", ["move", "on"])
    with op.batch_alter_table("document") as papers:
        papers.add_column(sa.Column("about", sa.String(80), nullable=False, server_default=""))
        papers.add_column(sa.Column("code", sa.String(12), nullable=True))
        papers.add_column(sa.Column("edited_from", sa.Integer(), nullable=True))
        papers.add_column(sa.Column("final_at", UTCDateTime(), nullable=True))
        papers.add_column(sa.Column("final_by_id", sa.Uuid(), nullable=True))
        papers.add_column(sa.Column("signed_version_id", sa.Uuid(), nullable=True))
        papers.add_column(sa.Column("pdf_sha256", sa.String(64), nullable=True))
        papers.add_column(sa.Column("job_id", sa.Uuid(), nullable=True))
        papers.add_column(sa.Column("claimed_until", UTCDateTime(), nullable=True))
        for column, table in _REFERENCES.items():
            key = "sha256" if table == "stored_file" else "id"
            papers.create_foreign_key(op.f(f"fk_document_{column}"), table, [column], [key])
        papers.drop_constraint(_NAME, type_="unique")
        papers.create_unique_constraint(op.f(_NAME_SINCE), _SINCE)
    _draw_codes(op.get_bind())
    with op.batch_alter_table("document") as papers:
        papers.alter_column("code", nullable=False)
        papers.create_unique_constraint(op.f("uq_document_code"), ["code"])
    for column in _INDEXED:
        op.create_index(op.f(f"ix_document_{column}"), "document", [column])


def downgrade() -> None:
    for column in _INDEXED:
        op.drop_index(op.f(f"ix_document_{column}"), "document")
    with op.batch_alter_table("document") as papers:
        papers.drop_constraint(op.f("uq_document_code"), type_="unique")
        papers.drop_constraint(op.f(_NAME_SINCE), type_="unique")
        for column in _REFERENCES:
            papers.drop_constraint(op.f(f"fk_document_{column}"), type_="foreignkey")
        for column in _ADDED:
            papers.drop_column(column)
        papers.create_unique_constraint(_NAME, _BEFORE)
    op.drop_table("paper_job")
    op.drop_index("ix_step_move", "step")


def _draw_codes(connection: sa.Connection) -> None:
    """Give each paper that was made before a code of its own."""
    coded = sa.update(_PAPER).where(_PAPER.c.id == sa.bindparam("key")).values(code=sa.bindparam("drawn"))
    for paper in connection.execute(sa.select(_PAPER.c.id)).scalars().all():
        connection.execute(coded, {"key": paper, "drawn": "".join(choice(_LETTERS) for _ in range(12))})
