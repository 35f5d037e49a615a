"""Results follow the activities by statement-level triggers."""

from pathlib import Path

from alembic import op

revision = "005"
down_revision = "004"
branch_labels = None
depends_on = None

_SQL = Path(__file__).parent.parent / "sql" / revision
# function, and the table and name of its trigger
_TRIGGERS = (
    ("results_after_insert", "activities", "results_insert"),
    ("results_after_delete", "activities", "results_delete"),
    ("results_after_update", "activities", "results_update"),
)


def _run(name: str) -> None:
    op.get_bind().exec_driver_sql(
        (_SQL / f"{name}.sql").read_text("utf-8"), execution_options={"no_parameters": True}
    )


def upgrade() -> None:
    """Make the triggers, and compute what is there already."""
    for function, _, _ in _TRIGGERS:
        _run(function)
    _run("rebuild_results")
    op.execute("SELECT public.rebuild_results()")


def downgrade() -> None:
    """Drop the triggers; the rows stay as they are."""
    op.execute("DROP FUNCTION public.rebuild_results()")
    for function, table, trigger in reversed(_TRIGGERS):
        op.execute(f"DROP TRIGGER {trigger} ON public.{table}")
        op.execute(f"DROP FUNCTION public.{function}()")
