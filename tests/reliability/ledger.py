"""Holds what the database has against what was acknowledged to people."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Self
from uuid import UUID

from tests.database.conftest import World

_JOBS = """
SELECT j.id, j.rows_valid,
    (SELECT count(*) FROM import_rows r WHERE r.import_job_id = j.id),
    (SELECT count(*) FROM activities a JOIN import_rows r ON r.id = a.import_row_id
     WHERE r.import_job_id = j.id)
FROM import_jobs j
"""


@dataclass(frozen=True)
class Ledger:
    """Imports acknowledged, and how many of them are lost, partly there, or there besides."""

    acknowledged: int
    lost: int
    partial: int
    doubled: int

    @classmethod
    def of(cls, world: World, acknowledged: Sequence[UUID], rows: int) -> Self:
        """Look at every job in the world's database; each import had `rows` rows."""
        return cls.read(world.database.execute, acknowledged, rows)

    @classmethod
    def read(
        cls,
        execute: Callable[[str], list[tuple[object, ...]]],
        acknowledged: Sequence[UUID],
        rows: int,
    ) -> Self:
        """The same by any way to ask the database."""
        found = {job: counts for job, *counts in execute(_JOBS)}
        return cls(
            acknowledged=len(acknowledged),
            lost=sum(job not in found for job in acknowledged),
            partial=sum(counts != [rows] * 3 for counts in found.values()),
            doubled=len(found.keys() - set(acknowledged))
            + len(acknowledged)
            - len({*acknowledged}),
        )

    @property
    def faults(self) -> int:
        """How many are not there exactly once."""
        return self.lost + self.partial + self.doubled

    def __str__(self) -> str:
        return (
            f"{self.acknowledged} imports acknowledged, {self.lost} lost, {self.partial} partial, "
            f"{self.doubled} doubled"
        )
