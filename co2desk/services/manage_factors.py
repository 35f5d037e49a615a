"""Finds emission factors, loads sets of them, and shows what a change would do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from co2desk.database.errors import told_by_value
from co2desk.database.factors import Factors as FactorRepository
from co2desk.database.recalculation import Recalculation
from co2desk.desktop.messages import Messages
from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.domain.factor import EmissionFactor, FactorType
from co2desk.domain.footprint import FactorEffect
from co2desk.domain.progress import NoProgress, Progress
from co2desk.importing.checked import CheckChoices, CheckedTable
from co2desk.importing.factor_set import check_factors
from co2desk.importing.readers import open_source
from co2desk.services.check_entries import EntryStyle
from co2desk.services.check_factor import FactorCheck, check_factor
from co2desk.services.connect import Connection
from co2desk.services.export_table import is_pdf, write_table
from co2desk.services.read_apart import read_apart
from co2desk.services.references import References

_ALL = 1_000_000


@dataclass(frozen=True, slots=True)
class FactorFilter:
    """Which factors; empty and None mean: all. `text` finds words without accents.

    Categories and subcategories that are `named` so in the person's language are found with it.
    """

    text: str = ""
    named: tuple[str, ...] = ()
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

    def __init__(self, connection: Connection, references: References, messages: Messages) -> None:
        self._connection = connection
        self._references = references
        self._messages = messages

    def search(
        self, wanted: FactorFilter = FactorFilter(), offset: int = 0, limit: int = 200
    ) -> FactorPage:
        """Factors that `wanted` finds."""
        with self._connection.database.reading() as session:
            rows, total = FactorRepository(session).search(
                words=wanted.text,
                named=wanted.named,
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
        with self._connection.database.reading() as session:
            return FactorRepository(session).categories()

    def effects(self, changed: EmissionFactor) -> Sequence[FactorEffect]:
        """Which laboratories and years would change by how much; nothing is written."""
        if changed.id is None:
            return ()
        with self._connection.database.reading() as session:
            anew = Recalculation(session)
            conversions = self._conversions(anew.units(changed.id), changed.unit)
            return anew.preview(changed.id, changed.value, conversions)

    def check(
        self,
        texts: Mapping[str, str],
        base: EmissionFactor | None,
        style: EntryStyle = EntryStyle(),
        lab_code: str = "",
    ) -> FactorCheck:
        """What a form would make of `base`, or of a new factor of `lab_code`, and its effects.

        Nothing is written.
        """
        reference = self._references.for_laboratory(lab_code)
        lab = reference.laboratories.get(lab_code.casefold())
        found = check_factor(texts, base, reference, style, lab.id if lab else None)
        if found.factor is None or base is None:
            return found
        return replace(found, effects=tuple(self.effects(found.factor)))

    def save(
        self, factor: EmissionFactor, *, recalculate: bool, progress: Progress = NoProgress()
    ) -> EmissionFactor:
        """Add or change a factor (by its version); `recalculate` brings its activities along.

        Activities of published years stay as they are.
        """
        progress.report(0, None, "recalculating")
        with (
            told_by_value({"code": factor.code}),
            self._connection.database.transaction() as session,
        ):
            saved = FactorRepository(session).save(factor)
            if recalculate and saved.id is not None:
                anew = Recalculation(session)
                conversions = self._conversions(anew.units(saved.id), saved.unit)
                anew.apply(saved.id, saved.value, conversions)
        return saved

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
        progress.report(0, None, "reading")
        table = read_apart(open_source(path), progress=progress)
        reference = self._references.for_laboratory("")
        found = check_factors(table, CheckChoices(kind="factor"), reference, progress)
        counts = found.checked.counts
        if counts.error:
            return FactorLoad(0, 0, 0, counts.error, found.checked, dry_run)
        if not found.factors:
            raise UnusableInput(ErrorCode.NOTHING_TO_COMMIT, path=path.name)
        wanted = [_with_details(one, reference.factors.get(one.code)) for one in found.factors]
        progress.report(0, None, "loading")
        with self._connection.database.transaction() as session:
            done = FactorRepository(session).load_set(wanted)
            if dry_run:
                session.rollback()
        return FactorLoad(done.added, done.changed, done.unchanged, 0, found.checked, dry_run)

    def export(self, path: Path, wanted: FactorFilter = FactorFilter()) -> int:
        """Write factors to a .pdf, or a .csv or .xlsx to be loaded again; rows written."""
        rows = self.search(wanted, limit=_ALL).rows
        if is_pdf(path):
            from co2desk.services.pdf_reports import PdfReports

            return PdfReports(self._messages).factors(path, rows)
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

    def _conversions(self, units: Sequence[str], into: str) -> dict[str, Decimal]:
        known = self._references.builtin().units
        ratios = {unit: known.factor(unit, into) for unit in units}
        return {unit: ratio for unit, ratio in ratios.items() if ratio is not None}


def _with_details(loaded: EmissionFactor, present: EmissionFactor | None) -> EmissionFactor:
    """A factor of a file; what files do not tell (mode, carrier ...) as the catalogue has it."""
    if present is None or present.factor_type is not loaded.factor_type:
        return loaded
    # Without a column for it, a purchase is found by the factor's own code.
    own_code = loaded.purchase_code if loaded.purchase_code != loaded.code else ""
    return replace(
        present,
        name=loaded.name,
        category=loaded.category,
        subcategory=loaded.subcategory,
        value=loaded.value,
        unit=loaded.unit,
        source=loaded.source,
        valid_from=loaded.valid_from,
        valid_to=loaded.valid_to,
        purchase_code=own_code or present.purchase_code,
        currency=loaded.currency or present.currency,
    )
