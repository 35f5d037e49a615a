"""Many files in one call: no file holds up or harms the others."""

from pathlib import Path

import pytest

from co2desk.domain.errors import ErrorCode
from co2desk.services import convert_files as module
from co2desk.services.convert_files import convert_files
from tests.hostile import crashing_workbook


def test_that_a_file_that_takes_too_long_is_told_and_the_others_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_SECONDS", 0.3)
    slow = tmp_path / "slow.csv"
    slow.write_text("a;b;c\n" + 'x;"y;1,5\n' * 400_000, encoding="utf-8")
    quick = [tmp_path / f"{number}.csv" for number in range(3)]
    for path in quick:
        path.write_text("a;b\n1;2\n", encoding="utf-8")
    done = list(convert_files([quick[0], slow, *quick[1:]], tmp_path / "out"))
    assert [one.error and one.error.code for one in done] == [
        None,
        ErrorCode.READING_TOOK_TOO_LONG,
        None,
        None,
    ]
    written = {path.name for path in (tmp_path / "out").iterdir()}
    assert written == {path.name for path in quick}


def test_that_a_crash_of_a_reader_is_told_and_the_others_are_written(tmp_path: Path) -> None:
    bad, good = tmp_path / "bad.ods", tmp_path / "good.csv"
    bad.write_bytes(crashing_workbook())
    good.write_text("a;b\n1;2\n", encoding="utf-8")
    first, second = convert_files([bad, good], tmp_path / "out")
    assert first.error is not None
    assert first.error.code in (ErrorCode.DAMAGED_FILE, ErrorCode.HOSTILE_FILE)
    assert (second.error, second.rows) == (None, 1)
