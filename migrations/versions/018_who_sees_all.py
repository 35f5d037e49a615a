"""Who sees all laboratories reads activities without looking each one up in a list of them."""

from pathlib import Path

from alembic import op

revision = "018"
down_revision = "017"
branch_labels = None
depends_on = None

_SQL = Path(__file__).parent.parent / "sql" / revision


def upgrade() -> None:
    """Make the function, owned by who may read memberships alone, and the policy."""
    op.execute((_SQL / "authz_sees_all.sql").read_text("utf-8"))
    op.execute("REVOKE ALL ON FUNCTION authz.sees_all() FROM PUBLIC")
    op.execute("GRANT CREATE ON SCHEMA authz TO co2calculator_authz")
    op.execute("ALTER FUNCTION authz.sees_all() OWNER TO co2calculator_authz")
    op.execute("REVOKE CREATE ON SCHEMA authz FROM co2calculator_authz")
    op.execute("GRANT EXECUTE ON FUNCTION authz.sees_all() TO co2calculator_app")
    op.execute((_SQL / "activities.sql").read_text("utf-8"))


def downgrade() -> None:
    """Drop both."""
    op.execute("DROP POLICY app_select_all ON public.activities")
    op.execute("DROP FUNCTION authz.sees_all()")
