"""Amounts in a table for people: the same decimals down a column. Files and JSON stay exact."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

_TENTH = Decimal("0.1")
_SEEN_AS_NOTHING = Decimal("0.05")
_DECIMALS_AT_MOST = 4


def plain_number(value: Decimal) -> str:
    """A decimal without exponent and without trailing zeros: 197.3, 0.0000075, 1200."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def kilograms(kg: Decimal) -> str:
    """Kilograms of CO2e with one decimal; what is less than half of that is not shown as 0."""
    if kg and abs(kg) < _SEEN_AS_NOTHING:
        return "<0.1" if kg > 0 else ">-0.1"
    return format(kg.quantize(_TENTH, ROUND_HALF_UP), "f")


def decimals_of(amounts: Iterable[Decimal]) -> int:
    """As many decimals as the most exact of `amounts` has, at most four."""
    return max(
        (min(_decimals(amount), _DECIMALS_AT_MOST) for amount in amounts if amount), default=0
    )


def with_decimals(amount: Decimal, decimals: int) -> str:
    """The amount with so many decimals; one that needs more keeps them, as none may be lost."""
    if _decimals(amount) > decimals:
        return plain_number(amount)
    return format(amount, f".{decimals}f")


def _decimals(amount: Decimal) -> int:
    text = plain_number(amount)
    return len(text) - text.index(".") - 1 if "." in text else 0
