"""The declarative table classes: one module per noun."""

from co2desk.database.tables import (
    activities,
    audit,
    compatibility,
    factors,
    imports,
    laboratories,
    mappings,
    people,
    rates,
    results,
)
from co2desk.database.tables.base import Base

__all__ = [
    "Base",
    "activities",
    "audit",
    "compatibility",
    "factors",
    "imports",
    "laboratories",
    "mappings",
    "people",
    "rates",
    "results",
]
