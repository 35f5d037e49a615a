"""Activities of published years are frozen."""

from pathlib import Path

from alembic import op

revision = "006"
down_revision = "005"
branch_labels = None
depends_on = None

_SQL = Path(__file__).parent.parent / "sql" / revision
# function, and the table and name of its trigger
_TRIGGERS = (
    ("published_after_insert", "activities", "published_insert"),
    ("published_after_delete", "activities", "published_delete"),
    ("published_after_update", "activities", "published_update"),
)


def _run(name: str) -> None:
    op.get_bind().exec_driver_sql(
        (_SQL / f"{name}.sql").read_text("utf-8"), execution_options={"no_parameters": True}
    )


def upgrade() -> None:
    """Make the triggers."""
    _run("refuse_published")
    for function, _, _ in _TRIGGERS:
        _run(function)


def downgrade() -> None:
    """Drop the triggers."""
    for function, table, trigger in reversed(_TRIGGERS):
        op.execute(f"DROP TRIGGER {trigger} ON public.{table}")
        op.execute(f"DROP FUNCTION public.{function}()")
    op.execute("DROP FUNCTION public.refuse_published(uuid[], integer[])")
