"""Many files in one call: no file holds up or harms the others."""

from pathlib import Path

import pytest

from co2desk.domain.errors import ErrorCode, UnusableInput
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


def write(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def test_that_a_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    paths = [
        write(tmp_path, "a.csv", b"a,b\n1,2\n"),
        write(tmp_path, "empty.csv", b""),
        write(tmp_path, "page.csv", b"<html></html>"),
        tmp_path / "missing.csv",
        write(tmp_path, "z.csv", b"a,b\n1,2\n"),
    ]
    done = list(convert_files(paths, tmp_path / "out"))
    assert [(one.error.code if one.error else None) for one in done] == [
        None,
        ErrorCode.EMPTY_FILE,
        ErrorCode.UNKNOWN_FORMAT,
        ErrorCode.FILE_NOT_FOUND,
        None,
    ]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "a.csv",
        "empty.csv",
        "z.csv",
    ]


def test_that_equal_names_do_not_overwrite_each_other(tmp_path: Path) -> None:
    paths = [write(tmp_path, f"{folder}/t.csv", b"a,b\n1,2\n") for folder in "xyz"]
    done = [one.target for one in convert_files(paths, tmp_path / "out")]
    assert [path.name for path in done if path] == ["t.csv", "t (2).csv", "t (3).csv"]


def test_that_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", b"a;b\n1;2\n")
    with pytest.raises(UnusableInput) as refused:
        list(convert_files([path], path / "out"))
    assert refused.value.code is ErrorCode.CANNOT_WRITE_FILE
