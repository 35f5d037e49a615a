"""How much CO2e an activity stands for: its quantity times its emission factor."""

from decimal import ROUND_HALF_UP, Context, Decimal

FOUR_DECIMALS = Decimal("0.0001")
QUANTITY_LIMIT = Decimal(10) ** 10
"""A quantity is below this: the column is NUMERIC(15,4), and the bound also keeps NaN out."""

CO2E_LIMIT = Decimal(10) ** 11
"""kg CO2e that NUMERIC(15,4) cannot hold any more."""

AMOUNTS = Context(prec=60, rounding=ROUND_HALF_UP)
"""Digits enough that no product of a quantity and a factor is rounded before its time."""


def rounded(amount: Decimal) -> Decimal:
    """Four decimals, halves away from zero: as PostgreSQL rounds when it stores NUMERIC(15,4)."""
    return amount.quantize(FOUR_DECIMALS, context=AMOUNTS)


def co2e_kg(quantity: Decimal, factor_value: Decimal | None) -> Decimal | None:
    """kg CO2e of `quantity` units at `factor_value` kg CO2e per unit.

    None without a factor: an unknown emission is not zero (GHG Protocol Corporate Standard,
    chapter 6: emissions are activity data times emission factor).
    """
    if factor_value is None:
        return None
    return rounded(AMOUNTS.multiply(quantity, factor_value))
