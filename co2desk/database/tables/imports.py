"""Import jobs and their rows as the file had them."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    String,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from co2desk.database.tables.base import (
    Base,
    Xid8,
    clean_text,
    generated_id,
    instant,
    one_of,
    plausible_year,
    total,
)


class ImportJobTable(Base):
    """An import; its id is made by the client, so that sending it twice commits it once.

    `xact` is the transaction that wrote the job: what it brought along is audited as one entry and
    added to the results when it is `settled`, at its commit.
    """

    __tablename__ = "import_jobs"
    __table_args__ = (
        one_of("status", "pending", "processing", "completed", "failed", "undone"),
        CheckConstraint(
            "rows_total >= 0 AND rows_valid >= 0 AND rows_error >= 0"
            " AND rows_valid + rows_error <= rows_total",
            name="counts_add_up",
        ),
        CheckConstraint("co2e_kg >= 0 AND co2e_kg < 1e14", name="co2e_kg_plausible"),
        CheckConstraint("file_sha256 ~ '^([0-9a-f]{64})?$'", name="file_sha256_hex"),
        CheckConstraint("jsonb_typeof(column_mapping) = 'object'", name="column_mapping_object"),
        CheckConstraint(
            "completed_at IS NULL OR completed_at >= created_at", name="completed_after_created"
        ),
        CheckConstraint("pg_column_size(column_mapping) <= 1048576", name="column_mapping_bounded"),
        CheckConstraint(
            "EXTRACT(year FROM completed_at) BETWEEN 1990 AND 2100", name="completed_at_plausible"
        ),
        plausible_year("reporting_year"),
        clean_text("filename"),
        clean_text("kind"),
        clean_text("s3_key"),
        UniqueConstraint("id", "lab_id"),
        Index(
            "ix_import_jobs_open",
            "status",
            text("created_at DESC"),
            postgresql_where=text("status <> 'completed'"),
        ),
        Index("ix_import_jobs_pending", "xact", postgresql_where=text("NOT settled")),
        Index("ix_import_jobs_lab_newest", "lab_id", text("created_at DESC"), "id"),
        Index(None, "lab_id", "file_sha256"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    lab_id: Mapped[UUID] = mapped_column(ForeignKey("laboratories.id", ondelete="CASCADE"))
    uploader_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    filename: Mapped[str] = mapped_column(String(255))
    s3_key: Mapped[str] = mapped_column(String(1024), server_default=text("''"))
    status: Mapped[str] = mapped_column(String(20), server_default=text("'pending'"))
    rows_total: Mapped[int] = mapped_column(server_default=text("0"))
    rows_valid: Mapped[int] = mapped_column(server_default=text("0"))
    rows_error: Mapped[int] = mapped_column(server_default=text("0"))
    created_at: Mapped[instant]
    completed_at: Mapped[datetime | None]
    kind: Mapped[str] = mapped_column(String(40), server_default=text("''"))
    reporting_year: Mapped[int | None]
    file_sha256: Mapped[str] = mapped_column(String(64), server_default=text("''"))
    column_mapping: Mapped[dict[str, Any]] = mapped_column(JSONB, server_default=text("'{}'"))
    co2e_kg: Mapped[total] = mapped_column(server_default=text("0"))
    xact: Mapped[int | None] = mapped_column(Xid8)
    settled: Mapped[bool] = mapped_column(server_default=text("false"))


class ImportRowTable(Base):
    """A row of a file; `fingerprint` is the same for rows that say the same in any file."""

    __tablename__ = "import_rows"
    __table_args__ = (
        ForeignKeyConstraint(
            ["import_job_id", "lab_id"],
            ["import_jobs.id", "import_jobs.lab_id"],
            ondelete="CASCADE",
        ),
        one_of("status", "valid", "error", "warning", "skipped"),
        CheckConstraint("row_number > 0", name="row_number_positive"),
        CheckConstraint("octet_length(fingerprint) = 32", name="fingerprint_length"),
        CheckConstraint("jsonb_typeof(raw_data) = 'object'", name="raw_data_object"),
        CheckConstraint("jsonb_typeof(validation_errors) = 'array'", name="errors_array"),
        CheckConstraint("pg_column_size(raw_data) <= 16777216", name="raw_data_bounded"),
        CheckConstraint("pg_column_size(validation_errors) <= 16777216", name="errors_bounded"),
        UniqueConstraint("import_job_id", "row_number"),
        Index(
            "ix_import_rows_fingerprint",
            "lab_id",
            "fingerprint",
            postgresql_where=text("fingerprint IS NOT NULL"),
        ),
        Index(
            "ix_import_rows_worklist",
            "import_job_id",
            "row_number",
            postgresql_where=text("status = 'error'"),
        ),
    )

    id: Mapped[generated_id]
    import_job_id: Mapped[UUID]
    lab_id: Mapped[UUID]
    row_number: Mapped[int]
    raw_data: Mapped[dict[str, Any]] = mapped_column(JSONB)
    validation_errors: Mapped[list[Any]] = mapped_column(JSONB, server_default=text("'[]'"))
    status: Mapped[str] = mapped_column(String(20))
    created_at: Mapped[instant]
    fingerprint: Mapped[bytes | None] = mapped_column(LargeBinary)
