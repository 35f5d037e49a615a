"""Reading and checking files: beside frictionless, csv.reader and bare calamine."""

import csv
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from python_calamine import CalamineWorkbook

from co2desk.desktop.paths import resource
from co2desk.importing.checked import CheckChoices
from co2desk.importing.readers import open_source, read_table
from co2desk.offline.builtin_catalogue import builtin_reference
from co2desk.services.check_file import check_file
from tests.bench.clock import Effort, by_turns, processor_seconds, seconds
from tests.bench.figure import Figure
from tests.bench.files import HEADER, YEAR, activities_csv, wide_xlsx

# 3 times faster than frictionless, at most 2.5 times csv.reader, 1.6 times calamine.
_OF_FRICTIONLESS, _OF_CSV_READER, _OF_CALAMINE = 1 / 3, 2.5, 1.6


def figures(effort: Effort, folder: Path) -> Iterator[Figure]:
    """Measure all rows of reading and checking."""
    yield from _csv(effort, folder)
    yield from _xlsx(effort, folder)


def _csv(effort: Effort, folder: Path) -> Iterator[Figure]:
    path = activities_csv(folder, effort.read_rows)
    reference = builtin_reference(resource())
    choices = CheckChoices(year=YEAR)
    done = check_file(path, reference, choices)
    expected = effort.read_rows // 100
    if done.checked.counts.error != expected:
        raise AssertionError(f"{done.checked.counts.error} rows in error, not {expected}")
    check = partial(check_file, path, reference, choices)
    name = f"read and check {effort.read_rows:,} rows CSV"
    ours, listed = by_turns(effort.runs, check, partial(_list, path))
    yield Figure(f"{name}, to csv.reader", ours, "s", listed, _OF_CSV_READER, "csv.reader")
    ours, listed = by_turns(effort.runs, check, partial(_list, path), clock=processor_seconds)
    note = "processor time"
    yield Figure(f"{name}, computing", ours, "s", listed, _OF_CSV_READER, "csv.reader", note)
    ours, theirs = by_turns(effort.runs, check, partial(_frictionless, path, expected))
    yield Figure(f"{name}, to frictionless", ours, "s", theirs, _OF_FRICTIONLESS, "frictionless")


def _xlsx(effort: Effort, folder: Path) -> Iterator[Figure]:
    path = wide_xlsx(folder, effort.read_rows)
    seconds(partial(_calamine, path))
    name = f"read {effort.read_rows:,} x 12 cells XLSX"
    works = (lambda: read_table(open_source(path)), partial(_calamine, path))
    ours, theirs = by_turns(effort.runs, *works)
    yield Figure(name, ours, "s", theirs, _OF_CALAMINE, "calamine")
    ours, theirs = by_turns(effort.runs, *works, clock=processor_seconds)
    note = "processor time"
    yield Figure(f"{name}, computing", ours, "s", theirs, _OF_CALAMINE, "calamine", note)


def _list(path: Path) -> list[list[str]]:
    with path.open(encoding="cp1252", newline="") as lines:
        return list(csv.reader(lines, delimiter=";"))


def _calamine(path: Path) -> object:
    return CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()


def _frictionless(path: Path, expected: int) -> None:
    """Validate by a schema that finds the same rows in error as co2desk."""
    import frictionless
    from frictionless.formats import CsvControl

    texts = [
        {"name": name, "type": "string"}
        for name in (*HEADER, "NOTE")
        if name not in ("DATE", "QUANTITY")
    ]
    fields = [
        {"name": "DATE", "type": "date", "format": "%d.%m.%Y", "constraints": {"required": True}},
        *texts[:3],
        {
            "name": "QUANTITY",
            "type": "number",
            "decimalChar": ",",
            "constraints": {"required": True, "minimum": 0},
        },
        *texts[3:],
    ]
    found = frictionless.Resource(
        path=path.name,
        basepath=str(path.parent),
        encoding="cp1252",
        control=CsvControl(delimiter=";"),
        schema=frictionless.Schema.from_descriptor({"fields": fields}),
    ).validate(limit_errors=10 * expected)
    errors = {error.row_number for error in found.task.errors}
    if len(errors) != expected:
        raise AssertionError(f"frictionless finds {len(errors)} rows in error, not {expected}")
