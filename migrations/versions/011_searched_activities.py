"""Activities are searched in a column of their own, without accents and capitals."""

from pathlib import Path

from alembic import op

revision = "011"
down_revision = "010"
branch_labels = None
depends_on = None

_SQL = Path(__file__).parent.parent / "sql" / revision


def upgrade() -> None:
    """Add the column; the table is written anew."""
    op.get_bind().exec_driver_sql(
        (_SQL / "plain_words.sql").read_text("utf-8"), execution_options={"no_parameters": True}
    )
    op.execute(
        """ALTER TABLE public.activities ADD COLUMN words text NOT NULL GENERATED ALWAYS AS (
               public.plain_words((category::text || ' ' || subcategory || ' ' || note))) STORED"""
    )


def downgrade() -> None:
    """Drop the column."""
    op.execute("ALTER TABLE public.activities DROP COLUMN words")
    op.execute("DROP FUNCTION public.plain_words(text)")
