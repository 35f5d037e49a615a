"""docs/reliability.md names 25 claims, and for each a short and a full form that are there."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
INDEX = (TESTS.parent / "docs" / "reliability.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in INDEX.splitlines()
    if re.match(r"\| \d+ \|", line)
]
_NAMED = re.compile(r"`([\w/]+\.py)::(\w+)`")
QUICK = "not slow and not server"


def collected(*marks: str) -> set[tuple[str, str]]:
    """File and function of every test that a run with these marks would run."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "-n", "0", *marks],
        cwd=TESTS.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    lines = re.findall(r"^tests/([\w/]+\.py)::(\w+)", done.stdout, re.MULTILINE)
    return {(str(file), str(name)) for file, name in lines}


def test_that_all_25_claims_are_there_with_a_short_and_a_full_form() -> None:
    assert [int(row[0]) for row in ROWS] == list(range(1, 26))
    for number, claim, short, full, figure in ROWS:
        assert len(claim) > 20, number
        assert _NAMED.search(short), number
        assert _NAMED.search(full) or "the same" in full, number
        assert figure, number
    for file, name in _NAMED.findall(INDEX):
        assert f"def {name}(" in (TESTS / file).read_text(encoding="utf-8"), f"{file}::{name}"


@pytest.mark.slow
def test_that_every_short_form_is_in_the_quick_run_and_every_full_form_in_the_whole() -> None:
    files = sorted({f"tests/{file}" for file, _ in _NAMED.findall(INDEX)})
    quick, whole = collected("-m", QUICK, *files), collected(*files)
    for number, _, short, full, _ in ROWS:
        missing = {*_NAMED.findall(short)} - quick
        assert not missing, f"{number}: {missing} not in the quick run"
        missing = {*_NAMED.findall(full)} - whole
        assert not missing, f"{number}: {missing} in no run"
