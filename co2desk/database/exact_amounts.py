"""Shows amounts as people wrote them, without the zeros that a column's scale adds."""

from decimal import Decimal


def trimmed(value: Decimal) -> Decimal:
    """Return `value` without trailing zeros after the point, and never with an exponent."""
    short = value.normalize()
    exponent = short.as_tuple().exponent
    return short.quantize(Decimal(1)) if isinstance(exponent, int) and exponent > 0 else short
