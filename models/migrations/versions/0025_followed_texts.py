"""Which texts people follow."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "following",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("text_id", sa.Uuid(), nullable=False),
        sa.Column("since", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_following_person_id")),
        sa.ForeignKeyConstraint(["text_id"], ["legal_text.id"], name=op.f("fk_following_text_id")),
        sa.PrimaryKeyConstraint("person_id", "text_id", name=op.f("pk_following")),
    )
    op.create_index(op.f("ix_following_text_id"), "following", ["text_id"])


def downgrade() -> None:
    op.drop_table("following")
