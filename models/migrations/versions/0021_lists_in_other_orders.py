"""Lists in the order of numbers, of days held and of limits; texts whose way has ended apart; a priority."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

_ORDER = ["section", "created_at", "id"]
_OPEN_FIRST = ["section", "ended", "created_at", "id"]
_ORDERS = {"number": "number_order", "holding": "held_since", "limit": "next_due_on"}
_UNASSIGNED, _URGENT = sa.text("responsible_id IS NULL"), sa.text("priority = 'urgent'")
_FILTERS = ("procedure", "responsible_id")


def upgrade() -> None:
    # What these columns hold is written by `recount`, which the command that migrates runs.
    # SQLite adds a column with its check where it stands: made anew, the table would lose its triggers.
    op.execute(
        "ALTER TABLE legal_text ADD COLUMN priority VARCHAR(10) DEFAULT 'normal' NOT NULL "
        "CONSTRAINT ck_legal_text_priority CHECK (priority IN ('normal', 'urgent'))"
    )
    op.add_column("legal_text", sa.Column("ended", sa.Boolean(), nullable=False, server_default=sa.text("false")))
    op.add_column("legal_text", sa.Column("number_order", sa.String(12), nullable=True))
    op.create_index("ix_legal_text_ended", "legal_text", _OPEN_FIRST)
    for name, column in _ORDERS.items():
        known = sa.text(f"{column} IS NOT NULL")
        op.create_index(
            f"ix_legal_text_by_{name}", "legal_text", ["section", "ended", column, "id"],
            postgresql_where=known, sqlite_where=known,
        )  # fmt: skip
    op.create_index(
        "ix_legal_text_urgent", "legal_text", ["priority", *_OPEN_FIRST], postgresql_where=_URGENT, sqlite_where=_URGENT
    )
    _filter_along(_OPEN_FIRST)


def downgrade() -> None:
    for name in ("urgent", *(f"by_{name}" for name in _ORDERS), "ended"):
        op.drop_index(f"ix_legal_text_{name}", "legal_text")
    _filter_along(_ORDER)
    for column in ("number_order", "ended", "priority"):
        op.drop_column("legal_text", column)


def _filter_along(order: list[str]) -> None:
    for column in _FILTERS:
        op.drop_index(f"ix_legal_text_{column}", "legal_text")
        op.create_index(f"ix_legal_text_{column}", "legal_text", [column, *order])
    op.drop_index("ix_legal_text_unassigned", "legal_text")
    op.create_index(
        "ix_legal_text_unassigned", "legal_text", order, postgresql_where=_UNASSIGNED, sqlite_where=_UNASSIGNED
    )
