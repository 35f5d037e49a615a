"""Brings the rows of an import to the server: COPY into a temporary table of this transaction."""

from collections.abc import Iterable
from typing import Any

from psycopg import Connection

from co2desk.database.stage_rows import COLUMNS, stage_line
from co2desk.domain.ids import ImportRowId
from co2desk.domain.import_job import RowBlock, RowToImport

DriverConnection = Connection[tuple[Any, ...]]

_CREATE = """
CREATE TEMPORARY TABLE co2desk_stage (
    row_number integer, raw_data jsonb, validation_errors jsonb, status text, fingerprint bytea,
    activity_type text, category text, subcategory text, quantity numeric, unit text, date date,
    co2e_kg numeric, co2e_source text, factor_code text, factor_id uuid, factor_value numeric,
    note text, lab_code text, attributes jsonb, row_id uuid DEFAULT gen_random_uuid()
) ON COMMIT DROP
"""


def create_stage(connection: DriverConnection) -> None:
    """Make the empty table `co2desk_stage` for the rest of this transaction."""
    connection.execute(_CREATE)


def fill_stage(connection: DriverConnection, block: RowBlock) -> None:
    """COPY a block into the stage; each row gets the id that it will have as import row."""
    with connection.cursor().copy(f"COPY co2desk_stage ({COLUMNS}) FROM STDIN") as copy:
        copy.write(block.lines)


def fill_stage_again(
    connection: DriverConnection, rows: Iterable[tuple[ImportRowId, RowToImport]]
) -> None:
    """COPY rows into the stage that the database has already, by their ids."""
    with connection.cursor().copy(f"COPY co2desk_stage ({COLUMNS}, row_id) FROM STDIN") as copy:
        for row_id, row in rows:
            copy.write(f"{stage_line(row)[:-1]}\t{row_id}\n")


def empty_stage(connection: DriverConnection) -> None:
    """Make room for the next block."""
    connection.execute("TRUNCATE co2desk_stage")


def drop_stage(connection: DriverConnection) -> None:
    """Drop the stage before its transaction ends: another import may follow in it."""
    connection.execute("DROP TABLE co2desk_stage")
