"""What a file says is what the database holds: no row lost, doubled or changed unseen."""

import csv
import io
import json
import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import pytest

from co2desk.app.main import start
from co2desk.database.provision import connected
from co2desk.services.bundle import Services
from tests.oracle.figures import Expected
from tests.oracle.files import KINDS, YEAR, generated

ROWS = 60
NOTES = (
    "", "plain", "007", "  spaces before and behind  ", "🧪👩🏽 essai", "e\u0301te\u0301 NFD",
    "été", "two\nlines, and \"quotes\"; 'more'", "\\N", "\\.", "C:\\new\\table", "+41 21",
    "=HYPERLINK(1)", "-", "NULL", "NaN", "1e999", "%s {x} $1", "x" * 900, "a\tb",
    "straße 漢字 עברית", "\u00a0nbsp\u00a0",
)  # fmt: skip


def with_notes(text: str, seed: int) -> tuple[bytes, list[dict[str, str]]]:
    """The file with a column of awkward notes, all cells quoted; and its rows as written."""
    random = Random(seed)
    delimiter = "\t" if "\t" in text.partition("\r\n")[0] else ";"
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))
    for row in rows:
        row["note"] = random.choice(NOTES)
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode(), rows


def ask(services: Services, query: str, *given: object) -> list[tuple[Any, ...]]:
    """Ask the database as its superuser, who sees every row."""
    with connected(services.connection.caretaker) as connection:
        return connection.execute(query, given).fetchall()  # type: ignore[arg-type]


def state(services: Services, lab: str) -> list[tuple[Any, ...]]:
    """Everything that counts for the laboratory, and the footprint of all others."""
    return ask(
        services,
        "SELECT 'activity', a.id::text, to_jsonb(a)::text FROM activities AS a"
        " JOIN laboratories AS l ON l.id = a.lab_id WHERE l.code = %s"
        " UNION ALL SELECT 'result', r.lab_id::text || r.year || r.activity_type || r.category,"
        " (to_jsonb(r) - 'computed_at')::text FROM results AS r ORDER BY 1, 2",
        lab,
    )


@pytest.mark.parametrize("kind", list(KINDS))
def test_that_the_database_holds_what_the_file_says_and_undo_takes_it_back(
    kind: str,
    services: Services,
    lab: str,
    embedded_home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("CO2DESK_HOME", str(embedded_home))
    file = generated(kind, ROWS, 77)
    data, rows = with_notes(file.text, 77)
    path = tmp_path / f"{kind}.csv"
    path.write_bytes(data)
    before = state(services, lab)

    call = ["import", str(path), "--kind", kind, "--lab", lab, "--year", str(YEAR)]
    code = start([*call, "--valid-only", "--database", "embedded", "--json"])
    document = json.loads(capsys.readouterr().out)
    counts = document["rows"]
    assert code == (1 if counts["error"] else 0)
    assert counts["total"] == len(rows)
    assert counts["total"] == sum(counts[key] for key in ("valid", "error", "unfilled", "skipped"))
    if not counts["valid"]:
        return  # a kind of which nothing has a factor here

    job = document["import_job_id"]
    kept = ask(
        services,
        "SELECT r.raw_data, r.status, a.quantity, a.co2e_kg, a.note FROM import_rows AS r"
        " LEFT JOIN activities AS a ON a.import_row_id = r.id"
        " WHERE r.import_job_id = %s ORDER BY r.row_number",
        job,
    )
    assert [raw for raw, *_ in kept] == rows
    _agree(kept, rows, file.expected)
    activities = [row for row in kept if row[2] is not None]
    total = sum((co2e or Decimal(0) for *_, co2e, _ in activities), Decimal(0))
    assert (len(activities), total) == (counts["valid"], Decimal(document["co2e_kg"]))
    [(count, sum_of_results)] = ask(
        services,
        "SELECT sum(activity_count), sum(co2e_kg) FROM results AS r"
        " JOIN laboratories AS l ON l.id = r.lab_id WHERE l.code = %s",
        lab,
    )
    assert (count, sum_of_results) == (counts["valid"], total)

    assert start(["undo", job, "--database", "embedded"]) == 0
    assert state(services, lab) == before


def _agree(
    kept: Sequence[tuple[Any, ...]], rows: Sequence[dict[str, str]], expected: Sequence[Expected]
) -> None:
    for (_, status, quantity, co2e, note), row, right in zip(kept, rows, expected, strict=True):
        assert (status == "error") is (quantity is None) is bool(right.error), (row, right)
        if quantity is None:
            continue
        if right.activity_type:
            assert abs(Fraction(quantity) - right.quantity) <= right.slack_km
        assert (co2e is None) is (right.co2e is None)
        # A note is one line; the cell itself stays as it was, in raw_data.
        written = unicodedata.normalize("NFC", re.sub(r"[\t\n]", " ", row["note"])).strip()
        assert (note or "") == ("" if written == "-" else written), row
