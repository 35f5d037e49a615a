"""The documents name what is there, and their commands work."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]


def names(document: Path) -> set[str]:
    """File names in backquotes and targets of links."""
    text = document.read_text(encoding="utf-8")
    quoted = re.findall(r"`((?:[\w.-]+/)*[\w.-]+\.(?:py|toml|md|txt|csv))`", text)
    links = [link for link in re.findall(r"\]\(([^)#]+)", text) if "://" not in link]
    return {*quoted, *links}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_that_every_file_a_document_names_is_there(document: Path) -> None:
    places = (document.parent, ROOT, ROOT / "co2desk")
    missing = [
        name
        for name in sorted(names(document))
        if not any((place / name).exists() for place in places)
        and not any(any((ROOT / room).rglob(name)) for room in ("co2desk", "tests"))
    ]
    assert missing == []


@pytest.mark.slow
def test_that_the_commands_of_the_readme_work_one_after_the_other(tmp_path: Path) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^co2desk .+$", text, re.MULTILINE)
    assert len(commands) > 4
    environment = {**os.environ, "CO2DESK_HOME": str(tmp_path / "home")}
    environment.pop("CO2DESK_DATABASE", None)
    for command in commands:
        done = subprocess.run(
            [sys.executable, "-m", *shlex.split(command)],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode in (0, 1), f"{command}: {done.stderr}"
