"""Units of activity data: how people write them, and how one converts into another."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from co2desk.domain.plain_words import plain_words

if TYPE_CHECKING:
    import pint

_SPELLING_OF = "<-"


@dataclass(frozen=True)
class Units:
    """The units that a file may name; built once from `resources/units.txt` and then shared.

    `exact` maps a spelling letter by letter to the normalised unit (`Ml` is not `ml`), `loose` the
    spelling without case, accents, spaces and marks. Both normalised units and their dimensions
    are pint's: `passenger*km` cannot become `km`, nor m3 of gas kWh. Units() knows no unit.
    """

    definitions: tuple[str, ...] = ()
    exact: Mapping[str, str] = field(default_factory=dict, repr=False)
    loose: Mapping[str, str] = field(default_factory=dict, repr=False)
    _factors: dict[tuple[str, str], Decimal | None] = field(
        default_factory=dict, repr=False, compare=False
    )

    @classmethod
    def from_lines(cls, lines: Iterable[str]) -> "Units":
        """Build from the lines of the definitions file, whose head explains its notation."""
        definitions: list[str] = []
        exact: dict[str, str] = {}
        loose: dict[str, str | None] = {}
        for line in lines:
            text = line.partition("#")[0].strip()
            if _SPELLING_OF in text:
                unit, _, spellings = text.partition(_SPELLING_OF)
                unit = unit.strip()
                names = [unit, *(name.strip() for name in spellings.split(","))]
            elif "=" in text:
                definitions.append(text)
                unit = text.partition("=")[0].strip()
                names = [unit]
            else:
                continue
            for name in names:
                exact[name] = unit
                squeezed = _squeezed(name)
                # What only case tells apart cannot be found without regard to case.
                loose[squeezed] = unit if loose.get(squeezed, unit) == unit else None
        found = {name: unit for name, unit in loose.items() if unit is not None and name}
        return cls(tuple(definitions), exact, found)

    def normalised(self, text: str) -> str | None:
        """The unit meant by `text` (`Personenkilometer` -> `passenger*km`); None: unknown."""
        stripped = text.strip()
        return self.exact.get(stripped) or self.loose.get(_squeezed(stripped))

    def factor(self, source: str, target: str) -> Decimal | None:
        """By how much an amount in `source` is multiplied to be in `target`.

        Both are normalised units. None where one cannot become the other.
        """
        if source == target:
            return Decimal(1)
        key = (source, target)
        if key not in self._factors:
            self._factors[key] = self._computed_factor(source, target)
        return self._factors[key]

    def convertible_into(self, target: str) -> tuple[str, ...]:
        """The normalised units that can be converted into `target`, itself first."""
        others = sorted(set(self.exact.values()) - {target}, key=str.casefold)
        return (target, *(unit for unit in others if self.factor(unit, target) is not None))

    def __getstate__(self) -> dict[str, object]:
        """Leave the registry out: another process builds its own if it needs one."""
        return {name: value for name, value in self.__dict__.items() if name != "_registry"}

    @cached_property
    def _registry(self) -> "pint.UnitRegistry[Decimal]":
        import pint  # takes 0.2 s, and a file in its factors' own units never needs it

        registry: pint.UnitRegistry[Decimal] = pint.UnitRegistry(None, non_int_type=Decimal)
        registry.load_definitions(list(self.definitions))
        return registry

    def _computed_factor(self, source: str, target: str) -> Decimal | None:
        import pint

        try:
            return Decimal(self._registry.convert(Decimal(1), source, target))
        except (pint.DimensionalityError, pint.UndefinedUnitError):
            return None


def _squeezed(text: str) -> str:
    return plain_words(text).replace(" ", "")
