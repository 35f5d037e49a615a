"""A laboratory's CO2e by year, type and category, as the database keeps it up to date."""

from dataclasses import dataclass
from decimal import Decimal

from co2desk.domain.activity import ActivityType


@dataclass(frozen=True, slots=True)
class ResultRow:
    """kg CO2e of one laboratory, year, type and category; `missing_count` activities have none."""

    lab_code: str
    year: int
    activity_type: ActivityType
    category: str
    co2e_kg: Decimal
    activity_count: int
    missing_count: int


@dataclass(frozen=True, slots=True)
class MonthRow:
    """kg CO2e of one laboratory, type and category in one month (1 to 12) of a year."""

    lab_code: str
    year: int
    month: int
    activity_type: ActivityType
    co2e_kg: Decimal
    category: str = ""


@dataclass(frozen=True, slots=True)
class FactorEffect:
    """What a changed factor would do to a laboratory's year; `published` years stay as they are."""

    lab_code: str
    year: int
    activity_count: int
    before_kg: Decimal
    after_kg: Decimal
    published: bool = False
