"""Checks an emission factor that is entered by hand, by the very rules of a file of factors."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from co2desk.domain.factor import EmissionFactor, FactorType
from co2desk.domain.footprint import FactorEffect
from co2desk.domain.ids import LabId
from co2desk.domain.issue import Issue, IssueCode
from co2desk.domain.reference import Reference
from co2desk.importing.checked import CheckChoices
from co2desk.importing.checker import EVERY_COLUMN
from co2desk.importing.factor_set import check_factors
from co2desk.importing.table import Dialect, SourceTable
from co2desk.services.check_entries import EntryStyle

FACTOR_FIELDS = (
    "code",
    "name",
    "category",
    "subcategory",
    "value",
    "unit",
    "source",
    "valid_from",
    "valid_to",
)
_TWO_READINGS = frozenset({IssueCode.AMBIGUOUS_NUMBER, IssueCode.AMBIGUOUS_DATE})


@dataclass(frozen=True, slots=True)
class FactorCheck:
    """The factor as it would be kept (None where it cannot be), and what was found.

    `effects` say which laboratories and years would change; there are none for a new factor.
    """

    factor: EmissionFactor | None
    issues: tuple[Issue, ...]
    effects: tuple[FactorEffect, ...] = ()


def check_factor(
    texts: Mapping[str, str],
    base: EmissionFactor | None,
    reference: Reference,
    style: EntryStyle = EntryStyle(),
    lab_id: LabId | None = None,
) -> FactorCheck:
    """Make a factor of texts by field (of FACTOR_FIELDS, and `justification`).

    With a `base`, its other details stay; without one it becomes a laboratory's own factor,
    which needs a justification.
    """
    choices = CheckChoices(kind="factor")
    table = SourceTable(
        name="",
        sha256="",
        dialect=Dialect("csv"),
        header=FACTOR_FIELDS,
        letters=("",) * len(FACTOR_FIELDS),
        rows=[tuple(texts.get(name, "") for name in FACTOR_FIELDS)],
        row_numbers=[1],
        header_row=0,
    )
    found = check_factors(table, choices, reference)
    if any(issue.code in _TWO_READINGS for issue in found.checked.rows[0].issues):
        choices = replace(
            choices,
            decimal_marks={EVERY_COLUMN: style.decimal_mark},
            date_orders={EVERY_COLUMN: style.date_order},
        )
        found = check_factors(table, choices, reference)
    issues = list(found.checked.rows[0].issues)
    own = base is None or base.factor_type is FactorType.CUSTOM
    justification = texts.get("justification", "").strip()
    if own and not justification:
        issues.append(Issue(IssueCode.MISSING_VALUE, 1, field="justification"))
    if issues or not found.factors:
        return FactorCheck(None, tuple(issues))
    return FactorCheck(_made(found.factors[0], base, lab_id, justification), ())


def _made(
    read: EmissionFactor, base: EmissionFactor | None, lab_id: LabId | None, justification: str
) -> EmissionFactor:
    if base is None:
        return replace(
            read,
            factor_type=FactorType.CUSTOM,
            lab_id=lab_id,
            justification=justification,
            purchase_code="",
            currency="",
        )
    return replace(
        base,
        name=read.name,
        category=read.category,
        subcategory=read.subcategory,
        value=read.value,
        unit=read.unit,
        source=read.source,
        valid_from=read.valid_from,
        valid_to=read.valid_to,
        justification=justification,
    )
