"""Every paper is one of a text, and is found by the step that owed it."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("document") as batch_op:
        batch_op.alter_column("text_id", existing_type=sa.Uuid(), nullable=False)
        batch_op.create_index(batch_op.f("ix_document_step_id"), ["step_id"])


def downgrade() -> None:
    with op.batch_alter_table("document") as batch_op:
        batch_op.drop_index(batch_op.f("ix_document_step_id"))
        batch_op.alter_column("text_id", existing_type=sa.Uuid(), nullable=True)
