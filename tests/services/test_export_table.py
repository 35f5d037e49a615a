import csv
import gc
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal

import openpyxl
import pytest

from co2desk.domain.errors import Cancelled, ErrorCode, UnusableInput
from co2desk.services.export_table import write_table

HEADER = ("date", "quantity", "note")
DANGEROUS = ("=1+1", "+1", "-1", "@SUM(A1)", "\tx", '=HYPERLINK("http://x")')


class StopsAtOnce:
    def report(self, done, total=None, stage=""):
        raise Cancelled


def rows(*notes):
    return [(date(2025, 3, 1), Decimal("1234567890.1234"), note) for note in notes]


def test_that_csv_keeps_decimals_dates_and_letters(tmp_path):
    path = tmp_path / "out.csv"
    assert write_table(path, HEADER, rows("Genève, 'x'")) == 1
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [
            ["date", "quantity", "note"],
            ["2025-03-01", "1234567890.1234", "Genève, 'x'"],
        ]


def test_that_no_text_of_a_csv_begins_like_a_formula(tmp_path):
    path = tmp_path / "out.csv"
    write_table(path, HEADER, rows(*DANGEROUS))
    with path.open(encoding="utf-8-sig", newline="") as file:
        notes = [row[2] for row in list(csv.reader(file))[1:]]
    assert notes == [f"'{note}" for note in DANGEROUS]


def test_that_a_workbook_holds_no_formula_and_exact_amounts(tmp_path):
    path = tmp_path / "out.xlsx"
    write_table(path, HEADER, rows(*DANGEROUS))
    sheet = openpyxl.load_workbook(path).active
    cells = list(sheet.iter_rows(min_row=2))
    assert [row[2].value for row in cells] == list(DANGEROUS)
    assert {row[2].data_type for row in cells} == {"s"}
    assert {Decimal(repr(row[1].value)) for row in cells} == {Decimal("1234567890.1234")}
    assert {row[0].value.date() for row in cells} == {date(2025, 3, 1)}


@pytest.mark.parametrize("name", ["out.csv", "out.xlsx"])
def test_that_a_cancelled_export_leaves_the_older_file_and_nothing_else(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"older")
    with pytest.raises(Cancelled):
        write_table(path, HEADER, rows("x"), progress=StopsAtOnce())
    assert path.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [path]


def test_that_other_formats_and_missing_folders_are_refused_in_words(tmp_path):
    with pytest.raises(UnusableInput) as refusal:
        write_table(tmp_path / "out.doc", HEADER, [])
    assert refusal.value.code is ErrorCode.UNKNOWN_EXPORT_FORMAT
    with pytest.raises(UnusableInput) as refusal:
        write_table(tmp_path / "missing" / "out.csv", HEADER, [])
    assert refusal.value.code is ErrorCode.CANNOT_WRITE_FILE


@contextmanager
def no_file_above(size: int) -> Iterator[None]:
    """Let the system refuse to make a file larger than `size` bytes, as on a full disk."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("name", ["out.csv", "out.xlsx"])
@pytest.mark.parametrize("count", [150, 5000])
def test_that_a_disk_without_room_is_told_and_leaves_the_older_file(
    tmp_path, monkeypatch, capfd, name, count
):
    left_over = []
    monkeypatch.setattr("sys.unraisablehook", left_over.append)
    path = tmp_path / name
    path.write_bytes(b"older")
    many = rows(*(secrets.token_hex(40) for _ in range(count)))
    with no_file_above(12_000), pytest.raises(UnusableInput) as caught:
        write_table(path, HEADER, many)
    gc.collect()
    assert caught.value.code is ErrorCode.CANNOT_WRITE_FILE
    assert caught.value.params["detail"] == "too_large"
    assert path.read_bytes() == b"older"
    assert [one.name for one in tmp_path.iterdir()] == [name]
    assert left_over == []
    assert capfd.readouterr().err == ""
