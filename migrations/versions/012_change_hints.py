"""Other workstations are told that something changed."""

from pathlib import Path

from alembic import op

revision = "012"
down_revision = "011"
branch_labels = None
depends_on = None

_SQL = Path(__file__).parent.parent / "sql" / revision


def upgrade() -> None:
    """Make the function and its triggers."""
    op.get_bind().exec_driver_sql(
        (_SQL / "tell_of_change.sql").read_text("utf-8"), execution_options={"no_parameters": True}
    )


def downgrade() -> None:
    """Drop them."""
    op.execute("DROP FUNCTION public.tell_of_change() CASCADE")
