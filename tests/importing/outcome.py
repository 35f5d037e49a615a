"""The outcome of checking a file, as plain values that a JSON file can hold."""

from pathlib import Path

from co2desk.domain.reference import Reference
from co2desk.importing.checked import CheckedRow
from co2desk.importing.columns import recognise
from co2desk.importing.factor_set import check_factors
from co2desk.importing.pipeline import check_table
from co2desk.importing.readers import open_source, read_table
from tests.importing.tables import CHOICES


def outcome(path: Path, reference: Reference) -> dict[str, object]:
    """Kind, columns, issues and what the rows became."""
    table = read_table(open_source(path))
    factors = []
    if recognise(table).kind == "factor":
        found = check_factors(table, CHOICES, reference)
        checked = found.checked
        factors = [f"{one.code} {one.value} {one.unit} {one.valid_to}" for one in found.factors]
    else:
        checked = check_table(table, CHOICES, reference)
    rows = list(checked.rows)
    return {
        "kind": checked.kind,
        "fields": [checked.columns.get(index) for index in range(len(table.header))],
        "states": [str(row.state) for row in rows],
        "issues": [
            f"{issue.row}{issue.letter} {issue.field}: {issue.code}"
            for row in rows
            for issue in row.issues
        ],
        "activities": [_activity(row) for row in rows if row.activity],
        "factors": factors,
    }


def _activity(row: CheckedRow) -> dict[str, str]:
    activity = row.activity
    assert activity is not None
    return {
        "row": str(row.row_number),
        "what": f"{activity.activity_type}/{activity.category}/{activity.subcategory}",
        "quantity": f"{activity.quantity:.4f} {activity.unit}",
        "co2e_kg": str(activity.co2e_kg),
        "factor": activity.factor_code,
        "date": activity.date.isoformat(),
        "note": activity.note,
    }
