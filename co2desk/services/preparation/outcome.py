"""What comes of an import in preparation: rows for the database, a copy for the person."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from co2desk.database.stage_rows import stage_block
from co2desk.desktop.messages import Messages
from co2desk.domain.import_job import RowBlock
from co2desk.domain.progress import Progress
from co2desk.importing.readers import Source
from co2desk.importing.readers.encodings import Candidate, candidates
from co2desk.services.check_file import CheckedImport, Timings
from co2desk.services.preparation.workbench import Workbench
from co2desk.services.rows_to_import import cell_names, row_to_import

BLOCK = 5_000


def to_commit(bench: Workbench, progress: Progress) -> CheckedImport:
    """All of the import but its rows and its bytes.

    Rows that were checked offline are checked against the database first.

    Raises:
        as `Workbench.compare`.
    """
    if bench.reference.origin != "database":
        bench.compare(progress)
    done = _checked_import(bench)
    return replace(
        done,
        source=replace(done.source, rows=(), row_numbers=(), kinds=None),
        choices=replace(bench.choices, values=bench.meanings),
        checked=replace(done.checked, rows=()),
    )


def rows_to_send(bench: Workbench, first: int, messages: Messages) -> RowBlock:
    """Some rows from `first` on, in the form that the database takes; none behind the last."""
    names = cell_names(bench.table.header, bench.table.letters)
    rows = bench.review.rows[first : first + BLOCK]
    return stage_block((row_to_import(row, names, messages) for row in rows), BLOCK)


def source_bytes(bench: Workbench) -> bytes:
    """The file as the person gave it."""
    return bench.draft.source().data


def encodings(bench: Workbench) -> Sequence[Candidate]:
    """How the telling lines of the file look in each encoding, for text files."""
    kept = bench.draft.source()
    return candidates(kept.data, kept.name)


def save_annotated(bench: Workbench, progress: Progress, path: Path, language: str) -> None:
    """Write the person's own workbook or CSV with an error column and comments.

    Raises:
        UnusableInput: CANNOT_WRITE_FILE.
        Cancelled: asked for through `progress`; no file is left.
    """
    from co2desk.services.annotate_copy import annotate  # loads all that writes workbooks

    kept = bench.draft.source()
    source = Source(kept.name, kept.data, kept.sha256)
    annotate(source, _checked_import(bench), path, Messages.load(language), progress)


def save_copy(bench: Workbench, path: Path) -> None:
    """Write a copy of the draft, to be mailed to a colleague.

    Raises:
        UnusableInput: CANNOT_WRITE_FILE.
    """
    bench.draft.export(path)


def _checked_import(bench: Workbench) -> CheckedImport:
    laboratory = bench.reference.laboratories.get(bench.choices.lab_code.casefold())
    return CheckedImport(
        bench.table, bench.choices, bench.review.checked(), Timings(0, 0), laboratory
    )
