"""A file read in a process of its own gives the same table, and can be stopped."""

import io
import threading
import time

import openpyxl
import pytest

from co2desk.domain.errors import Cancelled, ErrorCode, UnusableInput
from co2desk.importing.readers import Source, read_table, source_from_text
from co2desk.services import read_apart as module
from co2desk.services.read_apart import read_apart


def large_text(rows: int = 40_000) -> Source:
    lines = "".join(f"{i};Zürich;{i}.5;kWh\n" for i in range(rows))
    return source_from_text("id;town;amount;unit\n" + lines, "large.csv")


class StopsAt:
    """Asks to stop once `rows` rows are there."""

    def __init__(self, rows: int) -> None:
        self.rows = rows
        self.asked: float | None = None

    def report(self, done: int, total: int | None = None, stage: str = "") -> None:
        if done >= self.rows:
            self.asked = self.asked or time.monotonic()
            raise Cancelled


def test_that_the_table_is_the_same_as_read_here() -> None:
    source = large_text()
    apart, here = read_apart(source), read_table(source)
    assert [list(row) for row in apart.rows] == [list(row) for row in here.rows]
    assert (apart.header, apart.dialect, list(apart.row_numbers)) == (
        here.header,
        here.dialect,
        list(here.row_numbers),
    )


def test_that_a_workbook_keeps_its_kinds() -> None:
    book = openpyxl.Workbook()
    for row in (["a", "b"], [1, "x"], [2, "y"]):
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    source = Source("b.xlsx", stream.getvalue(), "")
    assert read_apart(source).kinds == read_table(source).kinds


@pytest.mark.parametrize("rows", [0, 10_000])
def test_that_cancel_answers_within_half_a_second(rows: int) -> None:
    progress = StopsAt(rows)
    with pytest.raises(Cancelled):
        read_apart(large_text(), progress=progress)
    assert progress.asked is not None
    assert time.monotonic() - progress.asked < 0.5


def test_that_reading_too_long_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SECONDS_TO_READ", 0.0)
    with pytest.raises(UnusableInput) as refused:
        read_apart(large_text())
    assert refused.value.code is ErrorCode.READING_TOOK_TOO_LONG


def longest_gap(source: Source) -> float:
    """Seconds that another thread had to wait at most while `source` was read."""
    gaps: list[float] = []
    finished = threading.Event()

    def beat() -> None:
        last = time.monotonic()
        while not finished.wait(0.005):
            now = time.monotonic()
            gaps.append(now - last)
            last = now

    heart = threading.Thread(target=beat)
    heart.start()
    try:
        read_apart(source)
    finally:
        finished.set()
        heart.join()
    return max(gaps)


@pytest.mark.slow
def test_that_other_threads_never_wait_100_milliseconds() -> None:
    source = large_text(100_000)
    # The best of some: other programs on the machine make gaps too.
    assert min(longest_gap(source) for _ in range(5)) < 0.1
