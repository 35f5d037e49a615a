"""Every change is written into the audit log."""

from pathlib import Path

from alembic import op

revision = "007"
down_revision = "006"
branch_labels = None
depends_on = None

_SQL = Path(__file__).parent.parent / "sql" / revision
_GENERAL = ("audit_inserted", "audit_deleted", "audit_updated")
_SPECIAL = (
    ("audit_activities_inserted", "activities", "audit_insert"),
    ("audit_activities_deleted", "activities", "audit_delete"),
    ("audit_import", "import_jobs", "audit_import"),
    ("audit_rows_deleted", "import_rows", "audit_delete"),
)
_PAGE = "audit_page(uuid, text, text, text, text, timestamptz, timestamptz, bigint, integer)"


def _run(name: str) -> None:
    op.get_bind().exec_driver_sql(
        (_SQL / f"{name}.sql").read_text("utf-8"), execution_options={"no_parameters": True}
    )


def upgrade() -> None:
    """Make the triggers, and the two ways to read the log."""
    for function in (*_GENERAL, *(name for name, _, _ in _SPECIAL), "triggers"):
        _run(function)
    for function in ("audit_page", "audit_trail"):
        _run(function)


def downgrade() -> None:
    """Drop the triggers; the log stays."""
    op.execute(f"DROP FUNCTION public.{_PAGE}")
    op.execute("DROP FUNCTION public.audit_trail(text, text)")
    for function, table, trigger in _SPECIAL:
        op.execute(f"DROP TRIGGER {trigger} ON public.{table}")
        op.execute(f"DROP FUNCTION public.{function}()")
    for function in _GENERAL:
        op.execute(f"DROP FUNCTION public.{function}() CASCADE")
