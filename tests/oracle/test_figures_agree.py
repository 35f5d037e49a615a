"""The figures of the program agree with those of an oracle that shares no code with it."""

import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from co2desk.app.main import start
from tests.oracle.figures import FACTORS, Expected
from tests.oracle.files import KINDS, YEAR, generated


def _fraction(text: str) -> Fraction:
    return Fraction(Decimal(text))


def differences(row: int, expected: Expected, document: dict[str, Any]) -> list[str]:
    """What is other than expected in one row of the document of `check`."""
    errors = {
        issue["code"]
        for issue in document["issues"]
        if issue["row"] == row and issue["severity"] == "error"
    }
    activity = next((one for one in document["activities"] if one["row"] == row), None)
    if expected.error:
        return [] if activity is None and expected.error in errors else [f"{errors} {activity}"]
    if activity is None:
        return [f"no activity: {errors}"]
    value = FACTORS[expected.factor].value if expected.factor else Fraction(0)
    wrong = [
        f"{name}: {activity[name]}"
        for name, right in {
            "activity_type": expected.activity_type,
            "category": expected.category,
            "unit": expected.unit,
            "factor_code": expected.factor or None,
            "date": expected.day.isoformat() if expected.day else None,
        }.items()
        if activity[name] != right and (right or expected.activity_type)
    ]
    off = abs(_fraction(activity["quantity"]) - expected.quantity)
    if expected.activity_type and off > expected.slack_km:
        wrong.append(f"quantity: {activity['quantity']}")
    if (activity["co2e_kg"] is None) is not (expected.co2e is None):
        wrong.append(f"co2e_kg: {activity['co2e_kg']}")
    elif expected.co2e is not None:
        off = abs(_fraction(activity["co2e_kg"]) - expected.co2e)
        if off > expected.slack_km * value + expected.slack_kg:
            wrong.append(f"co2e_kg: {activity['co2e_kg']}")
    return wrong


@pytest.mark.parametrize("kind", list(KINDS))
def test_that_the_figures_of_a_kind_agree_with_the_oracle(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CO2DESK_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("CO2DESK_DATABASE", raising=False)
    for seed in range(SEEDS):
        file = generated(kind, ROWS, seed)
        path = tmp_path / f"{kind}-{seed}.csv"
        path.write_bytes(file.text.encode("utf-8"))
        start(["check", str(path), "--year", str(YEAR), "--kind", kind, "--json"])
        document = json.loads(capsys.readouterr().out)
        lines = file.text.splitlines()
        told = [
            f"{lines[0]}\n{lines[row - 1]}\n{expected}\n{found}"
            for row, expected in enumerate(file.expected, 2)
            if (found := differences(row, expected, document))
        ]
        assert not told, f"{len(told)} rows differ, seed {seed}, first:\n" + "\n".join(told[:3])
        assert document["rows"]["total"] == ROWS
        total = sum(_fraction(one["co2e_kg"] or "0") for one in document["activities"])
        assert _fraction(document["co2e_kg"]) == total


SEEDS, ROWS = 3, 150
