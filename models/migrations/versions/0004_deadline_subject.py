"""Deadlines that run side by side say of whom something is expected."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("deadline") as batch_op:
        batch_op.add_column(
            sa.Column("subject", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False, server_default="")
        )
    with op.batch_alter_table("deadline") as batch_op:
        batch_op.alter_column(
            "subject", existing_type=sqlmodel.sql.sqltypes.AutoString(length=300), server_default=None
        )


def downgrade() -> None:
    with op.batch_alter_table("deadline") as batch_op:
        batch_op.drop_column("subject")
