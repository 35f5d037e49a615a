"""Test 24: an export holds no formula, and imports again to the same values, byte by byte."""

import csv
import random
import re
import unicodedata
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from co2desk.domain.activity_list import ActivityFilter, ActivityRecord
from co2desk.importing.checked import CheckChoices
from co2desk.services.bundle import Services
from co2desk.services.check_file import check_file
from co2desk.services.import_file import CommitMode
from tests.entries import gas

_OPENINGS = ("=", "+", "-", "@", "'", "''=", "'=", '"', ";", ",", "#", "1.", "0", "NULL", "nan")
_NOTES = (
    "=1+1", "+41 21 693 11 11", "-1", "@SUM(A1)", '=HYPERLINK("http://x";"y")', "'=1+1", "''+1",
    "'quoted'", "00123", "1e5", "1,5", "2024-01-01", "TRUE", "nan", "inf", "1.234.567",
    '"', '""', "a;b", "a,b", "a\nb", "a\n\nb", "été à Zürich", "統計", "Ω≈ç√", "🧪 CO₂e",
    "x" * 500, "a  b", "_x0041_", "&amp;<b>", "\\N", "%s{0}", "=cmd|' /C calc'!A0",
)  # fmt: skip
_ALPHABET = "abz09 =+-@'\";,.#_&<\\éß統🧪₂"


def entries(lab: str, count: int) -> list[dict[str, str]]:
    """Entries with every dangerous note, then with notes by chance."""
    chance = random.Random(count)
    made = []
    for number in range(count):
        note = _NOTES[number] if number < len(_NOTES) else _note(chance)
        amount = chance.choice(["1", "0.0001", "99999999.9999", "1234.5", "0", "7.1"])
        made.append(
            gas(
                lab,
                amount,
                day=date(2025, 1, 1) + timedelta(days=number % 365),
                kg_co2eq="12.3456" if number % 3 == 0 else "",
                note=unicodedata.normalize("NFC", note),
            )
        )
    return made


def _note(chance: random.Random) -> str:
    middle = "".join(chance.choice(_ALPHABET) for _ in range(chance.randint(1, 30)))
    return (chance.choice(_OPENINGS) + middle).strip()


def values(records: Sequence[ActivityRecord]) -> list[tuple[object, ...]]:
    """All that the person entered and what follows from it, without keys and times."""
    return sorted(
        (
            str(one.date), one.activity_type.value, one.category, one.subcategory,
            str(one.quantity), one.unit, one.factor_code, one.note.encode(), one.lab_code,
            str(one.co2e_kg), one.co2e_source.value, str(one.factor_value),
        )
        for one in records
    )  # fmt: skip


def formulas(path: Path) -> int:
    """How many cells of a file a spreadsheet would calculate."""
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as book:
            sheets = [name for name in book.namelist() if "worksheets/sheet" in name]
            return sum(len(re.findall(rb"<f[ >]", book.read(name))) for name in sheets)
    with path.open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    return sum(bool(re.match(r"[=+@\t\r]|-(?![0-9.]+$)", cell)) for cell in cells)


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@pytest.mark.parametrize("count", [len(_NOTES), pytest.param(1000, marks=pytest.mark.slow)])
def test_that_an_export_has_no_formula_and_comes_back_byte_by_byte(
    services: Services,
    lab: str,
    tmp_path: Path,
    suffix: str,
    count: int,
    told: Callable[[str], None],
) -> None:
    entered = services.activities.add(entries(lab, count))
    wanted = ActivityFilter(lab_codes=(lab,))
    path = tmp_path / f"export{suffix}"
    assert services.activities.export(path, wanted) == count
    assert formulas(path) == 0
    services.activities.delete({one.id: one.version for one in entered})

    choices = CheckChoices(lab_code=lab, year=2025, again=True)
    done = check_file(path, services.references.for_laboratory(lab), choices)
    assert (done.checked.counts.error, done.checked.counts.valid) == (0, count)
    services.import_file.commit(done, CommitMode.ALL_OR_NOTHING)
    back: list[ActivityRecord] = []
    page = services.activities.page(wanted)
    back += page.rows
    while page.next is not None:
        page = services.activities.page(wanted, after=page.next)
        back += page.rows
    before, after = values(entered), values(back)
    differing = sum(one != other for one, other in zip(before, after, strict=True))
    assert differing == 0, [a for a in zip(before, after, strict=True) if a[0] != a[1]][:5]
    told(f"{count} activities by {suffix}: 0 formula cells, {count - differing} come back the same")
