"""All tables with their types, checks, generated columns and indexes."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, TSVECTOR, UUID
from sqlalchemy.types import UserDefinedType

revision = "001"
down_revision = None
branch_labels = None
depends_on = None

_SQL = Path(__file__).parent.parent / "sql" / revision
# Controls, bidi marks and line separators; a note may have tabs and several lines.
_BIDI = r"\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff"
_UNWANTED = rf"[\u0001-\u001f{_BIDI}]"
_UNWANTED_IN_NOTES = rf"[\u0001-\u0008\u000b-\u001f{_BIDI}]"
_TEXTS = "(category::text || '|' || subcategory || '|' || unit)"


class Xid8(UserDefinedType[int]):
    """A 64-bit transaction id."""

    cache_ok = True

    def get_col_spec(self, **_kw: object) -> str:
        """Return the name of the type in DDL."""
        return "xid8"


def _clean(table: str, column: str, *, required: bool = False) -> sa.CheckConstraint:
    filled = f"{column} <> '' AND " if required else ""
    return sa.CheckConstraint(
        f"{filled}{column} IS NFC NORMALIZED AND {column} !~ '{_UNWANTED}'",
        name=op.f(f"ck_{table}_{column}_clean"),
    )


def _run(name: str) -> None:
    op.get_bind().exec_driver_sql(
        (_SQL / f"{name}.sql").read_text("utf-8"), execution_options={"no_parameters": True}
    )


def upgrade() -> None:
    """Make everything that the revisions after this one secure."""
    op.execute("CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA public")
    for function in ("f_unaccent", "search_words", "search_query"):
        _run(function)
    op.create_table(
        "audit_logs",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column(
            "at",
            sa.DateTime(timezone=True),
            server_default=sa.text("clock_timestamp()"),
            nullable=False,
        ),
        sa.Column(
            "transaction", Xid8(), server_default=sa.text("pg_current_xact_id()"), nullable=False
        ),
        sa.Column("user_id", UUID(), nullable=True),
        sa.Column(
            "db_role", sa.String(length=63), server_default=sa.text("SESSION_USER"), nullable=False
        ),
        sa.Column("action", sa.String(length=20), nullable=False),
        sa.Column("entity", sa.String(length=63), nullable=False),
        sa.Column("entity_id", sa.Text(), nullable=False),
        sa.Column("lab_id", UUID(), nullable=True),
        sa.Column("import_job_id", UUID(), nullable=True),
        sa.Column("before", JSONB(), nullable=True),
        sa.Column("after", JSONB(), nullable=True),
        sa.Column(
            "application",
            sa.Text(),
            server_default=sa.text("current_setting('application_name')"),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_logs")),
    )
    op.create_index(
        op.f("ix_audit_logs_entity_id_id"), "audit_logs", ["entity_id", "id"], unique=False
    )
    op.create_index(op.f("ix_audit_logs_lab_id_id"), "audit_logs", ["lab_id", "id"], unique=False)
    op.create_index(op.f("ix_audit_logs_user_id_id"), "audit_logs", ["user_id", "id"], unique=False)
    op.create_table(
        "audit_seals",
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("up_to", sa.BigInteger(), nullable=False),
        sa.Column("entries", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("previous_hash", sa.LargeBinary(), nullable=False),
        sa.Column(
            "sealed_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False
        ),
        sa.CheckConstraint("n > 0", name=op.f("ck_audit_seals_n_positive")),
        sa.CheckConstraint("octet_length(hash) = 32", name=op.f("ck_audit_seals_hash_length")),
        sa.CheckConstraint(
            "octet_length(previous_hash) = 32", name=op.f("ck_audit_seals_previous_hash_length")
        ),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_audit_seals")),
        sa.UniqueConstraint("up_to", name=op.f("uq_audit_seals_up_to")),
    )
    op.create_table(
        "emission_factors",
        sa.Column("id", UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("code", sa.String(length=100), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("category", sa.String(length=100), server_default=sa.text("''"), nullable=False),
        sa.Column(
            "subcategory", sa.String(length=100), server_default=sa.text("''"), nullable=False
        ),
        sa.Column("value", sa.Numeric(precision=20, scale=10), nullable=False),
        sa.Column("unit", sa.String(length=50), nullable=False),
        sa.Column("source", sa.String(length=500), server_default=sa.text("''"), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column("factor_type", sa.String(length=20), nullable=False),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column(
            "search",
            TSVECTOR(),
            sa.Computed(
                "public.search_words((code::text || ' ' || name || ' ' || category"
                " || ' ' || subcategory || ' ' || source))",
                persisted=True,
            ),
            nullable=False,
        ),
        _clean("emission_factors", "category"),
        _clean("emission_factors", "code", required=True),
        sa.CheckConstraint(
            "factor_type IN ('travel', 'energy', 'purchase', 'custom')",
            name=op.f("ck_emission_factors_factor_type_known"),
        ),
        _clean("emission_factors", "name", required=True),
        _clean("emission_factors", "source"),
        _clean("emission_factors", "subcategory"),
        _clean("emission_factors", "unit", required=True),
        sa.CheckConstraint(
            "valid_from BETWEEN DATE '1990-01-01' AND DATE '2100-12-31'",
            name=op.f("ck_emission_factors_valid_from_plausible"),
        ),
        sa.CheckConstraint(
            "valid_to BETWEEN DATE '1990-01-01' AND DATE '2100-12-31'",
            name=op.f("ck_emission_factors_valid_to_plausible"),
        ),
        sa.CheckConstraint(
            "valid_from <= valid_to", name=op.f("ck_emission_factors_valid_in_order")
        ),
        sa.CheckConstraint(
            "value >= 0 AND value < 1e10", name=op.f("ck_emission_factors_value_plausible")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_emission_factors")),
        sa.UniqueConstraint("code", name=op.f("uq_emission_factors_code")),
    )
    op.create_index(
        op.f("ix_emission_factors_factor_type_category_subcategory"),
        "emission_factors",
        ["factor_type", "category", "subcategory"],
        unique=False,
    )
    op.create_index(
        "ix_emission_factors_search",
        "emission_factors",
        ["search"],
        unique=False,
        postgresql_using="gin",
    )
    op.create_table(
        "exchange_rates",
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("per_eur", sa.Numeric(precision=20, scale=10), nullable=False),
        sa.Column("source", sa.String(length=255), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint("currency ~ '^[A-Z]{3}$'", name=op.f("ck_exchange_rates_currency_code")),
        _clean("exchange_rates", "source"),
        sa.CheckConstraint(
            "per_eur > 0 AND per_eur < 1e10", name=op.f("ck_exchange_rates_per_eur_plausible")
        ),
        sa.CheckConstraint(
            "year BETWEEN 1990 AND 2100", name=op.f("ck_exchange_rates_year_plausible")
        ),
        sa.PrimaryKeyConstraint("currency", "year", name=op.f("pk_exchange_rates")),
    )
    op.create_table(
        "schema_compat",
        sa.Column("single_row", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("min_client", sa.String(length=20), nullable=False),
        sa.Column("max_client", sa.String(length=20), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint(
            "max_client ~ '^([0-9]+(\\.[0-9]+)*)?$'",
            name=op.f("ck_schema_compat_max_client_version"),
        ),
        sa.CheckConstraint(
            "min_client ~ '^[0-9]+(\\.[0-9]+)*$'", name=op.f("ck_schema_compat_min_client_version")
        ),
        sa.CheckConstraint("single_row", name=op.f("ck_schema_compat_only_one")),
        sa.PrimaryKeyConstraint("single_row", name=op.f("pk_schema_compat")),
    )
    op.create_table(
        "users",
        sa.Column("id", UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("sciper", sa.String(length=10), nullable=True),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("display_name", sa.String(length=200), nullable=False),
        sa.Column("roles", ARRAY(sa.Text()), server_default=sa.text("'{viewer}'"), nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column("db_role", sa.String(length=63), nullable=True),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        _clean("users", "display_name", required=True),
        _clean("users", "email"),
        sa.CheckConstraint(
            "roles <@ ARRAY['viewer', 'lab_member', 'lab_manager', 'admin']::text[]"
            " AND cardinality(roles) > 0",
            name=op.f("ck_users_roles_known"),
        ),
        _clean("users", "sciper"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_users")),
        sa.UniqueConstraint("db_role", name=op.f("uq_users_db_role")),
        sa.UniqueConstraint("email", name=op.f("uq_users_email")),
        sa.UniqueConstraint("sciper", name=op.f("uq_users_sciper")),
    )
    op.create_table(
        "energy_factors",
        sa.Column("id", UUID(), nullable=False),
        sa.Column("carrier", sa.String(length=100), server_default=sa.text("''"), nullable=False),
        sa.Column("country", sa.String(length=40), server_default=sa.text("''"), nullable=False),
        sa.Column(
            "heating_value", sa.String(length=20), server_default=sa.text("''"), nullable=False
        ),
        _clean("energy_factors", "carrier"),
        _clean("energy_factors", "country"),
        sa.CheckConstraint(
            "heating_value IN ('', 'net', 'gross')",
            name=op.f("ck_energy_factors_heating_value_known"),
        ),
        sa.ForeignKeyConstraint(
            ["id"], ["emission_factors.id"], name=op.f("fk_energy_factors_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_energy_factors")),
    )
    op.create_table(
        "laboratories",
        sa.Column("id", UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("code", sa.String(length=50), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("faculty", sa.String(length=255), server_default=sa.text("''"), nullable=False),
        sa.Column("created_by", UUID(), nullable=True),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column("members", ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column(
            "search",
            TSVECTOR(),
            sa.Computed(
                "public.search_words((code::text || ' ' || name || ' ' || faculty))", persisted=True
            ),
            nullable=False,
        ),
        _clean("laboratories", "code", required=True),
        _clean("laboratories", "faculty"),
        _clean("laboratories", "name", required=True),
        sa.CheckConstraint(
            "array_position(members, NULL) IS NULL AND cardinality(members) <= 2000",
            name=op.f("ck_laboratories_members_bounded"),
        ),
        sa.ForeignKeyConstraint(
            ["created_by"], ["users.id"], name=op.f("fk_laboratories_created_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_laboratories")),
        sa.UniqueConstraint("code", name=op.f("uq_laboratories_code")),
    )
    op.create_index(op.f("ix_laboratories_faculty"), "laboratories", ["faculty"], unique=False)
    op.create_index(
        "ix_laboratories_members", "laboratories", ["members"], unique=False, postgresql_using="gin"
    )
    op.create_index(
        "ix_laboratories_search", "laboratories", ["search"], unique=False, postgresql_using="gin"
    )
    op.create_index(
        "uq_laboratories_code_folded",
        "laboratories",
        [sa.literal_column("lower(code)")],
        unique=True,
    )
    op.create_table(
        "purchase_factors",
        sa.Column("id", UUID(), nullable=False),
        sa.Column(
            "purchase_code", sa.String(length=50), server_default=sa.text("''"), nullable=False
        ),
        sa.Column("currency", sa.String(length=3), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint(
            "currency ~ '^([A-Z]{3})?$'", name=op.f("ck_purchase_factors_currency_code")
        ),
        _clean("purchase_factors", "purchase_code"),
        sa.ForeignKeyConstraint(
            ["id"], ["emission_factors.id"], name=op.f("fk_purchase_factors_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_purchase_factors")),
    )
    op.create_index(
        op.f("ix_purchase_factors_purchase_code"),
        "purchase_factors",
        ["purchase_code"],
        unique=False,
    )
    op.create_table(
        "travel_factors",
        sa.Column("id", UUID(), nullable=False),
        sa.Column("mode", sa.String(length=40), server_default=sa.text("''"), nullable=False),
        sa.Column("haul", sa.String(length=20), server_default=sa.text("''"), nullable=False),
        sa.Column(
            "cabin_class", sa.String(length=40), server_default=sa.text("''"), nullable=False
        ),
        sa.Column("country", sa.String(length=40), server_default=sa.text("''"), nullable=False),
        _clean("travel_factors", "cabin_class"),
        _clean("travel_factors", "country"),
        sa.CheckConstraint(
            "haul IN ('', 'domestic', 'short', 'medium', 'long', 'international')",
            name=op.f("ck_travel_factors_haul_known"),
        ),
        _clean("travel_factors", "mode"),
        sa.ForeignKeyConstraint(
            ["id"], ["emission_factors.id"], name=op.f("fk_travel_factors_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_travel_factors")),
    )
    op.create_index(
        op.f("ix_travel_factors_mode_haul_cabin_class_country"),
        "travel_factors",
        ["mode", "haul", "cabin_class", "country"],
        unique=False,
    )
    op.create_table(
        "column_mappings",
        sa.Column("lab_id", UUID(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("header", sa.String(length=255), nullable=False),
        sa.Column("field", sa.String(length=100), server_default=sa.text("''"), nullable=False),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        _clean("column_mappings", "field"),
        _clean("column_mappings", "header", required=True),
        sa.ForeignKeyConstraint(
            ["lab_id"],
            ["laboratories.id"],
            name=op.f("fk_column_mappings_lab_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("lab_id", "kind", "header", name=op.f("pk_column_mappings")),
    )
    op.create_table(
        "custom_factors",
        sa.Column("id", UUID(), nullable=False),
        sa.Column("lab_id", UUID(), nullable=True),
        sa.Column("justification", sa.Text(), server_default=sa.text("''"), nullable=False),
        _clean("custom_factors", "justification"),
        sa.ForeignKeyConstraint(
            ["id"], ["emission_factors.id"], name=op.f("fk_custom_factors_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["lab_id"],
            ["laboratories.id"],
            name=op.f("fk_custom_factors_lab_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_custom_factors")),
    )
    op.create_index(op.f("ix_custom_factors_lab_id"), "custom_factors", ["lab_id"], unique=False)
    op.create_table(
        "import_jobs",
        sa.Column("id", UUID(), nullable=False),
        sa.Column("lab_id", UUID(), nullable=False),
        sa.Column("uploader_id", UUID(), nullable=True),
        sa.Column("filename", sa.String(length=255), nullable=False),
        sa.Column("s3_key", sa.String(length=1024), server_default=sa.text("''"), nullable=False),
        sa.Column(
            "status", sa.String(length=20), server_default=sa.text("'pending'"), nullable=False
        ),
        sa.Column("rows_total", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("rows_valid", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("rows_error", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column("completed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("kind", sa.String(length=40), server_default=sa.text("''"), nullable=False),
        sa.Column("reporting_year", sa.Integer(), nullable=True),
        sa.Column(
            "file_sha256", sa.String(length=64), server_default=sa.text("''"), nullable=False
        ),
        sa.Column("column_mapping", JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column(
            "co2e_kg",
            sa.Numeric(precision=18, scale=4),
            server_default=sa.text("0"),
            nullable=False,
        ),
        sa.Column("xact", Xid8(), nullable=True),
        sa.CheckConstraint(
            "file_sha256 ~ '^([0-9a-f]{64})?$'", name=op.f("ck_import_jobs_file_sha256_hex")
        ),
        _clean("import_jobs", "filename"),
        sa.CheckConstraint(
            "jsonb_typeof(column_mapping) = 'object'",
            name=op.f("ck_import_jobs_column_mapping_object"),
        ),
        _clean("import_jobs", "kind"),
        _clean("import_jobs", "s3_key"),
        sa.CheckConstraint(
            "status IN ('pending', 'processing', 'completed', 'failed', 'undone')",
            name=op.f("ck_import_jobs_status_known"),
        ),
        sa.CheckConstraint(
            "co2e_kg >= 0 AND co2e_kg < 1e14", name=op.f("ck_import_jobs_co2e_kg_plausible")
        ),
        sa.CheckConstraint(
            "completed_at IS NULL OR completed_at >= created_at",
            name=op.f("ck_import_jobs_completed_after_created"),
        ),
        sa.CheckConstraint(
            "reporting_year BETWEEN 1990 AND 2100",
            name=op.f("ck_import_jobs_reporting_year_plausible"),
        ),
        sa.CheckConstraint(
            "rows_total >= 0 AND rows_valid >= 0 AND rows_error >= 0"
            " AND rows_valid + rows_error <= rows_total",
            name=op.f("ck_import_jobs_counts_add_up"),
        ),
        sa.ForeignKeyConstraint(
            ["lab_id"], ["laboratories.id"], name=op.f("fk_import_jobs_lab_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["uploader_id"], ["users.id"], name=op.f("fk_import_jobs_uploader_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_jobs")),
        sa.UniqueConstraint("id", "lab_id", name=op.f("uq_import_jobs_id_lab_id")),
    )
    op.create_index(
        op.f("ix_import_jobs_lab_id_file_sha256"),
        "import_jobs",
        ["lab_id", "file_sha256"],
        unique=False,
    )
    op.create_index(
        "ix_import_jobs_lab_newest",
        "import_jobs",
        ["lab_id", sa.literal_column("created_at DESC"), "id"],
        unique=False,
    )
    op.create_index(
        "ix_import_jobs_open",
        "import_jobs",
        ["status", sa.literal_column("created_at DESC")],
        unique=False,
        postgresql_where=sa.text("status <> 'completed'"),
    )
    op.create_table(
        "published_years",
        sa.Column("lab_id", UUID(), nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("published_by", UUID(), nullable=True),
        sa.Column(
            "published_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "year BETWEEN 1990 AND 2100", name=op.f("ck_published_years_year_plausible")
        ),
        sa.ForeignKeyConstraint(
            ["lab_id"],
            ["laboratories.id"],
            name=op.f("fk_published_years_lab_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["published_by"], ["users.id"], name=op.f("fk_published_years_published_by")
        ),
        sa.PrimaryKeyConstraint("lab_id", "year", name=op.f("pk_published_years")),
    )
    op.create_table(
        "results",
        sa.Column("lab_id", UUID(), nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("activity_type", sa.String(length=20), nullable=False),
        sa.Column("category", sa.String(length=100), nullable=False),
        sa.Column(
            "co2e_kg",
            sa.Numeric(precision=18, scale=4),
            server_default=sa.text("0"),
            nullable=False,
        ),
        sa.Column("activity_count", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("missing_count", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column(
            "computed_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "activity_count >= 0 AND missing_count >= 0 AND missing_count <= activity_count",
            name=op.f("ck_results_counts_add_up"),
        ),
        sa.ForeignKeyConstraint(
            ["lab_id"], ["laboratories.id"], name=op.f("fk_results_lab_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint(
            "lab_id", "year", "activity_type", "category", name=op.f("pk_results")
        ),
    )
    op.create_index(op.f("ix_results_year_lab_id"), "results", ["year", "lab_id"], unique=False)
    op.create_table(
        "user_roles",
        sa.Column("id", UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("user_id", UUID(), nullable=False),
        sa.Column("lab_id", UUID(), nullable=True),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("granted_by", UUID(), nullable=True),
        sa.Column(
            "granted_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "role <> 'admin' OR lab_id IS NULL", name=op.f("ck_user_roles_admin_everywhere")
        ),
        sa.CheckConstraint(
            "role IN ('viewer', 'lab_member', 'lab_manager', 'admin')",
            name=op.f("ck_user_roles_role_known"),
        ),
        sa.ForeignKeyConstraint(
            ["granted_by"], ["users.id"], name=op.f("fk_user_roles_granted_by"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["lab_id"], ["laboratories.id"], name=op.f("fk_user_roles_lab_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_user_roles_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_user_roles")),
        sa.UniqueConstraint(
            "user_id",
            "lab_id",
            name=op.f("uq_user_roles_user_id_lab_id"),
            postgresql_nulls_not_distinct=True,
        ),
    )
    op.create_index(op.f("ix_user_roles_lab_id"), "user_roles", ["lab_id"], unique=False)
    op.create_table(
        "value_mappings",
        sa.Column("lab_id", UUID(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("field", sa.String(length=100), nullable=False),
        sa.Column("value", sa.String(length=255), nullable=False),
        sa.Column("meaning", sa.String(length=255), nullable=False),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        _clean("value_mappings", "meaning"),
        _clean("value_mappings", "value"),
        sa.ForeignKeyConstraint(
            ["lab_id"],
            ["laboratories.id"],
            name=op.f("fk_value_mappings_lab_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("lab_id", "kind", "field", "value", name=op.f("pk_value_mappings")),
    )
    op.create_table(
        "import_rows",
        sa.Column("id", UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("import_job_id", UUID(), nullable=False),
        sa.Column("lab_id", UUID(), nullable=False),
        sa.Column("row_number", sa.Integer(), nullable=False),
        sa.Column("raw_data", JSONB(), nullable=False),
        sa.Column("validation_errors", JSONB(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column("fingerprint", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint(
            "jsonb_typeof(raw_data) = 'object'", name=op.f("ck_import_rows_raw_data_object")
        ),
        sa.CheckConstraint(
            "jsonb_typeof(validation_errors) = 'array'", name=op.f("ck_import_rows_errors_array")
        ),
        sa.CheckConstraint(
            "status IN ('valid', 'error', 'warning', 'skipped')",
            name=op.f("ck_import_rows_status_known"),
        ),
        sa.CheckConstraint(
            "octet_length(fingerprint) = 32", name=op.f("ck_import_rows_fingerprint_length")
        ),
        sa.CheckConstraint("row_number > 0", name=op.f("ck_import_rows_row_number_positive")),
        sa.ForeignKeyConstraint(
            ["import_job_id", "lab_id"],
            ["import_jobs.id", "import_jobs.lab_id"],
            name=op.f("fk_import_rows_import_job_id_lab_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_rows")),
        sa.UniqueConstraint(
            "import_job_id", "row_number", name=op.f("uq_import_rows_import_job_id_row_number")
        ),
    )
    op.create_index(
        "ix_import_rows_fingerprint",
        "import_rows",
        ["lab_id", "fingerprint"],
        unique=False,
        postgresql_where=sa.text("fingerprint IS NOT NULL"),
    )
    op.create_index(
        "ix_import_rows_worklist",
        "import_rows",
        ["import_job_id", "row_number"],
        unique=False,
        postgresql_where=sa.text("status = 'error'"),
    )
    op.create_table(
        "activities",
        sa.Column("id", UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("lab_id", UUID(), nullable=False),
        sa.Column("import_row_id", UUID(), nullable=True),
        sa.Column("activity_type", sa.String(length=20), nullable=False),
        sa.Column("category", sa.String(length=100), server_default=sa.text("''"), nullable=False),
        sa.Column(
            "subcategory", sa.String(length=100), server_default=sa.text("''"), nullable=False
        ),
        sa.Column("quantity", sa.Numeric(precision=15, scale=4), nullable=False),
        sa.Column("unit", sa.String(length=50), nullable=False),
        sa.Column("emission_factor_id", UUID(), nullable=True),
        sa.Column("co2e_kg", sa.Numeric(precision=15, scale=4), nullable=True),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "year",
            sa.Integer(),
            sa.Computed("(EXTRACT(year FROM date))::integer", persisted=True),
            nullable=False,
        ),
        sa.Column("note", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("attributes", JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("co2e_source", sa.String(length=20), nullable=False),
        sa.Column("factor_value", sa.Numeric(precision=20, scale=10), nullable=True),
        sa.Column("created_by", UUID(), nullable=True),
        sa.Column("updated_by", UUID(), nullable=True),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint(
            f"{_TEXTS} IS NFC NORMALIZED AND {_TEXTS} !~ '{_UNWANTED}'",
            name=op.f("ck_activities_clean"),
        ),
        sa.CheckConstraint(
            "(co2e_source = 'missing') = (co2e_kg IS NULL)",
            name=op.f("ck_activities_missing_has_no_co2e"),
        ),
        sa.CheckConstraint(
            "activity_type IN ('travel', 'energy', 'purchase', 'service')",
            name=op.f("ck_activities_activity_type_known"),
        ),
        sa.CheckConstraint(
            "co2e_source <> 'factor' OR factor_value IS NOT NULL",
            name=op.f("ck_activities_factor_is_known"),
        ),
        sa.CheckConstraint(
            "co2e_source IN ('factor', 'override', 'missing')",
            name=op.f("ck_activities_co2e_source_known"),
        ),
        sa.CheckConstraint(
            "date BETWEEN DATE '1990-01-01' AND DATE '2100-12-31'",
            name=op.f("ck_activities_date_plausible"),
        ),
        sa.CheckConstraint(
            "jsonb_typeof(attributes) = 'object'", name=op.f("ck_activities_attributes_object")
        ),
        sa.CheckConstraint(
            "note = '' OR (note IS NFC NORMALIZED AND char_length(note) <= 2000 AND note !~ '"
            + _UNWANTED_IN_NOTES
            + "')",
            name=op.f("ck_activities_note_clean"),
        ),
        sa.CheckConstraint(
            "co2e_kg >= 0 AND co2e_kg < 1e11", name=op.f("ck_activities_co2e_kg_plausible")
        ),
        sa.CheckConstraint(
            "factor_value >= 0 AND factor_value < 1e10", name=op.f("ck_activities_factor_plausible")
        ),
        sa.CheckConstraint(
            "quantity >= 0 AND quantity < 1e10", name=op.f("ck_activities_quantity_plausible")
        ),
        sa.ForeignKeyConstraint(
            ["created_by"], ["users.id"], name=op.f("fk_activities_created_by")
        ),
        sa.ForeignKeyConstraint(
            ["emission_factor_id"],
            ["emission_factors.id"],
            name=op.f("fk_activities_emission_factor_id"),
        ),
        sa.ForeignKeyConstraint(
            ["import_row_id"],
            ["import_rows.id"],
            name=op.f("fk_activities_import_row_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["lab_id"], ["laboratories.id"], name=op.f("fk_activities_lab_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["updated_by"], ["users.id"], name=op.f("fk_activities_updated_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activities")),
    )
    op.create_index(
        op.f("ix_activities_emission_factor_id"),
        "activities",
        ["emission_factor_id"],
        unique=False,
        postgresql_where=sa.text("emission_factor_id IS NOT NULL"),
    )
    op.create_index(
        op.f("ix_activities_import_row_id"),
        "activities",
        ["import_row_id"],
        unique=False,
        postgresql_where=sa.text("import_row_id IS NOT NULL"),
    )
    op.create_index(
        "ix_activities_lab_newest",
        "activities",
        ["lab_id", sa.literal_column("date DESC"), "id"],
        unique=False,
    )
    op.create_index(
        "ix_activities_missing_co2e",
        "activities",
        ["lab_id", "year"],
        unique=False,
        postgresql_where=sa.text("co2e_kg IS NULL"),
    )


def downgrade() -> None:
    """Remove all tables; the extension stays, others may use it."""
    op.drop_table("activities")
    op.drop_table("import_rows")
    op.drop_table("value_mappings")
    op.drop_table("user_roles")
    op.drop_table("results")
    op.drop_table("published_years")
    op.drop_table("import_jobs")
    op.drop_table("custom_factors")
    op.drop_table("column_mappings")
    op.drop_table("travel_factors")
    op.drop_table("purchase_factors")
    op.drop_table("laboratories")
    op.drop_table("energy_factors")
    op.drop_table("users")
    op.drop_table("schema_compat")
    op.drop_table("exchange_rates")
    op.drop_table("emission_factors")
    op.drop_table("audit_seals")
    op.drop_table("audit_logs")
    for function in ("search_query", "search_words", "f_unaccent"):
        op.execute(f"DROP FUNCTION public.{function}(text)")
