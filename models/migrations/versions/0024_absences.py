"""Absences: who is away, from when until when, and who stands in."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

_PEOPLE = ("person_id", "stand_in_id", "recorded_by_id")
_INDEXED = ("person_id", "stand_in_id", "until_on")


def upgrade() -> None:
    op.create_table(
        "absence",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("stand_in_id", sa.Uuid(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.Column("recorded_by_id", sa.Uuid(), nullable=True),
        sa.Column("recorded_at", UTCDateTime(), nullable=False),
        sa.CheckConstraint("from_on <= until_on", name=op.f("ck_absence_days")),
        sa.CheckConstraint("person_id <> stand_in_id", name=op.f("ck_absence_two_people")),
        *(sa.ForeignKeyConstraint([column], ["person.id"], name=op.f(f"fk_absence_{column}")) for column in _PEOPLE),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence")),
    )
    for column in _INDEXED:
        op.create_index(op.f(f"ix_absence_{column}"), "absence", [column])


def downgrade() -> None:
    op.drop_table("absence")
