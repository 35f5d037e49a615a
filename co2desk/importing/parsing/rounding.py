"""A number brought to the decimals that are kept, without losing sight of what was lost."""

from decimal import Context, Decimal

from co2desk.domain.emission import AMOUNTS

_DOUBLE = Context(prec=15)
"""The digits of a binary number that mean something: 0.30000000000000004 was meant as 0.3."""


class RoundedNumber(Decimal):
    """A number of fewer decimals than were written, which the person has to be told."""


def kept_number(number: Decimal, decimals: int) -> Decimal:
    """`number` with `decimals` at most: a RoundedNumber if that changed what was written."""
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and exponent >= -decimals:
        return number
    kept = number.quantize(Decimal(1).scaleb(-decimals), context=AMOUNTS)
    return kept if kept in (number, _DOUBLE.plus(number)) else RoundedNumber(kept)
