"""Lists show where a text stands, and since when its holder has had it, without reading its steps."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # The sentences themselves are written by `recount`, which the command that migrates runs.
    with op.batch_alter_table("legal_text") as batch_op:
        batch_op.add_column(sa.Column("sentence_fr", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("held_since", sa.String(length=10), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("legal_text") as batch_op:
        batch_op.drop_column("held_since")
        batch_op.drop_column("sentence_fr")
