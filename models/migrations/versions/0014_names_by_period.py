"""Names of the ministry and its offices, their holders, delegations of signature: each from a day until another."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_IN_FORCE = sa.text("withdrawn_at IS NULL")
_ONE_OF_EACH = {
    "name_period": ["code", "from_on"],
    "office_holder": ["office", "from_on"],
    "delegation": ["office", "name_fr", "decision_number", "from_on"],
}


def _kept(table: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("source", sa.String(300), nullable=False),
        sa.Column("certainty", sa.String(10), nullable=False),
        sa.Column("recorded_by_id", sa.Uuid(), nullable=True),
        sa.Column("recorded_at", UTCDateTime(), nullable=False),
        sa.Column("withdrawn_by_id", sa.Uuid(), nullable=True),
        sa.Column("withdrawn_at", UTCDateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gender", sa.String(1), nullable=False),
        sa.CheckConstraint("gender IN ('m', 'f')", name=op.f(f"ck_{table}_gender")),
        sa.CheckConstraint("certainty IN ('read', 'memory', 'typed')", name=op.f(f"ck_{table}_certainty")),
        sa.CheckConstraint("until_on IS NULL OR until_on > from_on", name=op.f(f"ck_{table}_period")),
        sa.ForeignKeyConstraint(["recorded_by_id"], ["person.id"], name=op.f(f"fk_{table}_recorded_by_id")),
        sa.ForeignKeyConstraint(["withdrawn_by_id"], ["person.id"], name=op.f(f"fk_{table}_withdrawn_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    ]


def upgrade() -> None:
    kinds = "kind IN ('ministry', 'unit')"
    op.create_table(
        "name_period",
        *_kept("name_period"),
        sa.Column("code", sa.String(60), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("fr", sa.String(300), nullable=False),
        sa.Column("ar", sa.String(300), nullable=False),
        sa.Column("short_fr", sa.String(100), nullable=False),
        sa.Column("plural", sa.Boolean(), nullable=False),
        sa.CheckConstraint(kinds, name=op.f("ck_name_period_kind")),
    )
    op.create_table(
        "office_holder",
        *_kept("office_holder"),
        sa.Column("office", sa.String(60), nullable=False),
        sa.Column("name_fr", sa.String(200), nullable=False),
        sa.Column("name_ar", sa.String(200), nullable=False),
        sa.Column("interim", sa.Boolean(), nullable=False),
    )
    op.create_table(
        "delegation",
        *_kept("delegation"),
        sa.Column("office", sa.String(60), nullable=False),
        sa.Column("name_fr", sa.String(200), nullable=False),
        sa.Column("name_ar", sa.String(200), nullable=False),
        sa.Column("quality_fr", sa.String(200), nullable=False),
        sa.Column("quality_ar", sa.String(200), nullable=False),
        sa.Column("decision_number", sa.String(60), nullable=False),
        sa.Column("decision_on", sa.Date(), nullable=False),
        sa.Column("bulletin", sa.String(100), nullable=False),
        sa.Column("kinds", sa.String(200), nullable=False),
    )
    for table, columns in _ONE_OF_EACH.items():
        op.create_index(
            f"ix_{table}_in_force", table, columns, unique=True, sqlite_where=_IN_FORCE, postgresql_where=_IN_FORCE
        )


def downgrade() -> None:
    for table in _ONE_OF_EACH:
        op.drop_table(table)
