"""Reads a file in a process of its own, which may be stopped, may crash, and harms nothing here."""

from collections.abc import Iterator
from contextlib import contextmanager

from co2desk.desktop.child_process import (
    ChildCrashedError,
    ChildOutOfMemoryError,
    ChildTimedOutError,
    run_in_child,
)
from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.domain.progress import NoProgress, Progress
from co2desk.importing.readers import Source, read_table
from co2desk.importing.readers.formats import Format, identify
from co2desk.importing.readers.gate import Hostile
from co2desk.importing.readers.stream import TableBuilder, UnfinishedTableError, read_in_blocks
from co2desk.importing.table import ReadOptions, SourceTable

SECONDS_TO_READ = 60.0
_SMALL_TEXT_BYTES = 256 * 1024
"""Text below this is read before another process would have started, and by no foreign code."""
NO_WINDOW_WAITS_BYTES = 128 * 1024 * 1024
"""Where no window has to stay awake, only text above this is worth a second copy in memory."""


def read_apart(
    source: Source,
    options: ReadOptions | None = None,
    progress: Progress = NoProgress(),
    *,
    text_here: int = _SMALL_TEXT_BYTES,
) -> SourceTable:
    """Read `source` as `read_table` does, bounded in memory and time.

    Rows arrive in blocks of some thousand, so that no other thread waits for long; `progress`
    hears of them, and where it raises, the process is killed at once. Text of at most `text_here`
    bytes is read in this process; a workbook never is.

    Raises:
        UnusableInput: as `read_table`; READING_TOOK_TOO_LONG; DAMAGED_FILE or HOSTILE_FILE where
            the reader crashed or ran out of memory.
        Cancelled: asked for through `progress`.
    """
    if not source.data or (len(source.data) <= text_here and identify(source) is Format.TEXT):
        return read_table(source, options)
    builder = TableBuilder()

    def keep_going() -> None:
        progress.report(builder.done, builder.total, "reading")

    with reading(source.name):
        for message in run_in_child(
            read_in_blocks, source, options, seconds=SECONDS_TO_READ, keep_going=keep_going
        ):
            builder.take(message)
        return builder.table


@contextmanager
def reading(name: str) -> Iterator[None]:
    """Put into words what became of a process that reads the file `name`."""
    try:
        yield
    except ChildTimedOutError as stopped:
        raise UnusableInput(ErrorCode.READING_TOOK_TOO_LONG, path=name) from stopped
    except ChildOutOfMemoryError as stopped:
        raise UnusableInput(
            ErrorCode.HOSTILE_FILE, path=name, detail=Hostile.INFLATES_TOO_MUCH.value
        ) from stopped
    except (ChildCrashedError, UnfinishedTableError) as stopped:
        if isinstance(stopped, ChildCrashedError) and stopped.by_cpu_limit:
            raise UnusableInput(ErrorCode.READING_TOOK_TOO_LONG, path=name) from stopped
        raise UnusableInput(ErrorCode.DAMAGED_FILE, path=name, detail="reader_crashed") from stopped
