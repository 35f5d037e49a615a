"""The demo laboratory's files hold what their README promises."""

import csv
import runpy
import shutil
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from co2desk.desktop.paths import data_root, resource
from co2desk.domain.place_name import place_keys
from co2desk.offline.builtin_catalogue import builtin_reference
from co2desk.offline.demo_laboratory import demo

_REFERENCE = builtin_reference(resource())
_DEMO = resource("demo")


def _table(name: str, encoding: str = "utf-8", delimiter: str = ",") -> list[dict[str, str]]:
    with (_DEMO / name).open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def _problems(rows: Sequence[dict[str, str]]) -> list[int]:
    """The rows, as an editor counts them, that a reader of plain values cannot use."""
    wrong = []
    for number, row in enumerate(rows, start=2):
        quantity = row["QUANTITY"].replace("'", "").replace(",", "")
        day, month, _year = map(int, row["DATE"].split("."))
        factor = _REFERENCE.factors.get(row["FACTOR_CODE"])
        if (
            not quantity.isdecimal()
            or (month == 2 and day > 28)
            or factor is None
            or factor.unit != row["UNIT"]
        ):
            wrong.append(number)
    return wrong


def test_that_the_export_of_finance_has_exactly_three_wrong_rows_in_200() -> None:
    rows = _table("activities-2025.csv", "cp1252", ";")
    assert len(rows) == 200
    assert _problems(rows) == [48, 97, 151]
    assert any("'" in row["QUANTITY"] for row in rows)


def test_that_the_export_of_finance_is_windows_1252_and_nothing_else() -> None:
    data = (_DEMO / "activities-2025.csv").read_bytes()
    with pytest.raises(UnicodeDecodeError):
        data.decode("utf-8")
    assert b"\x80" in data  # the euro sign, a control character in Latin-1


def test_that_no_row_of_a_file_is_there_twice() -> None:
    for file in demo(resource()).imported:
        rows = [tuple(row.values()) for row in _table(file.path.name)]
        assert len(rows) == len(set(rows))


def test_that_the_history_has_only_right_rows() -> None:
    for file in demo(resource()).imported:
        for row in _table(file.path.name):
            factor = _REFERENCE.factors[row["factor_code"]]
            assert (factor.unit, row["date"][:4]) == (row["unit"], str(file.year))
            assert Decimal(row["quantity"]) > 0


def test_that_one_airport_of_the_travel_file_does_not_exist() -> None:
    rows = _table("travel.csv")
    unknown = [
        (number, row[end])
        for number, row in enumerate(rows, start=2)
        for end in ("origin_iata", "destination_iata")
        if row[end] not in _REFERENCE.airports
    ]
    assert unknown == [(9, "QQQ")]
    assert [n for n, row in enumerate(rows, start=2) if not row["cabin_class"]] == [15]


def test_that_the_travel_workbook_begins_with_geneva_to_paris() -> None:
    page = load_workbook(_DEMO / "travel.xlsx").active
    assert page is not None
    first, *others = list(page.iter_rows(min_row=2, values_only=True))
    assert (first[0], first[1], first[3], first[4]) == ("GVA", "CDG", 1, "economy")
    assert len(others) == 23
    assert all({row[0], row[1]} <= set(_REFERENCE.airports) for row in others)


def test_that_every_town_of_the_train_file_is_found() -> None:
    for row in _table("trains.csv", delimiter=";"):
        for end in ("origin", "destination"):
            towns = [
                town
                for key in place_keys(row[f"{end}_name"])
                for town in _REFERENCE.stations.get(key, ())
                if town.country == row[f"{end}_country_code"]
            ]
            assert towns, row[f"{end}_name"]


def test_that_the_demo_names_files_and_laboratories_that_are_there() -> None:
    content = demo(resource())
    codes = {laboratory.code for laboratory in content.laboratories}
    assert codes == {"DEMO-LAB", "DEMO-BIO"}
    for file in (*content.imported, *content.samples):
        assert file.path.is_file()
        assert file.lab_code in codes


def test_that_the_script_writes_the_same_bytes_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "packaging" / "data" / "build_demo.py"
    script.parent.mkdir(parents=True)
    shutil.copy(data_root() / "packaging" / "data" / "build_demo.py", script)
    made = tmp_path / "resources" / "demo"
    made.mkdir(parents=True)
    runpy.run_path(str(script), run_name="__main__")
    assert len(list(made.iterdir())) == 8
    for file in made.iterdir():
        assert file.read_bytes() == (_DEMO / file.name).read_bytes(), file.name
