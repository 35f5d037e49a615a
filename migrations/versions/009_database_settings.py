"""Time limits and rights of the database itself."""

from pathlib import Path

from alembic import op

revision = "009"
down_revision = "008"
branch_labels = None
depends_on = None

_SQL = Path(__file__).parent.parent / "sql" / revision
_SETTINGS = (
    "statement_timeout",
    "lock_timeout",
    "idle_in_transaction_session_timeout",
    "client_connection_check_interval",
)


def _run(name: str) -> None:
    op.get_bind().exec_driver_sql(
        (_SQL / f"{name}.sql").read_text("utf-8"), execution_options={"no_parameters": True}
    )


def upgrade() -> None:
    """Set them."""
    _run("database_settings")


def downgrade() -> None:
    """Take the settings back; who may connect stays as it is."""
    here = op.get_bind().exec_driver_sql("SELECT quote_ident(current_database())").scalar_one()
    for setting in _SETTINGS:
        op.execute(f"ALTER DATABASE {here} RESET {setting}")
