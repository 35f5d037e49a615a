"""A file of emission factors to the factors that it holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from co2desk.domain.factor import EmissionFactor, FactorType
from co2desk.domain.issue import IssueCode
from co2desk.domain.progress import NoProgress, Progress
from co2desk.domain.reference import Reference
from co2desk.importing.cells import ParsedCells
from co2desk.importing.checked import CheckChoices, CheckedRow, CheckedTable, Counts, RowState
from co2desk.importing.checker import Checker
from co2desk.importing.finding import Finding, error
from co2desk.importing.kinds.kind import Value
from co2desk.importing.kinds.registry import KINDS
from co2desk.importing.lookups import Lookups
from co2desk.importing.marks import is_example
from co2desk.importing.parsing.blank import is_blank
from co2desk.importing.table import SkipReason, SourceTable

_REPORT_EVERY = 500


@dataclass(frozen=True)
class FactorSet:
    """The factors of the rows without an error, and all rows as they were checked."""

    factors: tuple[EmissionFactor, ...]
    checked: CheckedTable


def check_factors(
    table: SourceTable,
    choices: CheckChoices,
    reference: Reference,
    progress: Progress = NoProgress(),
) -> FactorSet:
    """Check every row of a file of kind `factor`; kg CO2e per unit.

    Raises:
        UnusableInput: required columns are missing.
        Cancelled: asked for through `progress`.
    """
    checker = Checker(table, replace(choices, kind="factor"), reference, activities=False)
    cells = checker.layout.cells
    lookups = checker.lookups
    rows: list[CheckedRow] = []
    factors: list[EmissionFactor] = []
    lines_by_code: dict[str, int] = {}
    for index, texts in enumerate(table.rows):
        if index % _REPORT_EVERY == 0:
            progress.report(index, len(table.rows), "check")
        number = table.row_numbers[index]
        if all(map(is_blank, texts)):
            rows.append(CheckedRow(number, tuple(texts), RowState.UNFILLED))
            continue
        if any(map(is_example, texts)):
            rows.append(CheckedRow(number, tuple(texts), RowState.SKIPPED))
            continue
        values, findings = _read(checker.columns, cells, texts)
        code = str(values.get("code", ""))
        first = lines_by_code.setdefault(code.casefold(), number)
        if code and first != number:
            findings.append(error(IssueCode.DUPLICATE_IN_FILE, "code", first_row=str(first)))
        state = RowState.ERROR if findings else RowState.VALID
        issues = tuple(checker.maker.issue(finding, number, texts) for finding in findings)
        rows.append(CheckedRow(number, tuple(texts), state, issues))
        if not findings:
            factors.append(_factor(values, lookups))
    return FactorSet(tuple(factors), _checked(checker, rows))


def _read(
    columns: Mapping[int, str], cells: Mapping[str, ParsedCells], texts: Sequence[str]
) -> tuple[dict[str, Value], list[Finding]]:
    fields = KINDS["factor"].by_name
    values: dict[str, Value] = {}
    findings: list[Finding] = []
    for index, name in columns.items():
        value = cells[name][texts[index]] if index < len(texts) else None
        if isinstance(value, Finding):
            findings.append(value)
        elif value is not None:
            values[name] = value
        elif fields[name].required:
            findings.append(error(IssueCode.MISSING_VALUE, name))
    since, until = values.get("valid_from"), values.get("valid_to")
    if isinstance(since, date) and isinstance(until, date) and until < since:
        findings.append(error(IssueCode.PERIOD_REVERSED, "valid_to", valid_from=since.isoformat()))
    return values, findings


def _factor(values: Mapping[str, Value], lookups: Lookups) -> EmissionFactor:
    def text(name: str) -> str:
        return str(values.get(name, ""))

    def day(name: str) -> date | None:
        value = values.get(name)
        return value if isinstance(value, date) else None

    unit = text("unit")
    factor_type = FactorType(text("factor_type") or _type_of(text("category"), unit, lookups))
    is_money = (unit, lookups.year) in lookups.reference.rates
    purchase_code = text("purchase_code")
    if not purchase_code and factor_type is FactorType.PURCHASE and is_money:
        purchase_code = text("code")
    value = values["value"]
    assert isinstance(value, Decimal)  # a row without one has a finding
    return EmissionFactor(
        code=text("code"),
        factor_type=factor_type,
        name=text("name"),
        category=text("category"),
        subcategory=text("subcategory"),
        value=value,
        unit=unit,
        source=text("source"),
        valid_from=day("valid_from"),
        valid_to=day("valid_to"),
        purchase_code=purchase_code,
        currency=unit if is_money else "",
    )


def _type_of(category: str, unit: str, lookups: Lookups) -> FactorType:
    """The type that the category has in the catalogue, else the one that the unit speaks for."""
    alike = lookups.in_category(category)
    if alike:
        return alike[0].factor_type
    if (unit, lookups.year) in lookups.reference.rates:
        return FactorType.PURCHASE
    units = lookups.reference.units
    if units.factor(unit, "kWh") is not None:
        return FactorType.ENERGY
    if any(units.factor(unit, distance) is not None for distance in ("passenger*km", "km")):
        return FactorType.TRAVEL
    return FactorType.CUSTOM


def _checked(checker: Checker, rows: Sequence[CheckedRow]) -> CheckedTable:
    states = [row.state for row in rows]
    skipped_before = sum(row.reason is not SkipReason.HEADER for row in checker.table.skipped)
    counts = Counts(
        total=len(rows) + skipped_before,
        valid=states.count(RowState.VALID),
        error=states.count(RowState.ERROR),
        unfilled=states.count(RowState.UNFILLED),
        skipped=states.count(RowState.SKIPPED) + skipped_before,
    )
    return CheckedTable(
        "factor",
        checker.table.header,
        checker.columns,
        rows,
        counts,
        Decimal(0),
        {},
        0,
        year=checker.year,
    )
