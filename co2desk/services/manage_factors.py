"""Finds emission factors, loads sets of them, and shows what a change would do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from co2desk.database.factors import Factors as FactorRepository
from co2desk.domain.factor import EmissionFactor, FactorType
from co2desk.domain.footprint import FactorEffect
from co2desk.domain.progress import NoProgress, Progress
from co2desk.importing.checked import CheckedTable
from co2desk.services.connect import Connection
from co2desk.services.export_table import write_table

_ALL = 1_000_000


@dataclass(frozen=True, slots=True)
class FactorFilter:
    """Which factors; empty and None mean: all. `text` finds words without accents."""

    text: str = ""
    factor_type: FactorType | None = None
    category: str = ""
    valid_on: date | None = None
    lab_code: str = ""


@dataclass(frozen=True, slots=True)
class FactorPage:
    """Some factors in order of relevance (with a text) or code; `total` counts all found."""

    rows: tuple[EmissionFactor, ...]
    total: int


@dataclass(frozen=True, slots=True)
class FactorLoad:
    """What loading a file of factors did, or would do with `dry_run`.

    With `rows_error` nothing was written; `checked` names what is wrong.
    """

    added: int
    changed: int
    unchanged: int
    rows_error: int
    checked: CheckedTable
    dry_run: bool = False


class Factors:
    """The catalogue of emission factors."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def search(
        self, wanted: FactorFilter = FactorFilter(), offset: int = 0, limit: int = 200
    ) -> FactorPage:
        """Factors that `wanted` finds."""
        with self._connection.database.transaction() as session:
            rows, total = FactorRepository(session).search(
                words=wanted.text,
                factor_type=wanted.factor_type,
                category=wanted.category,
                valid_on=wanted.valid_on,
                lab_code=wanted.lab_code,
                offset=offset,
                limit=limit,
            )
        return FactorPage(rows, total)

    def categories(self) -> Sequence[tuple[FactorType, str]]:
        """The types and categories in use."""
        with self._connection.database.transaction() as session:
            return FactorRepository(session).categories()

    def effects(self, changed: EmissionFactor) -> Sequence[FactorEffect]:
        """Which laboratories and years would change by how much; nothing is written."""
        raise NotImplementedError  # 1

    def save(
        self, factor: EmissionFactor, *, recalculate: bool, progress: Progress = NoProgress()
    ) -> EmissionFactor:
        """Add or change a factor (by its version); `recalculate` brings its activities along.

        Activities of published years stay as they are.
        """
        raise NotImplementedError  # 2

    def delete(self, factor: EmissionFactor) -> None:
        """Delete a factor that no activity uses.

        Raises:
            DatabaseProblem: STILL_IN_USE.
        """
        with self._connection.database.transaction() as session:
            FactorRepository(session).delete(factor)

    def load_file(
        self, path: Path, *, dry_run: bool = False, progress: Progress = NoProgress()
    ) -> FactorLoad:
        """Load any table that maps to the kind `factor`, all rows or none.

        Rows in error are in `checked`, and then nothing is written.
        """
        raise NotImplementedError  # 3

    def export(self, path: Path, wanted: FactorFilter = FactorFilter()) -> int:
        """Write factors to a .csv or .xlsx that `load_file` reads again; returns rows written."""
        rows = self.search(wanted, limit=_ALL).rows
        header = (
            "code", "factor_type", "name", "category", "subcategory", "value", "unit", "source",
            "valid_from", "valid_to",
        )  # fmt: skip
        cells = [
            (
                one.code, one.factor_type.value, one.name, one.category, one.subcategory, one.value,
                one.unit, one.source, one.valid_from, one.valid_to,
            )
            for one in rows
        ]  # fmt: skip
        return write_table(path, header, cells, len(cells))
