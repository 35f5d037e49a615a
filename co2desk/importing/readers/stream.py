"""A table in blocks small enough to cross from one process to another without a pause.

The reading process calls `read_in_blocks`, the other side gives what arrives to a `TableBuilder`.
Neither knows what carries the blocks between them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from co2desk.importing.readers.limits import limit_this_process
from co2desk.importing.readers.read import read_table
from co2desk.importing.readers.source import Source
from co2desk.importing.table import ReadOptions, SourceTable

BLOCK_ROWS = 2_000


@dataclass(frozen=True, slots=True)
class TableHead:
    """Everything of a table but its rows, and how many of these will follow."""

    table: SourceTable
    rows: int
    has_kinds: bool


@dataclass(frozen=True, slots=True)
class TableBlock:
    """The next rows, with their row numbers and kinds of cells."""

    rows: Sequence[Sequence[str]]
    row_numbers: Sequence[int]
    kinds: Sequence[bytes] | None


def read_in_blocks(
    send: Callable[[object], None], source: Source, options: ReadOptions | None = None
) -> None:
    """Read `source` within limits on memory and time; send its head, then its blocks.

    Raises:
        UnusableInput: as `read_table`.
        MemoryError: the limit is reached.
    """
    limit_this_process()
    send_table(send, read_table(source, options))


def send_table(send: Callable[[object], None], table: SourceTable) -> None:
    """Send a table's head, then its rows block by block.

    Rows travel as tuples: the receiver's garbage collector forgets tuples of text at once, while
    a hundred thousand lists would stop all its threads for a tenth of a second now and then.
    """
    empty = replace(table, rows=(), row_numbers=(), kinds=None)
    send(TableHead(empty, len(table.rows), table.kinds is not None))
    for start in range(0, len(table.rows), BLOCK_ROWS):
        end = start + BLOCK_ROWS
        kinds = table.kinds[start:end] if table.kinds is not None else None
        rows = tuple(map(tuple, table.rows[start:end]))
        send(TableBlock(rows, table.row_numbers[start:end], kinds))


class TableBuilder:
    """Puts head and blocks together again; `table` is there once all rows have arrived."""

    def __init__(self) -> None:
        self._head: TableHead | None = None
        self._rows: list[Sequence[str]] = []
        self._numbers: list[int] = []
        self._kinds: list[bytes] = []

    def take(self, message: object) -> None:
        """Take the next message of `read_in_blocks`."""
        if isinstance(message, TableHead):
            self._head = message
        elif isinstance(message, TableBlock):
            self._rows.extend(message.rows)
            self._numbers.extend(message.row_numbers)
            if message.kinds is not None:
                self._kinds.extend(message.kinds)

    @property
    def done(self) -> int:
        """Rows that have arrived."""
        return len(self._rows)

    @property
    def total(self) -> int | None:
        """Rows to come in all; None until the head has arrived."""
        return self._head.rows if self._head else None

    @property
    def table(self) -> SourceTable:
        """The whole table."""
        if self._head is None or self.done < self._head.rows:
            raise UnfinishedTableError
        return replace(
            self._head.table,
            rows=self._rows,
            row_numbers=self._numbers,
            kinds=self._kinds if self._head.has_kinds else None,
        )


class UnfinishedTableError(Exception):
    """The sending process ended before all rows had arrived."""
