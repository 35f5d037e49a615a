"""The newest activities of one type or category are found by an index."""

from alembic import op

revision = "014"
down_revision = "013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index."""
    op.execute(
        """CREATE INDEX ix_activities_sort_newest
               ON public.activities (lab_id, activity_type, category, date DESC, id)"""
    )


def downgrade() -> None:
    """Drop it."""
    op.execute("DROP INDEX public.ix_activities_sort_newest")
