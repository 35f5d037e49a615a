"""What holds for all rows of a file that have the same deciding cells."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from co2desk.domain.emission import CO2E_LIMIT, QUANTITY_LIMIT
from co2desk.domain.factor import EmissionFactor
from co2desk.domain.issue import IssueCode, Severity
from co2desk.importing.cells import Cell, ParsedCells
from co2desk.importing.finding import Finding, about_rounding, error, warning
from co2desk.importing.kinds.field import Field
from co2desk.importing.kinds.kind import Kind, Meaning, RowValues, Value
from co2desk.importing.lookups import Lookups

DayKey = date | str | tuple[str, int] | None
"""A day that stands for all days that are judged alike, the text of a bad date, or None."""

_TOO_LITTLE = Decimal("0.00005")
_ENOUGH_HISTORY = 4
_MEDIANS, _LARGEST = 10, 2


@dataclass(slots=True, eq=False)
class Verdict:
    """A row's outcome but for its amount, its override and its free text.

    `errors` keep the row from being committed, `harmless_with_override` are those among them that
    an override of the total makes harmless. `factor_value` is 0 where there is no `factor`. An
    amount is within `at_least` and `at_most`; above `unusual_above` it is worth a look. `identity`
    is the same for rows that mean the same.
    """

    meaning: Meaning | None
    lab_code: str
    errors: tuple[Finding, ...]
    warnings: tuple[Finding, ...]
    harmless_with_override: tuple[Finding, ...]
    unfilled_but_for_amount: bool
    group: int = 0
    per_amount: Decimal = Decimal(1)
    factor: EmissionFactor | None = None
    factor_value: Decimal = Decimal(0)
    at_least: Decimal = Decimal(0)
    at_most: Decimal = QUANTITY_LIMIT
    unusual_above: Decimal | None = None
    identity: str = ""


class Verdicts(dict[tuple[DayKey | Cell, ...], Verdict]):
    """Verdicts by the row's deciding cells, judged when first asked for."""

    def __init__(
        self,
        kind: Kind,
        fields: Sequence[Field],
        cells: Mapping[str, ParsedCells],
        lookups: Lookups,
    ) -> None:
        super().__init__()
        self.kind = kind
        self.fields = tuple(fields)
        self.groups: dict[tuple[str, str], int] = {}
        self._cells = cells
        self._lookups = lookups
        self._default_day = date(lookups.year, 12, 31)
        self.default_day_used = not any(field.name == kind.date_field for field in fields)
        self.days = DayCells(self)
        self._day_of_class: dict[tuple[int, int], date] = {}

    def day_of(self, cell: Cell) -> tuple[date, DayKey]:
        """The day that a date cell stands for, and the key under which its rows are judged."""
        value = self._cells[self.kind.date_field][cell]
        if not isinstance(value, date):
            # A row that must have a date is in error without one, and is given none.
            given = value is None and not self.kind.by_name[self.kind.date_field].required
            self.default_day_used = self.default_day_used or given
            return self._default_day, None if value is None else cell
        alike = (value.year, bisect_right(self._lookups.validity_limits, value))
        return value, self._day_of_class.setdefault(alike, value)

    def __missing__(self, key: tuple[DayKey | Cell, ...]) -> Verdict:
        verdict = self[key] = self._judge(key)
        return verdict

    def _judge(self, key: tuple[DayKey | Cell, ...]) -> Verdict:
        day = self._default_day
        values: dict[str, Value] = {}
        findings: list[Finding] = []
        rounded: list[Finding] = []
        filled = False
        for field, cell in zip(self.fields, key, strict=True):
            value: Value | Finding
            if isinstance(cell, date) or cell is None:
                value = cell
            else:
                value = self._cells[field.name][cell]
            if isinstance(value, Finding):
                findings.append(value)
            elif value is None:
                if field.required:
                    findings.append(error(IssueCode.MISSING_VALUE, field.name))
            else:
                values[field.name] = value
                rounded += about_rounding(value, field.name)
            filled = filled or (value is not None and not field.fixed)
            if isinstance(value, date):
                day = value
        lab_code = values.get("lab_code")
        lab_code = lab_code if isinstance(lab_code, str) else ""
        if not findings:
            meaning = self.kind.mean(RowValues(values, day), self._lookups)
            if isinstance(meaning, Meaning):
                return self._complete(meaning, day, lab_code, rounded, filled=filled)
            findings.extend(meaning)
        findings += rounded
        errors = tuple(finding for finding in findings if finding.is_error)
        warnings = tuple(finding for finding in findings if not finding.is_error)
        return Verdict(None, lab_code, errors, warnings, (), not filled)

    def _complete(
        self,
        meaning: Meaning,
        day: date,
        lab_code: str,
        rounded: Sequence[Finding],
        *,
        filled: bool,
    ) -> Verdict:
        findings = [*meaning.findings, *rounded, *self._about_day(day, lab_code)]
        harmless: list[Finding] = []
        if isinstance(meaning.factor, Finding):
            finding = meaning.factor
            allowed = self._lookups.choices.allow_no_factor
            if finding.code is IssueCode.NO_FACTOR and allowed:
                finding = replace(finding, severity=Severity.WARNING)
            harmless.append(finding)
        every = [*findings, *harmless]
        verdict = Verdict(
            meaning,
            lab_code,
            tuple(finding for finding in every if finding.is_error),
            tuple(finding for finding in every if not finding.is_error),
            tuple(harmless),
            not filled,
            group=self._group(meaning),
            per_amount=meaning.per_amount,
        )
        self._limit(verdict, meaning)
        verdict.identity = "\x1f".join(
            (
                self.kind.name,
                (lab_code or self._lookups.lab_code).casefold(),
                meaning.activity_type,
                meaning.category.casefold(),
                meaning.subcategory.casefold(),
                meaning.unit,
                *(
                    f"{name}={text.casefold()}"
                    for name, text in sorted(meaning.attributes.items())
                    if name not in _DERIVED
                ),
            )
        )
        return verdict

    def _about_day(self, day: date, lab_code: str) -> list[Finding]:
        findings = []
        reference = self._lookups.reference
        date_field = self.kind.date_field
        year = self._lookups.choices.year
        if year is not None and day.year != year:
            findings.append(warning(IssueCode.DATE_OUTSIDE_YEAR, date_field, year=str(year)))
        lab = reference.laboratories.get((lab_code or self._lookups.lab_code).casefold())
        if lab is not None and (lab.id, day.year) in reference.published_years:
            findings.append(
                error(IssueCode.YEAR_PUBLISHED, date_field, year=str(day.year), lab=lab.code)
            )
        return findings

    def _group(self, meaning: Meaning) -> int:
        name = (meaning.activity_type.value, meaning.category)
        return self.groups.setdefault(name, len(self.groups))

    def _limit(self, verdict: Verdict, meaning: Meaning) -> None:
        per_amount = meaning.per_amount
        if 0 < per_amount < 1:
            verdict.at_least = _TOO_LITTLE / per_amount
        verdict.at_most = QUANTITY_LIMIT / max(per_amount, Decimal(1))
        if isinstance(meaning.factor, EmissionFactor):
            verdict.factor = meaning.factor
            verdict.factor_value = meaning.factor.value * meaning.per_unit
            per_kg = per_amount * verdict.factor_value
            if per_kg > 1:
                verdict.at_most = min(verdict.at_most, CO2E_LIMIT / per_kg)
        history = self._lookups.reference.history.get((meaning.category, meaning.unit))
        if history is not None and history.count >= _ENOUGH_HISTORY:
            usual = max(history.median * _MEDIANS, history.largest * _LARGEST)
            verdict.unusual_above = usual / (per_amount or 1)


class DayCells(dict[Cell, tuple[date, DayKey]]):
    """What `Verdicts.day_of` says of each date cell, found when first asked for."""

    def __init__(self, verdicts: Verdicts) -> None:
        super().__init__()
        self._verdicts = verdicts

    def __missing__(self, cell: Cell) -> tuple[date, DayKey]:
        found = self[cell] = self._verdicts.day_of(cell)
        return found


_DERIVED = frozenset(["exchange_rate", "exchange_year"])
