"""Who may touch which table at all: membership functions and grants to groups."""

from pathlib import Path

from alembic import op

revision = "002"
down_revision = "001"
branch_labels = None
depends_on = None

_SQL = Path(__file__).parent.parent / "sql" / revision
_NEEDED = (
    "co2calculator_owner",
    "co2calculator_authz",
    "co2calculator_app",
    "co2calculator_admin",
    "co2calculator_readonly",
    "co2calculator_backup",
)
_FUNCTIONS = ("f_unaccent(text)", "search_words(text)", "search_query(text)")


def _run(name: str) -> None:
    op.get_bind().exec_driver_sql(
        (_SQL / f"{name}.sql").read_text("utf-8"), execution_options={"no_parameters": True}
    )


def upgrade() -> None:
    """Open to the groups what they need, and close everything else."""
    missing = [
        role
        for role in _NEEDED
        if not op.get_bind()
        .exec_driver_sql("SELECT 1 FROM pg_roles WHERE rolname = %s", (role,))
        .scalar()
    ]
    if missing:
        raise RuntimeError(f"roles are missing, make them first: {', '.join(missing)}")
    op.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC")
    for function in _FUNCTIONS:
        op.execute(f"REVOKE ALL ON FUNCTION public.{function} FROM PUBLIC")
    _run("default_privileges")
    op.execute("CREATE SCHEMA authz")
    # The functions belong to a role that may read memberships and nothing else.
    op.execute("GRANT USAGE, CREATE ON SCHEMA authz TO co2calculator_authz")
    op.execute("GRANT USAGE ON SCHEMA public TO co2calculator_authz")
    op.execute("GRANT SELECT (id, db_role, active) ON public.users TO co2calculator_authz")
    op.execute("GRANT SELECT (user_id, lab_id, role) ON public.user_roles TO co2calculator_authz")
    op.execute("GRANT SELECT (id) ON public.laboratories TO co2calculator_authz")
    for function in ("me()", "my_labs(text)"):
        _run(f"authz_{function.partition('(')[0]}")
        op.execute(f"REVOKE ALL ON FUNCTION authz.{function} FROM PUBLIC")
        op.execute(f"ALTER FUNCTION authz.{function} OWNER TO co2calculator_authz")
    op.execute("REVOKE CREATE ON SCHEMA authz FROM co2calculator_authz")
    _run("grants")


def downgrade() -> None:
    """Take every grant back; tables and their rows stay."""
    groups = "co2calculator_app, co2calculator_admin, co2calculator_readonly, co2calculator_backup"
    op.execute(f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {groups}, co2calculator_authz")
    for table, columns in (
        ("users", "id, sciper, email, display_name, roles, db_role, active"),
        ("user_roles", "id, user_id, lab_id, role"),
    ):
        op.execute(f"REVOKE ALL ({columns}) ON public.{table} FROM {groups}, co2calculator_authz")
    op.execute(f"REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM {groups}")
    op.execute("DROP SCHEMA authz CASCADE")
    op.execute(f"REVOKE ALL ON SCHEMA public FROM {groups}, co2calculator_authz")
    op.execute("GRANT USAGE ON SCHEMA public TO PUBLIC")
    for function in _FUNCTIONS:
        op.execute(f"GRANT EXECUTE ON FUNCTION public.{function} TO PUBLIC")
    defaults = "ALTER DEFAULT PRIVILEGES FOR ROLE co2calculator_owner"
    op.execute(f"{defaults} GRANT EXECUTE ON FUNCTIONS TO PUBLIC")
    op.execute(f"{defaults} GRANT USAGE ON TYPES TO PUBLIC")
    op.execute(f"{defaults} REVOKE SELECT ON TABLES FROM co2calculator_backup")
