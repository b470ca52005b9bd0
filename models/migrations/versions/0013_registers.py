"""The items of a text's registers have rows of their own; the history keeps one step for each batch of them."""

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_REGISTERS = "kind IN ('observations', 'consultations', 'amendments', 'signatures', 'letters', 'meetings')"
_SAME = "text_id = NEW.text_id AND step = NEW.step AND rank = NEW.rank"


def upgrade() -> None:
    # What steps tell of opinions, observations and signatures becomes items by `recount`, which the command that
    # migrates runs.
    op.create_table(
        "register_entry",
        sa.Column("text_id", sa.Uuid(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("item", sa.Integer(), nullable=False),
        sa.Column("move", sa.String(60), nullable=False),
        sa.Column("on", sa.String(10), nullable=True),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.CheckConstraint(_REGISTERS, name=op.f("ck_register_entry_kind")),
        sa.CheckConstraint("item > 0 AND rank > 0", name=op.f("ck_register_entry_numbers")),
        sa.ForeignKeyConstraint(["text_id"], ["legal_text.id"], name=op.f("fk_register_entry_text_id")),
        sa.PrimaryKeyConstraint("text_id", "step", "rank", name=op.f("pk_register_entry")),
    )
    op.create_table(
        "register_item",
        sa.Column("text_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("values", sa.JSON(), nullable=False),
        sa.Column("status", sa.String(10), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.CheckConstraint(_REGISTERS, name=op.f("ck_register_item_kind")),
        sa.CheckConstraint("status IN ('open', 'settled')", name=op.f("ck_register_item_status")),
        sa.ForeignKeyConstraint(["text_id"], ["legal_text.id"], name=op.f("fk_register_item_text_id")),
        sa.PrimaryKeyConstraint("text_id", "kind", "number", name=op.f("pk_register_item")),
    )
    op.create_index("ix_register_item_status", "register_item", ["kind", "status"])
    for statement in _sqlite() if op.get_bind().dialect.name == "sqlite" else _postgresql():
        op.execute(statement)


def downgrade() -> None:
    op.drop_table("register_item")
    op.drop_table("register_entry")


def _sqlite() -> Iterator[str]:
    refuse = "BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END"
    for verb in ("DELETE", "UPDATE"):
        yield f"CREATE TRIGGER register_entry_keep_{verb.lower()} BEFORE {verb} ON register_entry {refuse}"
    stands = f"SELECT 1 FROM register_entry WHERE rowid = NEW.rowid OR {_SAME}"  # noqa: S608 our own names
    yield f"CREATE TRIGGER register_entry_keep_insert BEFORE INSERT ON register_entry WHEN EXISTS ({stands}) {refuse}"


def _postgresql() -> Iterator[str]:
    run = "EXECUTE FUNCTION keep_history()"
    yield f"CREATE TRIGGER register_entry_keep BEFORE DELETE OR UPDATE ON register_entry FOR EACH ROW {run}"
    yield f"CREATE TRIGGER register_entry_keep_all BEFORE TRUNCATE ON register_entry FOR EACH STATEMENT {run}"
