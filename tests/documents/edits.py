"""The edits of a guide: its blocks with a file's name, put into a copy of the tree."""

import re
import shutil
import subprocess
from pathlib import Path

from tests.documents.blocks import ROOT

_EDIT = re.compile(
    r'^```(?P<kind>\w+) title="(?P<file>[^"]+)"\n(?P<text>.*?)^```$', re.MULTILINE | re.DOTALL
)


def copy_of_the_tree(target: Path) -> Path:
    """Copy what git knows, as it stands in the working tree."""
    known = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    for name in filter(None, known.split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)
    return target


def apply(page: Path, tree: Path) -> int:
    """Make every edit that `page` shows in `tree`; returns how many.

    Raises:
        AssertionError: the lines around a change are not, or not only once, in the file.
    """
    edits = list(_EDIT.finditer(page.read_text(encoding="utf-8")))
    for edit in edits:
        file, text = tree / edit["file"], edit["text"]
        if edit["kind"] != "diff":
            assert not file.exists(), f"{edit['file']} is there already"
            file.write_text(text, encoding="utf-8")
            continue
        lines = text.splitlines(keepends=True)
        before = "".join(line[1:] for line in lines if line[0] in " -")
        after = "".join(line[1:] for line in lines if line[0] in " +")
        if before.endswith("=\n"):  # the beginning of a line is enough to find it
            before, after = before[:-1], after[:-1]
        found = file.read_text(encoding="utf-8")
        assert found.count(before) == 1, f"{edit['file']}: {found.count(before)} × {before!r}"
        file.write_text(found.replace(before, after), encoding="utf-8")
    return len(edits)
