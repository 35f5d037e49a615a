"""Units of activity data: how people write them, and how one converts into another."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from co2desk.domain.plain_words import loses_letters, plain_words

if TYPE_CHECKING:
    import pint

_SPELLING_OF = "<-"


@dataclass(frozen=True, slots=True)
class _Definitions:
    dimensions: tuple[str, ...]  # lines for pint
    exact: Mapping[str, str]  # spelling letter by letter -> unit, for Ml is not ml
    loose: Mapping[str, str]  # spelling without case, accents, spaces and marks -> unit


class Units:
    """The units that a file may name, with all the ways to write them; built once and shared.

    `lines` gives the lines of `resources/units.txt` (whose head explains the notation) when they
    are first needed. Dimensions are pint's: `passenger*km` cannot become `km`, nor m3 of gas kWh.
    Units() knows no unit.
    """

    def __init__(self, lines: Callable[[], Iterable[str]] = tuple) -> None:
        self._lines = lines
        self._factors: dict[tuple[str, str], Decimal | None] = {}

    def normalised(self, text: str) -> str | None:
        """The unit meant by `text` (`Personenkilometer` -> `passenger*km`); None: unknown."""
        stripped = text.strip()
        known = self._definitions
        if (unit := known.exact.get(stripped)) or loses_letters(stripped):
            return unit
        return known.loose.get(_squeezed(stripped))

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

    @property
    def all(self) -> tuple[str, ...]:
        """The normalised units, in alphabetical order."""
        return tuple(sorted(set(self._definitions.exact.values()), key=str.casefold))

    def convertible_into(self, target: str) -> tuple[str, ...]:
        """The normalised units that can be converted into `target`, itself first."""
        others = (unit for unit in self.all if unit != target)
        return (target, *(unit for unit in others if self.factor(unit, target) is not None))

    def __reduce__(self) -> tuple[type["Units"], tuple[object]]:
        return (Units, (self._lines,))  # another process reads and builds for itself

    @cached_property
    def _definitions(self) -> _Definitions:
        dimensions: list[str] = []
        exact: dict[str, str] = {}
        loose: dict[str, str | None] = {}
        for line in self._lines():
            text = line.partition("#")[0].strip()
            if _SPELLING_OF in text:
                unit, _, spellings = text.partition(_SPELLING_OF)
                names = [unit.strip(), *(name.strip() for name in spellings.split(","))]
            elif "=" in text:
                dimensions.append(text)
                names = [text.partition("=")[0].strip()]
            else:
                continue
            for name in names:
                exact[name] = names[0]
                if loses_letters(name):
                    continue
                squeezed = _squeezed(name)
                # What only case tells apart cannot be found without regard to case.
                same = loose.get(squeezed, names[0]) == names[0]
                loose[squeezed] = names[0] if same else None
        found = {name: unit for name, unit in loose.items() if unit is not None and name}
        return _Definitions(tuple(dimensions), exact, found)

    @cached_property
    def _registry(self) -> "pint.UnitRegistry[Decimal]":
        import pint  # takes 0.2 s, and a file in its factors' own units never needs it

        registry: pint.UnitRegistry[Decimal] = pint.UnitRegistry(None, non_int_type=Decimal)
        registry.load_definitions(list(self._definitions.dimensions))
        return registry

    def _computed_factor(self, source: str, target: str) -> Decimal | None:
        import pint

        try:
            return Decimal(self._registry.convert(Decimal(1), source, target))
        except (pint.DimensionalityError, pint.UndefinedUnitError):
            return None


def _squeezed(text: str) -> str:
    return plain_words(text).replace(" ", "")
