"""Files on disk in which every problem occurs are told so, cell by cell, as written beside them."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from co2desk.domain.ids import ImportJobId
from co2desk.domain.issue import Issue, IssueCode
from co2desk.domain.reference import KnownRow, Reference
from co2desk.importing.checked import CheckChoices
from co2desk.importing.columns import missing_column_issues, recognise
from co2desk.importing.factor_set import check_factors
from co2desk.importing.pipeline import check_table
from co2desk.importing.readers import open_source, read_table

_FOLDER = Path(__file__).parents[1] / "data" / "issues"
_EXPECTED: dict[str, list[str]] = json.loads((_FOLDER / "issues.json").read_text(encoding="utf-8"))
_CHOICES = CheckChoices(year=2025, lab_code="LAB-A")


def told(name: str, world: Reference) -> list[Issue]:
    """The problems of a file; the rows of fuel.csv were imported before."""
    table = read_table(open_source(_FOLDER / name))
    if name.startswith("missing_column"):
        return list(missing_column_issues(table, recognise(table, "fuel")))
    if name.startswith("factor"):
        return [i for row in check_factors(table, _CHOICES, world).checked.rows for i in row.issues]
    if name.startswith("fuel"):
        job = ImportJobId(UUID(int=9))
        known = KnownRow(job, "old.csv", 7, "Ada", datetime(2025, 4, 1, tzinfo=UTC))
        world = replace(world, known_rows=lambda asked: dict.fromkeys(asked, known))
    return [issue for row in check_table(table, _CHOICES, world).rows for issue in row.issues]


def in_short(issue: Issue) -> str:
    return f"{issue.row}{issue.letter} {issue.code} {issue.severity}"


@pytest.mark.parametrize("name", sorted(_EXPECTED))
def test_that_the_problems_are_those_written_beside_it(name: str, world: Reference) -> None:
    assert [in_short(issue) for issue in told(name, world)] == _EXPECTED[name]


def test_that_every_file_has_its_expectations() -> None:
    assert {path.name for path in _FOLDER.iterdir()} == {*_EXPECTED, "issues.json"}


def test_that_no_code_is_without_a_file() -> None:
    found = {line.split()[1] for lines in _EXPECTED.values() for line in lines}
    assert found == set(IssueCode)
