"""Activities are logged in the same time however many rows of imports there are."""

from pathlib import Path

from alembic import op

revision = "018"
down_revision = "017"
branch_labels = None
depends_on = None

_SQL = Path(__file__).parent.parent / "sql"
_FUNCTION = "audit_activities_inserted"


def _replace(of: str) -> None:
    # Only the function: its trigger stays.
    script = (_SQL / of / f"{_FUNCTION}.sql").read_text("utf-8").partition("CREATE TRIGGER")[0]
    op.get_bind().exec_driver_sql(
        script.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"),
        execution_options={"no_parameters": True},
    )


def upgrade() -> None:
    """Look the import of each activity up by the identity of its row."""
    _replace(revision)


def downgrade() -> None:
    """Join the rows of imports again."""
    _replace("013")
    op.execute(f"ALTER FUNCTION public.{_FUNCTION}() SET plan_cache_mode = 'force_custom_plan'")
