"""Mails that were given up are counted on the first page, without reading the others."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_FAILED = sa.text("status = 'failed'")


def upgrade() -> None:
    op.create_index("ix_message_failed", "message", ["created_at"], postgresql_where=_FAILED, sqlite_where=_FAILED)


def downgrade() -> None:
    op.drop_index("ix_message_failed", "message", postgresql_where=_FAILED, sqlite_where=_FAILED)
