"""Changes of activities are logged by the statement, as insertions and deletions are."""

from pathlib import Path

from alembic import op

revision = "015"
down_revision = "014"
branch_labels = None
depends_on = None

_SQL = Path(__file__).parent.parent / "sql" / revision


def upgrade() -> None:
    """Replace the trigger that wrote row by row."""
    op.execute("DROP TRIGGER audit_update ON public.activities")
    op.get_bind().exec_driver_sql(
        (_SQL / "audit_activities_updated.sql").read_text("utf-8"),
        execution_options={"no_parameters": True},
    )


def downgrade() -> None:
    """Put the trigger for each row back."""
    op.execute("DROP TRIGGER audit_update ON public.activities")
    op.execute("DROP FUNCTION public.audit_activities_updated()")
    op.execute(
        """CREATE TRIGGER audit_update AFTER UPDATE ON public.activities
               FOR EACH ROW EXECUTE FUNCTION public.audit_updated('id')"""
    )
