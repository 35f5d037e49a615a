"""Reads a file and checks every row of it, without writing anything."""

import time
from dataclasses import dataclass, field, replace
from pathlib import Path

from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.domain.progress import NoProgress, Progress
from co2desk.domain.reference import Laboratory, Reference
from co2desk.importing.checked import CheckChoices, CheckedTable
from co2desk.importing.checker import EVERY_COLUMN
from co2desk.importing.factor_set import check_factors
from co2desk.importing.pipeline import check_table
from co2desk.importing.readers import open_source
from co2desk.importing.table import ReadOptions, SourceTable
from co2desk.services.mapping_file import ColumnMapping
from co2desk.services.read_apart import NO_WINDOW_WAITS_BYTES, read_apart


@dataclass(frozen=True, slots=True)
class Timings:
    """Seconds that each part took."""

    reading: float
    checking: float


@dataclass(frozen=True)
class CheckedImport:
    """A file as read and as checked: what `import_file` commits, and nothing else.

    `laboratory` is the one that the rows are for, None where none was named or known. `data` are
    the bytes of the file as the person gave it, for the archive.
    """

    source: SourceTable
    choices: CheckChoices
    checked: CheckedTable
    timings: Timings
    laboratory: Laboratory | None = None
    data: bytes = field(default=b"", repr=False)


def check_file(
    path: Path,
    reference: Reference,
    choices: CheckChoices = CheckChoices(),
    options: ReadOptions = ReadOptions(),
    *,
    mapping: ColumnMapping | None = None,
    factors_too: bool = False,
    progress: Progress = NoProgress(),
) -> CheckedImport:
    """Read `path` and check its rows against `reference`.

    With `factors_too` a set of emission factors is checked as well, which no import takes.

    Raises:
        UnusableInput: not a table, no kind fits, required columns are missing, emission factors
            that nobody asked for, or the laboratory of `choices` is not known to a reference
            that knows laboratories.
        Cancelled: asked for through `progress`.
    """
    began = time.perf_counter()
    progress.report(0, None, "reading")
    source = open_source(path)
    table = read_apart(source, options, progress, text_here=NO_WINDOW_WAITS_BYTES)
    if options.decimal_mark:
        choices = replace(
            choices, decimal_marks={EVERY_COLUMN: options.decimal_mark, **choices.decimal_marks}
        )
    if mapping is not None:
        choices = mapping.applied(choices, table)
    read = time.perf_counter()
    try:
        checked = check_table(table, choices, reference, progress)
    except UnusableInput as problem:
        if not factors_too or problem.code is not ErrorCode.FACTORS_NOT_ACTIVITIES:
            raise
        checked = check_factors(table, choices, reference, progress).checked
    return CheckedImport(
        source=table,
        choices=choices,
        checked=checked,
        timings=Timings(reading=read - began, checking=time.perf_counter() - read),
        laboratory=reference.laboratories.get(choices.lab_code.casefold()),
        data=source.data,
    )
