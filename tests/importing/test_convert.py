"""Converting writes the data table alone, in one plain dialect."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from co2desk.domain.errors import ErrorCode
from co2desk.importing.convert import Converted, convert_file


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


def test_that_the_source_is_never_overwritten(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", b"a;b\n1;2\n")
    done = convert_file(path, tmp_path)
    assert done == Converted(path, None, error=done.error)
    assert done.error is not None
    assert done.error.code is ErrorCode.CANNOT_WRITE_FILE
    assert path.read_bytes() == b"a;b\n1;2\n"


def test_that_blank_cells_behind_the_last_name_are_left_out(tmp_path: Path) -> None:
    source = write(tmp_path, "a.csv", b"a;b;;\n1;2;;\n3;4;;\n5;6;;x\n")
    (tmp_path / "out").mkdir()
    convert_file(source, tmp_path / "out")
    assert (tmp_path / "out" / "a.csv").read_bytes() == b"a,b\r\n1,2\r\n3,4\r\n5,6,,x\r\n"


def test_that_work_that_is_ended_leaves_the_table_of_before(tmp_path: Path) -> None:
    class TimeIsUp(Exception):
        pass

    @contextmanager
    def bounds() -> Iterator[None]:
        yield
        raise TimeIsUp

    source = write(tmp_path, "a.csv", b"a;b\n1;2\n")
    before = write(tmp_path, "out/a.csv", b"of an earlier time")
    with pytest.raises(TimeIsUp):
        convert_file(source, tmp_path / "out", bounds=bounds())
    assert before.read_bytes() == b"of an earlier time"


def test_that_a_name_as_long_as_names_can_be_is_written(tmp_path: Path) -> None:
    source = write(tmp_path, f"{'a' * 251}.csv", b"a;b\n1;2\n")
    (tmp_path / "out").mkdir()
    assert convert_file(source, tmp_path / "out").error is None
    assert [one.name for one in (tmp_path / "out").iterdir()] == [source.name]
