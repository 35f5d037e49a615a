"""Who did it and when is written by triggers, which nobody can forge."""

from pathlib import Path

from alembic import op

revision = "004"
down_revision = "003"
branch_labels = None
depends_on = None

_SQL = Path(__file__).parent.parent / "sql" / revision
# function, and the table and name of its trigger
_TRIGGERS = (
    ("stamp_activity", "activities", "stamp_insert"),
    ("check_activity_stamps", "activities", "check_stamps"),
    ("stamp_activity_update", "activities", "stamp_update"),
    ("stamp_import_job", "import_jobs", "stamp"),
    ("stamp_laboratory", "laboratories", "stamp"),
    ("stamp_factor", "emission_factors", "stamp"),
    ("stamp_role_grant", "user_roles", "stamp"),
    ("stamp_published_year", "published_years", "stamp"),
    ("stamp_user", "users", "stamp"),
    ("keep_user_roles", "user_roles", "keep_roles"),
)


def _run(name: str) -> None:
    op.get_bind().exec_driver_sql(
        (_SQL / f"{name}.sql").read_text("utf-8"), execution_options={"no_parameters": True}
    )


def upgrade() -> None:
    """Make the triggers."""
    for function, _, _ in _TRIGGERS:
        _run(function)


def downgrade() -> None:
    """Drop the triggers."""
    for function, table, trigger in reversed(_TRIGGERS):
        op.execute(f"DROP TRIGGER {trigger} ON public.{table}")
        op.execute(f"DROP FUNCTION public.{function}()")
