"""Brings activities along with a changed emission factor, and says before what that would do."""

import json
from collections.abc import Mapping
from decimal import Decimal

from sqlalchemy import text
from sqlalchemy.orm import Session

from co2desk.domain.footprint import FactorEffect
from co2desk.domain.ids import FactorId

# kg CO2e of an activity under the new value: from its quantity, where its unit can be converted
# exactly into the factor's; else in proportion to what it was computed with.
_NEW = """round(CASE
    WHEN c.per_unit IS NOT NULL THEN a.quantity * c.per_unit * CAST(:value AS numeric)
    WHEN a.factor_value = CAST(:value AS numeric) THEN a.co2e_kg
    WHEN a.factor_value > 0 THEN a.co2e_kg * CAST(:value AS numeric) / a.factor_value
    ELSE a.co2e_kg END, 4)"""
_CONVERSIONS = """LEFT JOIN LATERAL (
    SELECT (CAST(:conversions AS jsonb) ->> a.unit)::numeric AS per_unit
) AS c ON true"""
_PREVIEW = f"""
SELECT l.code, a.year, count(*) AS activities, sum(a.co2e_kg) AS before_kg,
    sum(CASE WHEN p.year IS NULL THEN {_NEW} ELSE a.co2e_kg END) AS after_kg,
    p.year IS NOT NULL AS published
FROM activities AS a
JOIN laboratories AS l ON l.id = a.lab_id
LEFT JOIN published_years AS p ON (p.lab_id, p.year) = (a.lab_id, a.year)
{_CONVERSIONS}
WHERE a.emission_factor_id = :factor_id AND a.co2e_source = 'factor'
GROUP BY l.code, a.year, p.year
ORDER BY l.code, a.year
"""
# UPDATE .. FROM cannot join sideways to its own target, so the new values come from a subquery.
_APPLY = f"""
UPDATE activities AS t SET co2e_kg = n.co2e_kg, factor_value = CAST(:value AS numeric)
FROM (
    SELECT a.id, {_NEW} AS co2e_kg
    FROM activities AS a
    {_CONVERSIONS}
    WHERE a.emission_factor_id = :factor_id AND a.co2e_source = 'factor'
        AND NOT EXISTS (
            SELECT FROM published_years AS p WHERE (p.lab_id, p.year) = (a.lab_id, a.year))
) AS n
WHERE t.id = n.id
    AND (t.co2e_kg, t.factor_value) IS DISTINCT FROM (n.co2e_kg, CAST(:value AS numeric))
"""
_UNITS = """
SELECT DISTINCT unit FROM activities
WHERE emission_factor_id = :factor_id AND co2e_source = 'factor' ORDER BY unit
"""


class Recalculation:
    """What a factor's new value does to the activities that were computed with the factor.

    `conversions` gives, for units of activities, how many units of the factor one of them is
    (`{"MWh": 1000}` for a factor per kWh); units not in it keep their proportion.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def units(self, factor_id: FactorId) -> tuple[str, ...]:
        """The units of the activities that use a factor, to be converted."""
        return tuple(self._session.scalars(text(_UNITS), {"factor_id": factor_id}))

    def preview(
        self, factor_id: FactorId, value: Decimal, conversions: Mapping[str, Decimal]
    ) -> tuple[FactorEffect, ...]:
        """Which laboratories and years would change by how much; published years would not."""
        rows = self._session.execute(text(_PREVIEW), _given(factor_id, value, conversions))
        return tuple(
            FactorEffect(
                row.code, row.year, row.activities, row.before_kg, row.after_kg, row.published
            )
            for row in rows
        )

    def apply(self, factor_id: FactorId, value: Decimal, conversions: Mapping[str, Decimal]) -> int:
        """Compute the activities anew; returns how many changed.

        Raises:
            DatabaseProblem: NOT_PERMITTED, YEAR_PUBLISHED (published at this very moment).
        """
        self._session.execute(text("SET LOCAL statement_timeout = '10min'"))
        result = self._session.execute(text(_APPLY), _given(factor_id, value, conversions))
        return int(result.rowcount)  # type: ignore[attr-defined]


def _given(
    factor_id: FactorId, value: Decimal, conversions: Mapping[str, Decimal]
) -> dict[str, object]:
    exact = {unit: str(ratio) for unit, ratio in conversions.items()}
    return {"factor_id": factor_id, "value": value, "conversions": json.dumps(exact)}
