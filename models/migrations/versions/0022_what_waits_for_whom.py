"""The texts of a person by state and by limit: what waits for them is read along an index."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

_DUE, _WAY = sa.text("next_due_on IS NOT NULL"), sa.text("holder <> ''")


def upgrade() -> None:
    op.create_index(
        "ix_legal_text_charge", "legal_text", ["responsible_id", "state"], postgresql_where=_WAY, sqlite_where=_WAY
    )
    op.create_index(
        "ix_legal_text_own_due", "legal_text", ["responsible_id", "next_due_on", "id"], postgresql_where=_DUE,
        sqlite_where=_DUE,
    )  # fmt: skip


def downgrade() -> None:
    op.drop_index("ix_legal_text_own_due", "legal_text")
    op.drop_index("ix_legal_text_charge", "legal_text")
