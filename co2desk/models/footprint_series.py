"""Results as series for charts: bars of years, months or laboratories, and their categories."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from co2desk.domain.activity import ActivityType
from co2desk.domain.footprint import MonthRow, ResultRow

Key = TypeVar("Key", int, str)


@dataclass(frozen=True, slots=True)
class Stacked:
    """kg CO2e by type, stacked on keys (years, months 1 to 12, or laboratories).

    `values[type][i]` belongs to `keys[i]`.
    """

    keys: tuple[int, ...] | tuple[str, ...]
    values: dict[ActivityType, tuple[Decimal, ...]]

    def totals(self) -> tuple[Decimal, ...]:
        """kg CO2e of each key."""
        parts = self.values.values()
        return tuple(sum((one[at] for one in parts), Decimal()) for at in range(len(self.keys)))

    def type_at(self, at: int, kg: Decimal) -> ActivityType | None:
        """The type whose part of bar `at` reaches over `kg`; None above the bar."""
        top = Decimal()
        for kind, values in self.values.items():
            top += values[at]
            if kg < top:
                return kind
        return None


@dataclass(frozen=True, slots=True)
class Share:
    """kg CO2e of one category."""

    activity_type: ActivityType
    category: str
    co2e_kg: Decimal
    missing_count: int


def stacked_years(rows: Sequence[ResultRow]) -> Stacked:
    """Add up by year, oldest first; every type has a value in every year."""
    sums = _sums((row.activity_type, row.year, row.co2e_kg) for row in rows)
    return _stacked(sums, tuple(sorted({row.year for row in rows})))


def stacked_labs(rows: Sequence[ResultRow], most: int) -> Stacked:
    """Add up by laboratory, the largest first, `most` of them."""
    sums = _sums((row.activity_type, row.lab_code, row.co2e_kg) for row in rows)
    totals: dict[str, Decimal] = defaultdict(Decimal)
    for (_, lab), kg in sums.items():
        totals[lab] += kg
    largest = sorted(totals, key=lambda lab: (-totals[lab], lab))[:most]
    return _stacked(sums, tuple(largest))


def stacked_months(rows: Sequence[MonthRow]) -> Stacked:
    """The twelve months of a year, those without activities too."""
    sums = _sums((row.activity_type, row.month, row.co2e_kg) for row in rows)
    return _stacked(sums, tuple(range(1, 13)) if rows else ())


def _sums(
    parts: Iterable[tuple[ActivityType, Key, Decimal]],
) -> dict[tuple[ActivityType, Key], Decimal]:
    sums: dict[tuple[ActivityType, Key], Decimal] = defaultdict(Decimal)
    for kind, key, kg in parts:
        sums[kind, key] += kg
    return sums


def _stacked(sums: Mapping[tuple[ActivityType, Key], Decimal], keys: tuple[Key, ...]) -> Stacked:
    kinds = [kind for kind in ActivityType if any(kind is one for one, _ in sums)]
    none = Decimal()
    return Stacked(
        keys, {kind: tuple(sums.get((kind, key), none) for key in keys) for kind in kinds}
    )


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
