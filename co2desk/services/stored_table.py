"""Makes a table again of the rows that an import left in the database."""

from collections.abc import Mapping, Sequence

from co2desk.database.import_jobs import StoredRow
from co2desk.domain.ids import ImportRowId
from co2desk.domain.import_job import ImportJob
from co2desk.importing.table import Dialect, SourceTable


def stored_table(
    job: ImportJob,
    columns: Mapping[str, str],
    rows: Sequence[StoredRow],
    corrections: Mapping[ImportRowId, Mapping[str, str]],
) -> SourceTable:
    """The file of `job` as it was read, with the corrected cells (by header) in their rows.

    `columns` give the order of the columns; their letters are not kept in the database.
    """
    header = names_in_order(columns, rows)
    return SourceTable(
        name=job.filename,
        sha256=job.file_sha256,
        dialect=Dialect("csv"),
        header=header,
        letters=("",) * len(header),
        rows=[_cells(row, corrections.get(row.id, {}), header) for row in rows],
        row_numbers=[row.row_number for row in rows],
        header_row=1,
    )


def names_in_order(columns: Mapping[str, str], rows: Sequence[StoredRow]) -> tuple[str, ...]:
    """The columns of a job's file in its order, then the cells beyond its header."""
    names = dict.fromkeys(columns)
    for row in rows:
        names.update(dict.fromkeys(row.raw_data))
    return tuple(names)


def _cells(row: StoredRow, corrected: Mapping[str, str], header: Sequence[str]) -> tuple[str, ...]:
    return tuple(corrected.get(name, row.raw_data.get(name, "")) for name in header)
