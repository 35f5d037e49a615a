"""Numbers and dates as the person's locale writes them; the language of the window is another."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_EVEN, Decimal

from PySide6.QtCore import QLocale

_ISO = "yyyy-MM-dd"
_KG_PER_TONNE = 1000
_TONNES_FROM = Decimal(10_000)
# Beyond this, "8.000000000001" would fill a column; the whole value is in the tooltip.
_MOST_DECIMALS = 10


@dataclass(frozen=True, slots=True)
class Formats:
    """Writes Decimals and dates without ever passing through a float."""

    decimal_mark: str
    group_mark: str
    date_pattern: str

    @classmethod
    def of(cls, locale: QLocale) -> "Formats":
        """The conventions of a locale; years always have four digits."""
        pattern = locale.dateFormat(QLocale.FormatType.ShortFormat)
        if locale.language() == QLocale.Language.C:  # nobody's habit; ISO is read everywhere
            pattern = _ISO
        if "yyyy" not in pattern:
            pattern = pattern.replace("yy", "yyyy")
        return cls(
            locale.decimalPoint(),
            # Qt writes the Swiss mark as a straight apostrophe on some systems.
            locale.groupSeparator().replace("'", "’"),
            _padded(pattern),
        )

    def number(self, value: Decimal | int, decimals: int | None = None) -> str:
        """A number with separators; without `decimals`, as many as it has."""
        exact = Decimal(value)
        if decimals is not None:
            exact = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_EVEN)
        else:
            exact = _without_trailing_zeros(exact)
        plain = f"{exact:,f}".replace("-", "−")
        return plain.translate({ord(","): self.group_mark, ord("."): self.decimal_mark})

    def counted(self, text: str, count: int) -> str:
        """`text`, a sentence of Qt's about `count` things, with the number's separators."""
        return text.replace(str(count), self.number(count), 1)

    def amount(self, value: Decimal) -> str:
        """A quantity with two decimals, so that columns line up; more where two would hide it."""
        return self.number(value, 2 if not value or abs(value) >= Decimal("0.01") else None)

    def kg(self, value: Decimal, decimals: int = 1) -> str:
        """kg CO2e with its unit."""
        return f"{self.number(value, decimals)} kg CO₂e"

    def co2e(self, value: Decimal) -> str:
        """kg or t CO2e, by size."""
        if abs(value) >= _TONNES_FROM:
            return f"{self.number(value / _KG_PER_TONNE, 1)} t CO₂e"
        return self.kg(value)

    def day(self, value: date) -> str:
        """A date in the order of the locale."""
        return (
            self.date_pattern.replace("yyyy", f"{value.year:04}")
            .replace("MM", f"{value.month:02}")
            .replace("dd", f"{value.day:02}")
        )

    def moment(self, value: datetime) -> str:
        """Date and time of day, in the time zone of this computer."""
        local = value.astimezone() if value.tzinfo else value
        return f"{self.day(local.date())} {local:%H:%M}"


def _padded(pattern: str) -> str:
    """The date pattern with two digits for day and month: columns of dates line up."""
    for letter in "dM":
        if letter * 2 not in pattern:
            pattern = pattern.replace(letter, letter * 2)
    return pattern


def _without_trailing_zeros(value: Decimal) -> Decimal:
    rounded = round(value, _MOST_DECIMALS)
    whole = rounded.to_integral_value()
    return whole if rounded == whole else rounded.normalize()
