"""Each deadline keeps its legal basis, and while it runs the day of its next rung, by which reminders find it."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_RUNS = sa.text("status = 'running'")


def upgrade() -> None:
    op.add_column("deadline", sa.Column("next_rung_on", sa.Date(), nullable=True))
    op.add_column("deadline", sa.Column("basis_fr", sa.Text(), nullable=False, server_default=""))
    # A day that is passed: the next run looks at every clock, and finds the day of its next rung.
    op.execute("UPDATE deadline SET next_rung_on = '0001-01-01' WHERE status = 'running' AND due_on IS NOT NULL")
    op.create_index(
        "ix_deadline_next_rung", "deadline", ["next_rung_on", "id"], postgresql_where=_RUNS, sqlite_where=_RUNS
    )
    op.drop_index("ix_deadline_running", "deadline", postgresql_where=_RUNS, sqlite_where=_RUNS)


def downgrade() -> None:
    op.create_index("ix_deadline_running", "deadline", ["due_on"], postgresql_where=_RUNS, sqlite_where=_RUNS)
    op.drop_index("ix_deadline_next_rung", "deadline", postgresql_where=_RUNS, sqlite_where=_RUNS)
    op.execute("ALTER TABLE deadline DROP COLUMN basis_fr")
    op.execute("ALTER TABLE deadline DROP COLUMN next_rung_on")
