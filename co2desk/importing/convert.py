"""Any table file to one plain CSV dialect: UTF-8, comma, double quotes, CRLF, header first."""

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path

from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.domain.write_failure import write_failure
from co2desk.importing.readers import open_source, read_table
from co2desk.importing.table import SourceTable


@dataclass(frozen=True, slots=True)
class Converted:
    """What became of one file; `target` is None where nothing could be written."""

    source: Path
    target: Path | None
    rows: int = 0
    columns: int = 0
    error: UnusableInput | None = None


def with_names(paths: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    """Give each file the name of its own that it is written under."""
    taken: set[str] = set()
    for path in paths:
        name = _free_name(path, taken)
        taken.add(name.casefold())
        yield path, name


def convert_file(
    path: Path,
    out_dir: Path,
    name: str = "",
    bounds: AbstractContextManager[None] | None = None,
) -> Converted:
    """Convert one file to `out_dir`/`name`, by default its own name.

    An empty file becomes an empty file, and is still reported as empty. `bounds` are entered for
    all of the work but the last step, which puts the whole table in its place: what they end
    leaves nothing there (see `unfinished`).
    """
    target = out_dir / (name or path.name)
    try:
        if target.exists() and target.samefile(path):
            raise UnusableInput(
                ErrorCode.CANNOT_WRITE_FILE, path=target.name, detail="another_file_of_this_name"
            )
        with bounds or nullcontext():
            rows, columns = _write_unfinished(path, target)
    except UnusableInput as problem:
        if problem.code is not ErrorCode.EMPTY_FILE:
            return Converted(path, None, error=problem)
        _write(target, "")
        _put_in_place(target)
        return Converted(path, target, error=problem)
    _put_in_place(target)
    return Converted(path, target, rows, columns)


def unfinished(target: Path) -> Path:
    """Where a table is written until it is whole; whoever ends the process removes it."""
    # A name of its own length: the target's may be as long as names can be.
    mark = hashlib.sha256(target.name.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return target.with_name(f".{mark}.partial")


def table_as_csv(table: SourceTable) -> str:
    """Write the header, if there is one, and the rows, each cell exactly as text.

    Blank cells behind the last name, which Excel's exports are full of, are no part of the table.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    width = len(table.header)
    if any(table.header):
        writer.writerow(table.header)
        writer.writerows(
            row if len(row) <= width or any(row[width:]) else row[:width] for row in table.rows
        )
    else:
        writer.writerows(table.rows)
    return stream.getvalue()


def _write_unfinished(path: Path, target: Path) -> tuple[int, int]:
    table = read_table(open_source(path))
    _write(target, table_as_csv(table))
    return len(table.rows), len(table.header)


def _write(target: Path, text: str) -> None:
    partial = unfinished(target)
    try:
        with partial.open("w", encoding="utf-8", newline="") as file:
            file.write(text)
    except OSError as problem:
        with suppress(OSError):
            partial.unlink()
        raise unwritable(target, problem) from problem


def _put_in_place(target: Path) -> None:
    try:
        unfinished(target).replace(target)
    except OSError as problem:
        raise unwritable(target, problem) from problem


def unwritable(target: Path, problem: OSError) -> UnusableInput:
    """Why nothing could be written, in terms that the person's language has words for."""
    return UnusableInput(
        ErrorCode.CANNOT_WRITE_FILE, path=target.name, detail=write_failure(problem)
    )


def _free_name(path: Path, taken: set[str]) -> str:
    name = path.name
    number = 1
    while name.casefold() in taken:
        number += 1
        name = f"{path.stem} ({number}){path.suffix}"
    return name
