"""One field of a kind of file, declared as data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class FieldType(StrEnum):
    """How a cell of the field is read."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"  # one of `choices`, in any of their words
    WORD = "word"  # a word of `choices` where it is one, else the text as it is
    UNIT = "unit"
    CURRENCY = "currency"
    AIRPORT = "airport"
    FACTOR = "factor"
    LAB = "lab"
    COUNTRY = "country"  # ISO 3166 code, or one of the words of `choices`


@dataclass(frozen=True, slots=True)
class Field:
    """A field: how it is named in files, how its cells are read, and what may stand in them.

    `synonyms` are headers in three languages; case, accents, spaces and marks do not count.
    `choices` maps each value to the words that people write for it. `unit` is that of a number
    without a unit column. `fixed`: a template may fill it in beforehand, so alone it does not make
    a row filled in. `free`: its text decides nothing, it is only kept. `kg_per`: "kg CO2e per"
    may stand before the unit. `whole` numbers are at least 1; others have `decimals` at most, and
    more are rounded off.
    """

    name: str
    type: FieldType = FieldType.TEXT
    required: bool = False
    synonyms: tuple[str, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unit: str = ""
    default: str = ""
    fixed: bool = False
    free: bool = False
    kg_per: bool = False
    whole: bool = False
    below: Decimal = Decimal(10) ** 10
    decimals: int = 4
    longest: int = 200

    @property
    def is_amount(self) -> bool:
        """Whether any number from 0 to 10**9 with four decimals may stand in the field."""
        wide = self.below >= Decimal(10) ** 9 and self.decimals >= 4
        return self.type is FieldType.NUMBER and wide and not self.whole


def synonyms(text: str) -> tuple[str, ...]:
    """The headers in `text`, one after the other, parted by commas."""
    return tuple(word.strip() for word in text.split(",") if word.strip())
