"""The laboratories, and the years of theirs that are published."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Computed, ForeignKey, Index, String, Text, text
from sqlalchemy.dialects.postgresql import ARRAY, TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column

from co2desk.database.tables.base import (
    Base,
    clean_text,
    generated_id,
    instant,
    plausible_year,
    version_number,
)


class LaboratoryTable(Base):
    """A laboratory; `members` are SCIPER numbers, `search` its words without accents."""

    __tablename__ = "laboratories"
    __table_args__ = (
        clean_text("code", required=True),
        clean_text("name", required=True),
        clean_text("faculty"),
        CheckConstraint(
            "array_position(members, NULL) IS NULL AND cardinality(members) <= 2000",
            name="members_bounded",
        ),
        CheckConstraint(
            "octet_length(array_to_string(members, ',')) <= 42000", name="members_short"
        ),
        CheckConstraint(
            "EXTRACT(year FROM archived_at) BETWEEN 1990 AND 2100", name="archived_at_plausible"
        ),
        Index("uq_laboratories_code_folded", text("lower(code)"), unique=True),
        Index("ix_laboratories_search", "search", postgresql_using="gin"),
        Index("ix_laboratories_members", "members", postgresql_using="gin"),
        Index(None, "faculty"),
    )

    id: Mapped[generated_id]
    code: Mapped[str] = mapped_column(String(50), unique=True)
    name: Mapped[str] = mapped_column(String(255))
    faculty: Mapped[str] = mapped_column(String(255), server_default=text("''"))
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    created_at: Mapped[instant]
    updated_at: Mapped[instant]
    members: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=text("'{}'"))
    archived_at: Mapped[datetime | None]
    version: Mapped[version_number]
    search: Mapped[str] = mapped_column(
        TSVECTOR,
        Computed(
            "public.search_words((code::text || ' ' || name || ' ' || faculty))", persisted=True
        ),
    )


class PublishedYearTable(Base):
    """A year whose activities are frozen until an administrator opens it again."""

    __tablename__ = "published_years"
    __table_args__ = (plausible_year("year"),)

    lab_id: Mapped[UUID] = mapped_column(
        ForeignKey("laboratories.id", ondelete="CASCADE"), primary_key=True
    )
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    published_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    published_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
