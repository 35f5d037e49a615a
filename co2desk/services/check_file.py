"""Reads a file and checks every row of it, without writing anything."""

from dataclasses import dataclass
from pathlib import Path

from co2desk.desktop.messages import Messages
from co2desk.domain.progress import NoProgress, Progress
from co2desk.domain.reference import Reference
from co2desk.importing.checked import CheckChoices, CheckedTable
from co2desk.importing.table import ReadOptions, SourceTable
from co2desk.services.mapping_file import ColumnMapping


@dataclass(frozen=True, slots=True)
class Timings:
    """Seconds that each part took."""

    reading: float
    checking: float


@dataclass(frozen=True)
class CheckedImport:
    """A file as read and as checked: what `import_file` commits, and nothing else."""

    source: SourceTable
    choices: CheckChoices
    checked: CheckedTable
    timings: Timings


def check_file(
    path: Path,
    reference: Reference,
    choices: CheckChoices = CheckChoices(),
    options: ReadOptions = ReadOptions(),
    *,
    mapping: ColumnMapping | None = None,
    progress: Progress = NoProgress(),
) -> CheckedImport:
    """Read `path` and check its rows against `reference`.

    Raises:
        UnusableInput: not a table, no kind fits, required columns are missing, or the
            laboratory of `choices` is not known to a reference that knows laboratories.
        Cancelled: asked for through `progress`.
    """
    raise NotImplementedError


def save_annotated(
    done: CheckedImport,
    original: Path,
    target: Path,
    messages: Messages,
    progress: Progress = NoProgress(),
) -> None:
    """Write the person's own file with an error column and comments, to be imported again.

    Raises:
        UnusableInput: CANNOT_WRITE_FILE.
    """
    raise NotImplementedError
