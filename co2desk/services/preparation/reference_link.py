"""Reference data for a process that has no database: the program takes it and hands it over."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol

from co2desk.domain.reference import KnownRow, Reference, no_known_rows

Ask = Callable[..., Any]


class ReferenceSource(Protocol):
    """Where reference data is taken from."""

    def now(self, lab_code: str) -> Reference:
        """The best there is at this moment: the database, the newest pack, or the catalogue."""

    def for_laboratory(self, lab_code: str) -> Reference:
        """Today's state of the connected database."""


@dataclass(frozen=True, slots=True)
class _Handed:
    """Reference data without its way to the rows already imported; `number` stands for that."""

    reference: Reference
    number: int | None


class ReferenceGiver:
    """The program's end: takes reference data, and looks known rows up for the other end."""

    def __init__(self, source: ReferenceSource) -> None:
        self._source = source
        self._known: list[Callable[[Iterable[bytes]], Mapping[bytes, KnownRow]]] = []

    @property
    def answers(self) -> Mapping[str, Callable[..., object]]:
        """What the other end may ask for, by name."""
        return {
            "now": lambda lab_code: self._handed(self._source.now(lab_code)),
            "for_laboratory": lambda code: self._handed(self._source.for_laboratory(code)),
            "known_rows": lambda number, wanted: dict(self._known[number](wanted)),
        }

    def _handed(self, reference: Reference) -> _Handed:
        if reference.known_rows is no_known_rows:
            return _Handed(reference, None)
        self._known.append(reference.known_rows)
        return _Handed(replace(reference, known_rows=no_known_rows), len(self._known) - 1)


class ReferenceTaker:
    """The other end: a ReferenceSource that asks the program."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def now(self, lab_code: str) -> Reference:
        """As `References.now`."""
        return self._taken(self._ask("now", lab_code))

    def for_laboratory(self, lab_code: str) -> Reference:
        """As `References.for_laboratory`."""
        return self._taken(self._ask("for_laboratory", lab_code))

    def _taken(self, handed: _Handed) -> Reference:
        if handed.number is None:
            return handed.reference
        return replace(handed.reference, known_rows=_KnownRows(self._ask, handed.number))


@dataclass(frozen=True, slots=True)
class _KnownRows:
    """Asks the program which rows a laboratory has already."""

    ask: Ask
    number: int

    def __call__(self, fingerprints: Iterable[bytes]) -> Mapping[bytes, KnownRow]:
        known: Mapping[bytes, KnownRow] = self.ask("known_rows", self.number, list(fingerprints))
        return known
