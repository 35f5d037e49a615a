import json

import pytest

from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.importing.checked import CheckChoices
from co2desk.importing.table import Dialect, SourceTable
from co2desk.services.mapping_file import read_mapping

TABLE = SourceTable(
    name="x.csv",
    sha256="0" * 64,
    dialect=Dialect("csv"),
    header=("Brennstoff", "Menge"),
    letters=("A", "B"),
    rows=[],
    row_numbers=[],
    header_row=1,
)


def mapping(tmp_path, document):
    path = tmp_path / "mapping.json"
    path.write_text(document if isinstance(document, str) else json.dumps(document), "utf-8")
    return read_mapping(path)


def test_that_columns_are_found_by_header_in_any_case_or_by_letter(tmp_path):
    found = mapping(tmp_path, {"kind": "fuel", "columns": {"brennstoff ": "name", "B": "quantity"}})
    choices = found.applied(CheckChoices(), TABLE)
    assert choices.kind == "fuel"
    assert choices.columns == {0: "name", 1: "quantity"}


def test_that_values_and_conventions_are_taken(tmp_path):
    found = mapping(
        tmp_path,
        {
            "values": {"name": {"Gas": "natural_gas"}},
            "decimal_marks": {"Menge": ","},
            "date_orders": {"B": "dmy"},
        },
    )
    choices = found.applied(CheckChoices(kind="activity"), TABLE)
    assert choices.kind == "activity"
    assert choices.values == {("name", "Gas"): "natural_gas"}
    assert (choices.decimal_marks, choices.date_orders) == ({1: ","}, {1: "dmy"})
    assert choices.columns is None


@pytest.mark.parametrize(
    "document",
    ["not json", "[]", {"colums": {}}, {"columns": {"A": 1}}, {"values": ["x"]}],
)
def test_that_a_file_of_another_shape_is_refused(tmp_path, document):
    with pytest.raises(UnusableInput) as refusal:
        mapping(tmp_path, document)
    assert refusal.value.code is ErrorCode.BAD_MAPPING_FILE


def test_that_a_header_that_is_not_in_the_table_is_named(tmp_path):
    found = mapping(tmp_path, {"columns": {"Betrag": "quantity"}})
    with pytest.raises(UnusableInput) as refusal:
        found.applied(CheckChoices(), TABLE)
    assert refusal.value.params["path"] == "Betrag"


def test_that_a_missing_mapping_is_refused(tmp_path):
    with pytest.raises(UnusableInput) as refusal:
        read_mapping(tmp_path / "none.json")
    assert refusal.value.code is ErrorCode.FILE_NOT_FOUND
