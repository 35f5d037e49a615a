"""The catalogue of emission factors: one table for all, one more for the details of each type."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, Computed, ForeignKey, Index, String, Text, text
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.schema import SchemaItem

from co2desk.database.tables.base import (
    Base,
    clean_text,
    exact,
    generated_id,
    instant,
    one_of,
    plausible_day,
    version_number,
)

_SEARCHED = "code::text || ' ' || name || ' ' || category || ' ' || subcategory || ' ' || source"


class FactorTable(Base):
    """kg CO2e (`value`) per `unit`, between two days where they are given."""

    __tablename__ = "emission_factors"
    __table_args__: tuple[SchemaItem, ...] = (
        one_of("factor_type", "travel", "energy", "purchase", "custom"),
        # The upper bound also stops NaN, which is greater than every number.
        CheckConstraint("value >= 0 AND value < 1e10", name="value_plausible"),
        CheckConstraint("valid_from <= valid_to", name="valid_in_order"),
        plausible_day("valid_from"),
        plausible_day("valid_to"),
        clean_text("code", required=True),
        clean_text("name", required=True),
        clean_text("category"),
        clean_text("subcategory"),
        clean_text("unit", required=True),
        clean_text("source"),
        Index(None, "factor_type", "category", "subcategory"),
        Index("ix_emission_factors_search", "search", postgresql_using="gin"),
    )
    __mapper_args__ = {"polymorphic_on": "factor_type"}  # noqa: RUF012

    id: Mapped[generated_id]
    code: Mapped[str] = mapped_column(String(100), unique=True)
    name: Mapped[str] = mapped_column(String(255))
    category: Mapped[str] = mapped_column(String(100), server_default=text("''"))
    subcategory: Mapped[str] = mapped_column(String(100), server_default=text("''"))
    value: Mapped[exact]
    unit: Mapped[str] = mapped_column(String(50))
    source: Mapped[str] = mapped_column(String(500), server_default=text("''"))
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    created_at: Mapped[instant]
    updated_at: Mapped[instant]
    factor_type: Mapped[str] = mapped_column(String(20))
    version: Mapped[version_number]
    search: Mapped[str] = mapped_column(
        TSVECTOR, Computed(f"public.search_words(({_SEARCHED}))", persisted=True)
    )


class TravelFactorTable(FactorTable):
    """What only a travel factor has."""

    __tablename__ = "travel_factors"
    __table_args__: tuple[SchemaItem, ...] = (
        clean_text("mode"),
        one_of("haul", "", "domestic", "short", "medium", "long", "international"),
        clean_text("cabin_class"),
        clean_text("country"),
        Index(None, "mode", "haul", "cabin_class", "country"),
    )
    __mapper_args__ = {"polymorphic_identity": "travel"}  # noqa: RUF012

    id: Mapped[UUID] = mapped_column(
        ForeignKey("emission_factors.id", ondelete="CASCADE"), primary_key=True
    )
    mode: Mapped[str] = mapped_column(String(40), server_default=text("''"))
    haul: Mapped[str] = mapped_column(String(20), server_default=text("''"))
    cabin_class: Mapped[str] = mapped_column(String(40), server_default=text("''"))
    country: Mapped[str] = mapped_column(String(40), server_default=text("''"))


class EnergyFactorTable(FactorTable):
    """What only an energy factor has; `heating_value` keeps net and gross apart."""

    __tablename__ = "energy_factors"
    __table_args__: tuple[SchemaItem, ...] = (
        clean_text("carrier"),
        clean_text("country"),
        one_of("heating_value", "", "net", "gross"),
    )
    __mapper_args__ = {"polymorphic_identity": "energy"}  # noqa: RUF012

    id: Mapped[UUID] = mapped_column(
        ForeignKey("emission_factors.id", ondelete="CASCADE"), primary_key=True
    )
    carrier: Mapped[str] = mapped_column(String(100), server_default=text("''"))
    country: Mapped[str] = mapped_column(String(40), server_default=text("''"))
    heating_value: Mapped[str] = mapped_column(String(20), server_default=text("''"))


class PurchaseFactorTable(FactorTable):
    """What only a purchase factor has."""

    __tablename__ = "purchase_factors"
    __table_args__: tuple[SchemaItem, ...] = (
        clean_text("purchase_code"),
        CheckConstraint("currency ~ '^([A-Z]{3})?$'", name="currency_code"),
        Index(None, "purchase_code"),
    )
    __mapper_args__ = {"polymorphic_identity": "purchase"}  # noqa: RUF012

    id: Mapped[UUID] = mapped_column(
        ForeignKey("emission_factors.id", ondelete="CASCADE"), primary_key=True
    )
    purchase_code: Mapped[str] = mapped_column(String(50), server_default=text("''"))
    currency: Mapped[str] = mapped_column(String(3), server_default=text("''"))


class CustomFactorTable(FactorTable):
    """A factor of one laboratory, seen by that laboratory only; without one, everybody's."""

    __tablename__ = "custom_factors"
    __table_args__: tuple[SchemaItem, ...] = (clean_text("justification"), Index(None, "lab_id"))
    __mapper_args__ = {"polymorphic_identity": "custom"}  # noqa: RUF012

    id: Mapped[UUID] = mapped_column(
        ForeignKey("emission_factors.id", ondelete="CASCADE"), primary_key=True
    )
    lab_id: Mapped[UUID | None] = mapped_column(ForeignKey("laboratories.id", ondelete="CASCADE"))
    justification: Mapped[str] = mapped_column(Text, server_default=text("''"))
