"""Texts of application that a law provides for: article, due date, and ties from texts that are only cited."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("UPDATE relation SET target_id = NULL WHERE text_id = target_id")
    with op.batch_alter_table("relation") as batch_op:
        batch_op.add_column(
            sa.Column("article", sqlmodel.sql.sqltypes.AutoString(length=100), nullable=False, server_default="")
        )
        batch_op.add_column(sa.Column("owed", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("due_on", sa.Date(), nullable=True))
        batch_op.alter_column("text_id", existing_type=sa.Uuid(), nullable=True)
        batch_op.drop_constraint(op.f("uq_relation_text_id_kind_citation"), type_="unique")
        batch_op.create_unique_constraint(
            op.f("uq_relation_text_id_kind_citation_article"), ["text_id", "kind", "citation", "article"]
        )
    # What was recorded as a text of application counts as one that was due, until somebody says otherwise.
    op.execute("UPDATE relation SET owed = (kind = 'implements')")
    with op.batch_alter_table("relation") as batch_op:
        batch_op.alter_column(
            "article", existing_type=sqlmodel.sql.sqltypes.AutoString(length=100), server_default=None
        )
        batch_op.alter_column("owed", existing_type=sa.Boolean(), server_default=None)
        batch_op.create_check_constraint(op.f("ck_relation_ends"), "text_id IS NOT NULL OR target_id IS NOT NULL")
        batch_op.create_check_constraint(op.f("ck_relation_two_texts"), "text_id <> target_id")
        batch_op.create_check_constraint(op.f("ck_relation_owed"), "kind = 'implements' OR NOT owed")
        batch_op.create_check_constraint(op.f("ck_relation_due"), "owed OR due_on IS NULL")
        batch_op.create_index(
            "uq_relation_awaited",
            ["target_id", "kind", "citation", "article"],
            unique=True,
            postgresql_where=sa.text("text_id IS NULL"),
            sqlite_where=sa.text("text_id IS NULL"),
        )


def downgrade() -> None:
    op.execute("DELETE FROM relation WHERE text_id IS NULL")
    # Two articles of one text were two rows; they are one again.
    op.execute(
        "DELETE FROM relation WHERE EXISTS (SELECT 1 FROM relation AS other WHERE other.text_id = relation.text_id"
        " AND other.kind = relation.kind AND other.citation = relation.citation AND other.article < relation.article)"
    )
    with op.batch_alter_table("relation") as batch_op:
        batch_op.drop_index("uq_relation_awaited")
        for name in ("ends", "two_texts", "owed", "due"):
            batch_op.drop_constraint(op.f(f"ck_relation_{name}"), type_="check")
        batch_op.drop_constraint(op.f("uq_relation_text_id_kind_citation_article"), type_="unique")
        batch_op.create_unique_constraint(op.f("uq_relation_text_id_kind_citation"), ["text_id", "kind", "citation"])
        batch_op.alter_column("text_id", existing_type=sa.Uuid(), nullable=False)
        batch_op.drop_column("due_on")
        batch_op.drop_column("owed")
        batch_op.drop_column("article")
