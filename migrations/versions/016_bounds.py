"""Nothing written by plain SQL is so large or so far away that others cannot read on."""

from alembic import op

revision = "016"
down_revision = "015"
branch_labels = None
depends_on = None

# A date without an end cannot be read by programs: one such row would end every list with it.
_BOUNDS = (
    ("activities", "attributes_bounded", "pg_column_size(attributes) <= 65536"),
    ("activities", "version_bounded", "version > 0 AND version < 1000000000"),
    ("import_rows", "raw_data_bounded", "pg_column_size(raw_data) <= 16777216"),
    ("import_rows", "errors_bounded", "pg_column_size(validation_errors) <= 16777216"),
    ("import_jobs", "column_mapping_bounded", "pg_column_size(column_mapping) <= 1048576"),
    ("import_jobs", "completed_at_plausible",
     "EXTRACT(year FROM completed_at) BETWEEN 1990 AND 2100"),
    ("laboratories", "archived_at_plausible",
     "EXTRACT(year FROM archived_at) BETWEEN 1990 AND 2100"),
    ("laboratories", "members_short", "octet_length(array_to_string(members, ',')) <= 42000"),
)  # fmt: skip


def upgrade() -> None:
    """Add the checks; what is there already is asked too."""
    for table, name, condition in _BOUNDS:
        op.execute(
            f"ALTER TABLE public.{table} ADD CONSTRAINT ck_{table}_{name} CHECK ({condition})"
        )


def downgrade() -> None:
    """Drop them."""
    for table, name, _ in reversed(_BOUNDS):
        op.execute(f"ALTER TABLE public.{table} DROP CONSTRAINT ck_{table}_{name}")
