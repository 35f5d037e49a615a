"""Templates: what goes out comes back in."""

import io

import pytest
from openpyxl import load_workbook

from co2desk.desktop.language import LANGUAGES
from co2desk.desktop.messages import Messages
from co2desk.domain.errors import UnusableInput
from co2desk.domain.reference import Reference
from co2desk.importing.checked import RowState
from co2desk.importing.columns import recognise
from co2desk.importing.factor_set import check_factors
from co2desk.importing.kinds.registry import KINDS
from co2desk.importing.pipeline import check_table
from co2desk.importing.readers import Source, read_table
from co2desk.importing.table import SourceTable
from co2desk.importing.template import template_workbook
from tests.importing.tables import CHOICES

_NOT_IN_TEMPLATES = {"lab_code", "kg_co2eq"}


def _template(kind: str, reference: Reference, language: str = "en") -> bytes:
    return template_workbook(kind, reference, Messages.load(language).text, language=language)


def _table(data: bytes) -> SourceTable:
    return read_table(Source("template.xlsx", data, "0" * 64))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_that_a_template_is_recognised_with_all_its_fields(
    reference: Reference, kind: str, language: str
) -> None:
    found = recognise(_table(_template(kind, reference, language)))
    assert found.kind == kind
    expected = {field.name for field in KINDS[kind].fields} - _NOT_IN_TEMPLATES
    assert set(found.columns.values()) == expected


@pytest.mark.parametrize("kind", [name for name in KINDS if name != "factor"])
def test_that_an_empty_template_has_no_error_and_no_activity(
    reference: Reference, kind: str
) -> None:
    checked = check_table(_table(_template(kind, reference)), CHOICES, reference)
    assert (checked.counts.valid, checked.counts.error) == (0, 0)
    assert checked.rows[0].state is RowState.SKIPPED
    assert {row.state for row in checked.rows[1:]} <= {RowState.UNFILLED}


@pytest.mark.parametrize("kind", [name for name in KINDS if name not in ("factor", "facility")])
def test_that_the_example_is_right(reference: Reference, kind: str) -> None:
    workbook = load_workbook(io.BytesIO(_template(kind, reference)))
    sheet = workbook.worksheets[0]
    for cells in sheet.iter_rows(3, 3):
        for cell in cells:
            if isinstance(cell.value, str) and cell.value.startswith("Example –"):
                cell.value = "mine"
    stream = io.BytesIO()
    workbook.save(stream)
    checked = check_table(_table(stream.getvalue()), CHOICES, reference)
    assert (checked.counts.valid, checked.counts.error) == (1, 0), checked.rows[0].issues


def test_that_lists_hold_what_the_check_knows(reference: Reference) -> None:
    workbook = load_workbook(io.BytesIO(_template("activity", reference)))
    sheet = workbook.worksheets[0]
    lists = {
        validation.formula1: validation.prompt
        for validation in sheet.data_validations.dataValidation
        if validation.type == "list"
    }
    assert set(lists) == {"list_activity_type", "list_category", "list_unit", "list_factor_code"}
    area = workbook.defined_names["list_factor_code"].attr_text
    assert area.startswith("lists!$G$1:$G$")
    codes = {row[6] for row in workbook["lists"].iter_rows(values_only=True)}
    assert {"CH-ELECTRICITY", "TRAIN-CH"} <= codes
    assert workbook["lists"].sheet_state == "veryHidden"


def test_that_every_cell_has_a_hint(reference: Reference) -> None:
    sheet = load_workbook(io.BytesIO(_template("flight", reference, "de"))).worksheets[0]
    hints = [one.prompt for one in sheet.data_validations.dataValidation]
    assert all(hints)
    assert "Die drei IATA-Buchstaben des Flughafens, z. B. GVA" in hints


def test_that_the_factor_template_has_a_right_example(reference: Reference) -> None:
    found = check_factors(_table(_template("factor", reference)), CHOICES, reference)
    assert [row.state for row in found.checked.rows] == [RowState.SKIPPED]


def test_that_there_is_no_template_of_an_unknown_kind(reference: Reference) -> None:
    with pytest.raises(UnusableInput):
        _template("boat", reference)
