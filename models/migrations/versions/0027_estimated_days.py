"""Each deadline keeps whether its day is estimated."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # What is not sure of a suspension stands in the steps alone: whoever migrates counts every deadline again.
    op.add_column("deadline", sa.Column("is_estimated", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    op.drop_column("deadline", "is_estimated")
