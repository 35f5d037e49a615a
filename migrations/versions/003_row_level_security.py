"""Who may see and change which rows: row-level security, forced on every table."""

from pathlib import Path

from alembic import op

revision = "003"
down_revision = "002"
branch_labels = None
depends_on = None

_SQL = Path(__file__).parent.parent / "sql" / revision
_TABLES = (
    "users",
    "user_roles",
    "laboratories",
    "published_years",
    "import_jobs",
    "import_rows",
    "emission_factors",
    "travel_factors",
    "energy_factors",
    "purchase_factors",
    "custom_factors",
    "activities",
    "results",
    "audit_logs",
    "audit_seals",
    "column_mappings",
    "value_mappings",
    "exchange_rates",
    "schema_compat",
    "alembic_version",
)


def _run(name: str) -> None:
    op.get_bind().exec_driver_sql(
        (_SQL / f"{name}.sql").read_text("utf-8"), execution_options={"no_parameters": True}
    )


def upgrade() -> None:
    """Turn row-level security on, and make the policies."""
    for table in _TABLES:
        _run(table)


def downgrade() -> None:
    """Drop the policies, and turn row-level security off."""
    for table in reversed(_TABLES):
        policies = (
            op.get_bind()
            .exec_driver_sql(
                "SELECT policyname FROM pg_policies WHERE schemaname = 'public' AND tablename = %s",
                (table,),
            )
            .scalars()
        )
        for policy in policies.all():
            op.execute(f"DROP POLICY {policy} ON public.{table}")
        op.execute(f"ALTER TABLE public.{table} NO FORCE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE public.{table} DISABLE ROW LEVEL SECURITY")
