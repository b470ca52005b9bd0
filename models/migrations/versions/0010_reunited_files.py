"""Two files of one text are reunited: the one that closes names the one that stays."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Added without making the table anew, which would lose the triggers that count its texts.
    op.add_column("legal_text", sa.Column("merged_into_id", sa.Uuid(), nullable=True))
    op.create_index(op.f("ix_legal_text_merged_into_id"), "legal_text", ["merged_into_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_legal_text_merged_into_id"), "legal_text")
    op.drop_column("legal_text", "merged_into_id")
