"""Writes an import block by block, while the caller makes the next block ready."""

from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from types import TracebackType
from typing import Final, Self

import psycopg

from co2desk.database import import_checks
from co2desk.database.import_stage import (
    DriverConnection,
    create_stage,
    drop_stage,
    empty_stage,
    fill_stage,
)
from co2desk.domain.ids import ImportJobId, LabId
from co2desk.domain.import_job import RowBlock

_CANCEL_SECONDS: Final = 5.0
_ASK_AGAIN_SECONDS: Final = 0.3
_INSERT_ROWS = """
INSERT INTO import_rows
    (id, import_job_id, lab_id, row_number, raw_data, validation_errors, status, fingerprint)
SELECT row_id, %(job_id)s, %(lab_id)s, row_number, raw_data, validation_errors, status, fingerprint
FROM co2desk_stage
"""
# A row without a laboratory of its own belongs to the import's. Codes compare as people read them.
INSERT_ACTIVITIES: Final = """
INSERT INTO activities
    (id, lab_id, import_row_id, activity_type, category, subcategory, quantity, unit,
     emission_factor_id, co2e_kg, date, note, attributes, co2e_source, factor_value, created_by)
SELECT s.activity_id, coalesce(l.id, %(lab_id)s), s.row_id, s.activity_type, s.category,
    s.subcategory, s.quantity, s.unit, coalesce(f.id, s.factor_id), s.co2e_kg, s.date, s.note,
    s.attributes, s.co2e_source, s.factor_value, (SELECT authz.me())
FROM co2desk_stage AS s
LEFT JOIN laboratories AS l ON s.lab_code <> '' AND lower(l.code) = lower(s.lab_code)
LEFT JOIN emission_factors AS f ON s.factor_code <> '' AND f.code = s.factor_code
WHERE s.activity_type IS NOT NULL
"""
_COUNTS = """
SELECT count(*) FILTER (WHERE status IN ('valid', 'warning')),
    count(*) FILTER (WHERE status = 'error'), coalesce(sum(round(co2e_kg, 4)), 0)
FROM co2desk_stage
"""


@dataclass(frozen=True, slots=True)
class Written:
    """How many rows were written, and what they stand for in kg CO2e."""

    rows: int = 0
    valid: int = 0
    wrong: int = 0
    co2e_kg: Decimal = Decimal(0)


class ImportWriter:
    """Writes one import over a connection that is nobody else's meanwhile.

    A block is written by a thread of its own, so that the caller, whom Python keeps busy, and the
    server work at the same time. At the end of the `with` block nothing is under way any more;
    where it is left by an error, the statement that runs is stopped.
    """

    def __init__(
        self, connection: DriverConnection, lab_id: LabId, job_id: ImportJobId, refuse_known: bool
    ) -> None:
        self._connection = connection
        self._lab_id = lab_id
        self._job_id = job_id
        self._refuse_known = refuse_known
        self._seen = ""
        self._written = Written()
        self._pending: Future[None] | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="import")

    def __enter__(self) -> Self:
        create_stage(self._connection)
        if self._refuse_known:
            self._seen = import_checks.snapshot(self._connection)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is not None and self._pending is not None:
            # Between two statements there is nothing to stop, so it is asked again.
            while not self._pending.done():
                with suppress(psycopg.Error):
                    self._connection.cancel_safe(timeout=_CANCEL_SECONDS)
                wait([self._pending], timeout=_ASK_AGAIN_SECONDS)
        self._thread.shutdown(wait=True)

    def write(self, block: RowBlock) -> None:
        """Begin to write a block as soon as the one before is written.

        Raises:
            DatabaseProblem: what `check_staged` or `refuse_known` say of the block before.
            psycopg.Error: the block before could not be written.
        """
        self._settle()
        self._pending = self._thread.submit(self._write, block)

    def finish(self) -> Written:
        """Wait for the last block, and return what was written.

        Raises:
            DatabaseProblem: as `write`; ROW_ALREADY_IMPORTED also where another brought a row
                while this one was under way.
            psycopg.Error: the last block could not be written.
        """
        self._settle()
        if self._refuse_known:
            import_checks.refuse_known_since(
                self._connection, self._lab_id, self._job_id, self._seen
            )
        drop_stage(self._connection)
        return self._written

    def _settle(self) -> None:
        if self._pending is not None:
            self._pending.result()
            self._pending = None

    def _write(self, block: RowBlock) -> None:
        connection, ids = self._connection, {"job_id": self._job_id, "lab_id": self._lab_id}
        if self._written.rows:
            empty_stage(connection)
        fill_stage(connection, block)
        import_checks.check_staged(connection, self._lab_id)
        if self._refuse_known:
            import_checks.refuse_known(connection, self._lab_id, self._job_id)
        connection.execute(_INSERT_ROWS, ids)
        connection.execute(INSERT_ACTIVITIES, ids)
        counted = connection.execute(_COUNTS).fetchone()
        if counted is None:
            raise AssertionError("an aggregate always answers")
        so_far = self._written
        self._written = Written(
            so_far.rows + block.count,
            so_far.valid + counted[0],
            so_far.wrong + counted[1],
            so_far.co2e_kg + counted[2],
        )
