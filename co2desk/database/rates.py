"""Yearly exchange rates."""

from collections.abc import Iterable

from sqlalchemy import text
from sqlalchemy.orm import Session

from co2desk.database.exact_amounts import trimmed
from co2desk.domain.reference import ExchangeRate


class ExchangeRates:
    """The rates that spending is converted with."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> dict[tuple[str, int], ExchangeRate]:
        """All rates by currency and year."""
        rows = self._session.execute(
            text("SELECT currency, year, per_eur, source FROM exchange_rates")
        )
        return {
            (row.currency, row.year): ExchangeRate(
                row.currency, row.year, trimmed(row.per_eur), row.source
            )
            for row in rows
        }

    def save(self, rates: Iterable[ExchangeRate]) -> int:
        """Add rates or change them; returns how many are new or different."""
        changed = 0
        for rate in rates:
            result = self._session.execute(
                text(
                    """INSERT INTO exchange_rates AS r (currency, year, per_eur, source)
                       VALUES (:currency, :year, :per_eur, :source)
                       ON CONFLICT (currency, year) DO UPDATE
                       SET per_eur = excluded.per_eur, source = excluded.source
                       WHERE (r.per_eur, r.source) <> (excluded.per_eur, excluded.source)
                       RETURNING 1"""
                ),
                {
                    "currency": rate.currency,
                    "year": rate.year,
                    "per_eur": rate.per_eur,
                    "source": rate.source,
                },
            )
            changed += result.first() is not None
        return changed
