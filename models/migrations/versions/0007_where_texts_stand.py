"""Lists show where a text stands without reading its steps; tables read the oldest file first."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # The sentences themselves are written by `recount`, which the command that migrates runs.
    with op.batch_alter_table("legal_text") as batch_op:
        batch_op.add_column(sa.Column("sentence_fr", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("held_since", sa.String(length=10), nullable=True))
        batch_op.create_index(batch_op.f("ix_legal_text_opened"), ["created_at", "id"])


def downgrade() -> None:
    with op.batch_alter_table("legal_text") as batch_op:
        batch_op.drop_index(batch_op.f("ix_legal_text_opened"))
        batch_op.drop_column("held_since")
        batch_op.drop_column("sentence_fr")
