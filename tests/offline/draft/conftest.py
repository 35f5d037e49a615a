"""A draft to work on."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from co2desk.domain.ids import ImportJobId
from co2desk.offline.draft.content import DraftSource, DraftTable
from co2desk.offline.draft.draft import Draft

DATA = "Datum;Menge\r\n31.01.2025;1'234,50\r\n".encode("cp1252")
JOB = ImportJobId(UUID("0d1c6b0e-6a5b-4a34-9a2f-3f2d8c1e7a10"))


@pytest.fixture
def source() -> DraftSource:
    return DraftSource("Verbrauch 2025.csv", hashlib.sha256(DATA).hexdigest(), DATA)


@pytest.fixture
def table() -> DraftTable:
    return DraftTable(
        header=("Datum", "Menge"),
        rows=[("31.01.2025", f"{n}") if n % 7 else ("31.01.2025",) for n in range(1200)],
        row_numbers=range(2, 1202),
        kinds=[bytes([0, 1]) for _ in range(1200)],
        details={"dialect": {"format": "csv", "confidence": 0.9}, "sheets": []},
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "one.co2draft"


@pytest.fixture
def draft(path: Path, source: DraftSource, table: DraftTable) -> Iterator[Draft]:
    with Draft.create(path, source, JOB) as new:
        new.save_table(table)
        yield new
