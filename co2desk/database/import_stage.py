"""Brings the rows of an import to the server: COPY into a temporary table of this transaction."""

from collections.abc import Iterable
from typing import Any

from psycopg import Connection

from co2desk.database.stage_rows import COLUMNS, stage_line
from co2desk.database.time_ordered_ids import time_ordered_ids
from co2desk.domain.ids import ImportRowId
from co2desk.domain.import_job import RowBlock, RowToImport

DriverConnection = Connection[tuple[Any, ...]]

_CREATE = """
CREATE TEMPORARY TABLE co2desk_stage (
    row_id uuid, activity_id uuid, row_number integer, raw_data jsonb, validation_errors jsonb,
    status text, fingerprint bytea, activity_type text, category text, subcategory text,
    quantity numeric, unit text, date date, co2e_kg numeric, co2e_source text, factor_code text,
    factor_id uuid, factor_value numeric, note text, lab_code text, attributes jsonb
) ON COMMIT DROP
"""


def create_stage(connection: DriverConnection) -> None:
    """Make the empty table `co2desk_stage` for the rest of this transaction."""
    connection.execute(_CREATE)


def fill_stage(connection: DriverConnection, block: RowBlock) -> None:
    """COPY a block into the stage; each row has the id that it will have as import row."""
    with connection.cursor().copy(f"COPY co2desk_stage ({COLUMNS}) FROM STDIN") as copy:
        copy.write(block.lines)


def fill_stage_again(
    connection: DriverConnection, rows: Iterable[tuple[ImportRowId, RowToImport]]
) -> None:
    """COPY rows into the stage that the database has already, by their ids."""
    every = list(rows)
    with connection.cursor().copy(f"COPY co2desk_stage ({COLUMNS}) FROM STDIN") as copy:
        for (row_id, row), activity_id in zip(every, time_ordered_ids(len(every)), strict=True):
            copy.write(stage_line(row, row_id.hex, activity_id))


def empty_stage(connection: DriverConnection) -> None:
    """Make room for the next block."""
    connection.execute("TRUNCATE co2desk_stage")


def drop_stage(connection: DriverConnection) -> None:
    """Drop the stage before its transaction ends: another import may follow in it."""
    connection.execute("DROP TABLE co2desk_stage")
