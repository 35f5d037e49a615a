"""The documents name what is there."""

import re
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
