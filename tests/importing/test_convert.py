"""convert writes the data table alone, in one plain dialect, and never stops at a bad file."""

from pathlib import Path

import pytest

from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.importing.convert import Converted, convert_file, convert_files


def write(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def test_that_the_table_alone_is_written_in_one_dialect(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "in.csv",
        "Relevé\n\nname;note;kg\nÉté;a, b;1,50\n'x';c \"d\";2\nTotal;;3,5\n".encode("cp1252"),
    )
    done = convert_file(path, tmp_path / "..", "out-in.csv")
    assert done.target is not None
    assert (done.rows, done.columns) == (2, 3)
    assert done.target.read_bytes() == (
        'name,note,kg\r\nÉté,"a, b","1,50"\r\n\'x\',"c ""d""",2\r\n'.encode()
    )


def test_that_a_file_without_header_is_written_row_for_row(tmp_path: Path) -> None:
    path = write(tmp_path, "in.csv", b"2025-01-01;5\n2025-01-02;6\n2025-01-03;7\n")
    done = convert_file(path, tmp_path, "out.csv")
    assert done.target is not None
    assert done.target.read_bytes() == b"2025-01-01,5\r\n2025-01-02,6\r\n2025-01-03,7\r\n"


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


def test_that_the_source_is_never_overwritten(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", b"a;b\n1;2\n")
    done = convert_file(path, tmp_path)
    assert done == Converted(path, None, error=done.error)
    assert done.error is not None
    assert done.error.code is ErrorCode.CANNOT_WRITE_FILE
    assert path.read_bytes() == b"a;b\n1;2\n"


def test_that_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", b"a;b\n1;2\n")
    with pytest.raises(UnusableInput) as refused:
        list(convert_files([path], path / "out"))
    assert refused.value.code is ErrorCode.CANNOT_WRITE_FILE


def test_that_blank_cells_behind_the_last_name_are_left_out(tmp_path: Path) -> None:
    source = write(tmp_path, "a.csv", b"a;b;;\n1;2;;\n3;4;;\n5;6;;x\n")
    (tmp_path / "out").mkdir()
    convert_file(source, tmp_path / "out")
    assert (tmp_path / "out" / "a.csv").read_bytes() == b"a,b\r\n1,2\r\n3,4\r\n5,6,,x\r\n"
