"""A table read in a child process arrives whole, and a hostile file harms only the child."""

from pathlib import Path

import pytest

from co2desk.desktop.child_process import run_in_child
from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.importing.readers import Source, open_source, read_table
from co2desk.importing.readers.stream import (
    TableBuilder,
    UnfinishedTableError,
    read_in_blocks,
    send_table,
)


def test_that_a_table_arrives_whole_from_a_child(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("a;b\n" + "".join(f"{i};x{i}\n" for i in range(5000)) + "\nTotal;\n")
    builder = TableBuilder()
    done = []
    for message in run_in_child(read_in_blocks, open_source(path), seconds=60):
        builder.take(message)
        done.append((builder.done, builder.total))
    expected = read_table(open_source(path))
    table = builder.table
    assert [list(row) for row in table.rows] == [list(row) for row in expected.rows]
    assert list(table.row_numbers) == list(expected.row_numbers)
    assert (table.header, table.skipped) == (expected.header, expected.skipped)
    assert done == [(0, 5000), (2000, 5000), (4000, 5000), (5000, 5000)]


def test_that_a_refusal_comes_through() -> None:
    with pytest.raises(UnusableInput) as refused:
        list(run_in_child(read_in_blocks, Source("none.csv", b"", ""), seconds=60))
    assert refused.value.code is ErrorCode.EMPTY_FILE


def test_that_an_unfinished_table_is_never_taken_for_whole(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("a;b\n" + "1;2\n" * 5000)
    sent: list[object] = []
    send_table(sent.append, read_table(open_source(path)))
    builder = TableBuilder()
    for message in sent[:-1]:
        builder.take(message)
    with pytest.raises(UnfinishedTableError):
        _ = builder.table
