"""Last sign-ins: when each person came in last, and since when this is noted of accounts that are older."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

_COLUMNS = ("last_signed_in_at", "sign_ins_noted_since")


def upgrade() -> None:
    for column in _COLUMNS:
        op.add_column("person", sa.Column(column, UTCDateTime(), nullable=True))
    # Whoever came in before today has left no trace: nobody is to read that they never did.
    op.execute("UPDATE person SET sign_ins_noted_since = CURRENT_TIMESTAMP")


def downgrade() -> None:
    with op.batch_alter_table("person") as person:
        for column in _COLUMNS:
            person.drop_column(column)
