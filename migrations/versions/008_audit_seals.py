"""Seals chain hashes of the audit log, so that a change of it shows."""

from pathlib import Path

from alembic import op

revision = "008"
down_revision = "007"
branch_labels = None
depends_on = None

_SQL = Path(__file__).parent.parent / "sql" / revision


def _run(name: str) -> None:
    op.get_bind().exec_driver_sql(
        (_SQL / f"{name}.sql").read_text("utf-8"), execution_options={"no_parameters": True}
    )


def upgrade() -> None:
    """Make the functions that seal and verify."""
    for function in ("audit_digest", "seal_audit", "verify_audit"):
        _run(function)


def downgrade() -> None:
    """Drop the functions; the seals stay."""
    op.execute("DROP FUNCTION public.verify_audit()")
    op.execute("DROP FUNCTION public.seal_audit(integer)")
    op.execute("DROP FUNCTION public.audit_digest(bigint, bigint, bytea)")
