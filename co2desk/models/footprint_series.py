"""Results as series for charts: stacked years, and the breakdown of one year."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from co2desk.domain.activity import ActivityType
from co2desk.domain.footprint import ResultRow


@dataclass(frozen=True, slots=True)
class StackedYears:
    """kg CO2e by type and year; `values[type][i]` belongs to `years[i]`, oldest first."""

    years: tuple[int, ...]
    values: dict[ActivityType, tuple[Decimal, ...]]


@dataclass(frozen=True, slots=True)
class Share:
    """kg CO2e of one category."""

    activity_type: ActivityType
    category: str
    co2e_kg: Decimal
    missing_count: int


def stacked_years(rows: Sequence[ResultRow]) -> StackedYears:
    """Add up by year and type; every type has a value in every year."""
    sums: dict[tuple[ActivityType, int], Decimal] = defaultdict(Decimal)
    for row in rows:
        sums[row.activity_type, row.year] += row.co2e_kg
    years = tuple(sorted({row.year for row in rows}))
    kinds = [kind for kind in ActivityType if any(row.activity_type is kind for row in rows)]
    return StackedYears(years, {kind: tuple(sums[kind, year] for year in years) for kind in kinds})


def breakdown(rows: Sequence[ResultRow]) -> list[Share]:
    """Add up by category, the largest first."""
    sums: dict[tuple[ActivityType, str], Decimal] = defaultdict(Decimal)
    missing: dict[tuple[ActivityType, str], int] = defaultdict(int)
    for row in rows:
        sums[row.activity_type, row.category] += row.co2e_kg
        missing[row.activity_type, row.category] += row.missing_count
    shares = [
        Share(kind, category, kg, missing[kind, category]) for (kind, category), kg in sums.items()
    ]
    shares.sort(key=lambda share: -share.co2e_kg)
    return shares
