"""Says which program versions may write."""

from alembic import op

revision = "010"
down_revision = "009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let the first version and all after it write."""
    op.execute(
        "INSERT INTO public.schema_compat (min_client) VALUES ('0.1') ON CONFLICT DO NOTHING"
    )


def downgrade() -> None:
    """Forget it."""
    op.execute("DELETE FROM public.schema_compat")
