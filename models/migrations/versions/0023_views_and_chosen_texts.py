"""Views of the list of texts, and the texts that people chose in it."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

_IS_DEFAULT = sa.text("is_default")


def upgrade() -> None:
    op.create_table(
        "saved_view",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("query", sa.String(2000), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("is_shared", sa.Boolean(), nullable=False),
        sa.Column("is_default", sa.Boolean(), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_saved_view_named")),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"], name=op.f("fk_saved_view_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_view")),
        sa.UniqueConstraint("owner_id", "name", name=op.f("uq_saved_view_owner_id_name")),
    )
    op.create_index("uq_saved_view_default", "saved_view", ["owner_id"], unique=True, postgresql_where=_IS_DEFAULT,
                    sqlite_where=_IS_DEFAULT)  # fmt: skip
    op.create_index("ix_saved_view_shared", "saved_view", ["is_shared", "name"])
    op.create_table(
        "chosen_text",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("text_id", sa.Uuid(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_chosen_text_person_id")),
        sa.ForeignKeyConstraint(["text_id"], ["legal_text.id"], name=op.f("fk_chosen_text_text_id")),
        sa.PrimaryKeyConstraint("person_id", "text_id", name=op.f("pk_chosen_text")),
    )
    op.create_index(op.f("ix_chosen_text_text_id"), "chosen_text", ["text_id"])


def downgrade() -> None:
    op.drop_table("chosen_text")
    op.drop_table("saved_view")
