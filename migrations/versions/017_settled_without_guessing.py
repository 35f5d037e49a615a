"""Imports take the same time whatever the planner knows of the rows that they brought."""

from pathlib import Path

from alembic import op

revision = "017"
down_revision = "016"
branch_labels = None
depends_on = None

_SQL = Path(__file__).parent.parent / "sql"
_REPLACED = (
    "settle_import",
    "results_after_insert",
    "results_after_update",
    "results_after_delete",
)
# These join by the identity of a row already; but a plan that a session made when the tables were
# small is no plan for many rows.
_PLANNED_ANEW = (
    "audit_activities_inserted",
    "audit_activities_updated",
    "audit_rows_inserted",
)


def _replace(function: str, of: str) -> None:
    # Only the function: its trigger stays.
    script = (_SQL / of / f"{function}.sql").read_text("utf-8")
    for trigger in ("CREATE TRIGGER", "CREATE CONSTRAINT TRIGGER"):
        script = script.partition(trigger)[0]
    op.get_bind().exec_driver_sql(
        script.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"),
        execution_options={"no_parameters": True},
    )


def upgrade() -> None:
    """Look each row up by its identity, and keep no plan."""
    for function in _REPLACED:
        _replace(function, revision)
    for function in _PLANNED_ANEW:
        op.execute(f"ALTER FUNCTION public.{function}() SET plan_cache_mode = 'force_custom_plan'")


def downgrade() -> None:
    """Leave it to the planner again."""
    for function in _PLANNED_ANEW:
        op.execute(f"ALTER FUNCTION public.{function}() RESET plan_cache_mode")
    for function in _REPLACED:
        _replace(function, "013")
