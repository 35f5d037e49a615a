"""Imports reach results and log at their commit, and wait for nobody before."""

from pathlib import Path

from alembic import op

revision = "013"
down_revision = "012"
branch_labels = None
depends_on = None

_SQL = Path(__file__).parent.parent / "sql"
# function, the table and name of its trigger, and the revision that made it before
_REPLACED = (
    ("results_after_insert", "activities", "results_insert", "005"),
    ("results_after_delete", "activities", "results_delete", "005"),
    ("results_after_update", "activities", "results_update", "005"),
    ("audit_activities_inserted", "activities", "audit_insert", "007"),
)


def _run(name: str, of: str = revision) -> None:
    op.get_bind().exec_driver_sql(
        (_SQL / of / f"{name}.sql").read_text("utf-8"), execution_options={"no_parameters": True}
    )


def _drop_replaced() -> None:
    for function, table, trigger, _ in _REPLACED:
        op.execute(f"DROP TRIGGER {trigger} ON public.{table}")
        op.execute(f"DROP FUNCTION public.{function}()")
    op.execute("DROP FUNCTION public.rebuild_results()")


def upgrade() -> None:
    """Add what says whether an import is settled, and let the triggers ask it."""
    # Whatever is there was settled by the triggers before.
    op.execute("ALTER TABLE public.import_jobs ADD COLUMN settled boolean NOT NULL DEFAULT true")
    op.execute("ALTER TABLE public.import_jobs ALTER COLUMN settled SET DEFAULT false")
    op.execute("CREATE INDEX ix_import_jobs_pending ON public.import_jobs (xact) WHERE NOT settled")
    op.execute("DROP TRIGGER audit_import ON public.import_jobs")
    op.execute("DROP FUNCTION public.audit_import()")
    _drop_replaced()
    _run("pending_imports")
    for function, _, _, _ in _REPLACED:
        _run(function)
    for script in ("rebuild_results", "audit_rows_inserted", "settle_import", "triggers"):
        _run(script)


def downgrade() -> None:
    """Put the triggers back that write as soon as a statement ends."""
    for function, table, trigger in (
        ("settle_import", "import_jobs", "settle_import"),
        ("audit_rows_inserted", "import_rows", "audit_insert"),
    ):
        op.execute(f"DROP TRIGGER {trigger} ON public.{table}")
        op.execute(f"DROP FUNCTION public.{function}()")
    _drop_replaced()
    op.execute("DROP FUNCTION public.pending_imports()")
    for function, _, _, before in _REPLACED:
        _run(function, before)
    _run("rebuild_results", "005")
    _run("audit_import", "007")
    op.execute("DROP TRIGGER audit_update ON public.import_jobs")
    op.execute(
        """CREATE TRIGGER audit_update AFTER UPDATE ON public.import_jobs
               FOR EACH ROW WHEN (OLD.xact IS DISTINCT FROM pg_current_xact_id())
               EXECUTE FUNCTION public.audit_updated('id')"""
    )
    op.execute("ALTER TABLE public.import_jobs DROP COLUMN settled")
