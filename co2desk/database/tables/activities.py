"""The activities of laboratories and the CO2e they stand for."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Computed, ForeignKey, Index, Numeric, String, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from co2desk.database.tables.base import (
    UNWANTED,
    UNWANTED_IN_NOTES,
    Base,
    amount,
    generated_id,
    instant,
    one_of,
    plausible_day,
    version_number,
)

# One look at all short texts together: a hundred thousand rows pass here with every import. No
# character combines with the bar, so the whole is NFC exactly when every part is.
_TEXTS = "(category::text || '|' || subcategory || '|' || unit)"


class ActivityTable(Base):
    """What was done, how much of it, and kg CO2e as computed then.

    `factor_value` is the factor as used: a later change of the factor rewrites nothing by itself.
    """

    __tablename__ = "activities"
    __table_args__ = (
        one_of("activity_type", "travel", "energy", "purchase", "service"),
        one_of("co2e_source", "factor", "override", "missing"),
        # The upper bounds also stop NaN, which is greater than every number.
        CheckConstraint("quantity >= 0 AND quantity < 1e10", name="quantity_plausible"),
        CheckConstraint("co2e_kg >= 0 AND co2e_kg < 1e11", name="co2e_kg_plausible"),
        CheckConstraint("factor_value >= 0 AND factor_value < 1e10", name="factor_plausible"),
        CheckConstraint(
            "(co2e_source = 'missing') = (co2e_kg IS NULL)", name="missing_has_no_co2e"
        ),
        CheckConstraint(
            "co2e_source <> 'factor' OR factor_value IS NOT NULL", name="factor_is_known"
        ),
        CheckConstraint("jsonb_typeof(attributes) = 'object'", name="attributes_object"),
        CheckConstraint("pg_column_size(attributes) <= 65536", name="attributes_bounded"),
        CheckConstraint("version > 0 AND version < 1000000000", name="version_bounded"),
        CheckConstraint(f"{_TEXTS} IS NFC NORMALIZED AND {_TEXTS} !~ '{UNWANTED}'", name="clean"),
        CheckConstraint(
            "note = '' OR (note IS NFC NORMALIZED AND char_length(note) <= 2000"
            f" AND note !~ '{UNWANTED_IN_NOTES}')",
            name="note_clean",
        ),
        plausible_day("date"),
        Index("ix_activities_lab_newest", "lab_id", text("date DESC"), "id"),
        Index(
            "ix_activities_sort_newest",
            "lab_id",
            "activity_type",
            "category",
            text("date DESC"),
            "id",
        ),
        Index(None, "import_row_id", postgresql_where=text("import_row_id IS NOT NULL")),
        Index(None, "emission_factor_id", postgresql_where=text("emission_factor_id IS NOT NULL")),
        Index(
            "ix_activities_missing_co2e",
            "lab_id",
            "year",
            postgresql_where=text("co2e_kg IS NULL"),
        ),
    )

    id: Mapped[generated_id]
    lab_id: Mapped[UUID] = mapped_column(ForeignKey("laboratories.id", ondelete="CASCADE"))
    # Deferred, so that a laboratory can go with all its rows in whichever order they fall.
    import_row_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("import_rows.id", deferrable=True, initially="DEFERRED")
    )
    activity_type: Mapped[str] = mapped_column(String(20))
    category: Mapped[str] = mapped_column(String(100), server_default=text("''"))
    subcategory: Mapped[str] = mapped_column(String(100), server_default=text("''"))
    quantity: Mapped[amount]
    unit: Mapped[str] = mapped_column(String(50))
    emission_factor_id: Mapped[UUID | None] = mapped_column(ForeignKey("emission_factors.id"))
    co2e_kg: Mapped[Decimal | None] = mapped_column(Numeric(15, 4))
    date: Mapped[date]
    created_at: Mapped[instant]
    year: Mapped[int] = mapped_column(
        Computed("(EXTRACT(year FROM date))::integer", persisted=True)
    )
    note: Mapped[str] = mapped_column(Text, server_default=text("''"))
    attributes: Mapped[dict[str, Any]] = mapped_column(JSONB, server_default=text("'{}'"))
    co2e_source: Mapped[str] = mapped_column(String(20))
    factor_value: Mapped[Decimal | None] = mapped_column(Numeric(20, 10))
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    updated_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    updated_at: Mapped[instant]
    version: Mapped[version_number]
    words: Mapped[str] = mapped_column(
        Text,
        Computed(
            "public.plain_words((category::text || ' ' || subcategory || ' ' || note))",
            persisted=True,
        ),
    )
