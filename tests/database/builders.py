"""Makes imports and activities for tests, with as little said as a test needs."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

from co2desk.database.stage_rows import stage_blocks
from co2desk.domain.activity import ActivityType, Co2eSource, NewActivity
from co2desk.domain.ids import ImportJobId, LabId
from co2desk.domain.import_job import ImportToCommit, RowBlock, RowStatus, RowToImport

SHA = "ab" * 32


def activity(
    quantity: str = "10",
    *,
    day: date = date(2024, 3, 1),
    co2e: str | None = "2.4",
    category: str = "combustion",
    lab_code: str = "",
    factor_code: str = "",
    factor_value: str = "0.24",
    note: str = "",
    unit: str = "kWh",
) -> NewActivity:
    """An energy activity; without CO2e where `co2e` is None."""
    source = Co2eSource.MISSING if co2e is None else Co2eSource.FACTOR
    return NewActivity(
        activity_type=ActivityType.ENERGY,
        category=category,
        subcategory="natural gas",
        quantity=Decimal(quantity),
        unit=unit,
        date=day,
        co2e_kg=None if co2e is None else Decimal(co2e),
        co2e_source=source,
        factor_code=factor_code,
        factor_value=None if co2e is None else Decimal(factor_value),
        note=note,
        lab_code=lab_code,
    )


def good_row(number: int, of: NewActivity | None = None, **cells: str) -> RowToImport:
    """A row that becomes an activity."""
    return RowToImport(
        row_number=number,
        raw_data=cells or {"Menge": f"{number},5"},
        validation_errors=[],
        status=RowStatus.VALID,
        fingerprint=hashlib.sha256(str(number).encode()).digest(),
        activity=of or activity(),
    )


def bad_row(number: int, code: str = "not_a_number") -> RowToImport:
    """A row that stays behind."""
    issue: dict[str, object] = {
        "code": code, "column": "Menge", "severity": "error", "message": "", "params": {}
    }  # fmt: skip
    return RowToImport(number, {"Menge": "zwölf"}, [issue], RowStatus.ERROR, None, None)


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows at hand, in blocks as the database takes them."""

    rows: Sequence[RowToImport]

    def blocks(self) -> Iterator[RowBlock]:
        return stage_blocks(self.rows)


def import_of(
    lab_id: str | UUID,
    rows: Sequence[RowToImport],
    *,
    job_id: UUID | None = None,
    sha256: str = SHA,
    refuse_known: bool = False,
    column_mapping: Mapping[str, str] | None = None,
) -> ImportToCommit:
    """An import of `rows` into a laboratory."""
    return ImportToCommit(
        job_id=ImportJobId(job_id or uuid4()),
        lab_id=LabId(UUID(str(lab_id))),
        filename="energy.csv",
        kind="activity",
        reporting_year=2024,
        file_sha256=sha256,
        column_mapping=column_mapping or {"Menge": "quantity"},
        rows_total=len(rows),
        rows=Rows(rows),
        refuse_known=refuse_known,
    )
