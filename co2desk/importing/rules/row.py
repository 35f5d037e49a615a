"""Rules over one row, for rows that are not valid at first sight."""

from collections.abc import Sequence
from decimal import Decimal

from co2desk.domain.issue import IssueCode
from co2desk.importing.block_result import BlockResult, State
from co2desk.importing.finding import Finding, about_rounding, error, warning
from co2desk.importing.layout import Layout
from co2desk.importing.marks import is_example
from co2desk.importing.parsing.blank import is_blank
from co2desk.importing.verdict import Verdict

_ZERO = Decimal(0)
_UNFILLED = warning(IssueCode.UNFILLED_ROW)


def judge_row(layout: Layout, row: Sequence[str], result: BlockResult, index: int) -> None:
    verdict, amount = result.verdicts[index], result.amounts[index]
    free = [texts[index] for texts in result.free_texts]
    override = result.overrides[index] if result.overrides is not None else None
    if any(
        column.field.name == "note" and is_example(text)
        for column, text in zip(layout.free, free, strict=True)
    ):
        result.states[index] = State.SKIPPED
        return
    blank_amount = amount is None or layout.amount is None or layout.amount.field.fixed
    if (
        verdict.unfilled_but_for_amount
        and blank_amount
        and override is None
        and all(map(is_blank, free))
    ):
        result.states[index] = State.UNFILLED
        result.findings[index] = (_UNFILLED,)
        return
    errors, warnings = list(verdict.errors), list(verdict.warnings)
    if isinstance(override, Finding):
        errors.append(override)
    elif override is not None:
        harmless = verdict.harmless_with_override
        errors = [finding for finding in errors if finding not in harmless]
        warnings = [finding for finding in warnings if finding not in harmless]
        warnings.append(warning(IssueCode.OVERRIDE_USED, "kg_co2eq"))
        warnings.extend(about_rounding(override, "kg_co2eq"))
    errors.extend(_about_amount(layout, verdict, amount))
    warnings.extend(about_rounding(amount, layout.kind.amount))
    for column, text in zip(layout.free, free, strict=True):
        value = layout.cells[column.field.name][text]
        if isinstance(value, Finding):
            errors.append(value)
    if len(row) != layout.width:
        errors = _about_width(layout, row, errors)
    if (
        verdict.unusual_above is not None
        and isinstance(amount, Decimal)
        and amount > verdict.unusual_above
    ):
        warnings.append(_unusual(layout, verdict))
    state = State.ERROR if errors else State.WARNING if warnings else State.VALID
    result.states[index] = state
    if errors or warnings:
        result.findings[index] = (*errors, *warnings)


def _about_amount(layout: Layout, verdict: Verdict, amount: object) -> list[Finding]:
    if isinstance(amount, Finding):
        return [amount]
    name = layout.kind.amount
    if amount is None:
        if layout.kind.amount_default is not None or not name:
            return []
        return [error(IssueCode.MISSING_VALUE, name)]
    if isinstance(amount, Decimal) and (
        amount >= verdict.at_most or _ZERO < amount < verdict.at_least
    ):
        below, smallest = f"{verdict.at_most:.4f}", f"{verdict.at_least:.4f}"
        return [error(IssueCode.NUMBER_OUT_OF_RANGE, name, below=below, smallest=smallest)]
    return []


def _about_width(layout: Layout, row: Sequence[str], errors: list[Finding]) -> list[Finding]:
    params = {"expected": str(layout.width), "found": str(len(row))}
    if len(row) > layout.width:
        if any(text.strip() for text in row[layout.width :]):
            return [Finding(IssueCode.TOO_MANY_CELLS, params=params), *errors]
        return errors
    cut_off = {
        column.field.name
        for column in layout.columns
        if column.index >= len(row) and column.field.required
    }
    if not cut_off:
        return errors
    params["missing"] = ", ".join(sorted(cut_off))
    others = [
        finding
        for finding in errors
        if not (finding.code is IssueCode.MISSING_VALUE and finding.field_name in cut_off)
    ]
    return [Finding(IssueCode.TOO_FEW_CELLS, params=params), *others]


def _unusual(layout: Layout, verdict: Verdict) -> Finding:
    usual = f"{verdict.unusual_above:.4g}" if verdict.unusual_above is not None else ""
    return warning(IssueCode.UNUSUAL_QUANTITY, layout.kind.amount, usual=usual)
