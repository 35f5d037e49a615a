"""Walks through guides as a newcomer would: one shell, one command after the other."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.documents.blocks import ROOT, Block

# A block ends at its first failing command, and with it the walk; its place is told last.
_HEAD = """
set -e -o pipefail
trap 'echo "@@ stopped in $PLACE" >&2' ERR
cd "$START"
"""


def script_of(blocks: Sequence[Block], folder: Path) -> str:
    """The shell script that walks through `blocks`; their parts are written into `folder`."""
    lines = [_HEAD]
    for number, block in enumerate(blocks):
        if block.skipped:
            continue
        code, typed = folder / f"{number:03}.sh", folder / f"{number:03}.typed"
        code.write_text(f"{block.stand_in}\n" if block.stand_in else block.code, encoding="utf-8")
        typed.write_text("".join(f"{line}\n" for line in block.typed), encoding="utf-8")
        lines.append(f'PLACE={block.place}\necho "@@ $PLACE" >&2')
        if block.exit:
            lines.append(f"CODE=0; source {code} <{typed} || CODE=$?")
            lines.append(f'[ "$CODE" = {block.exit} ]')
        else:
            lines.append(f"source {code} <{typed}")
    lines.append("echo '@@ arrived' >&2")
    return "\n".join(lines) + "\n"


def walk(
    blocks: Sequence[Block],
    folder: Path,
    start: Path = ROOT,
    environment: Mapping[str, str] | None = None,
    shell: Sequence[str] = ("bash",),
    seconds: float = 280,
) -> str:
    """Run the commands in `start`; returns what they printed.

    Raises:
        AssertionError: a command failed, or took too long; with the place and its last words.
    """
    folder.mkdir(parents=True, exist_ok=True)
    script = folder / "walk.sh"
    script.write_text(script_of(blocks, folder), encoding="utf-8")
    done = subprocess.run(
        ["timeout", "--kill-after=10", str(seconds), *shell, str(script)],
        env={**_usual(folder), **(environment or {}), "START": str(start)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
        start_new_session=True,  # nobody sits at a terminal
    )
    assert done.returncode == 0, f"{done.returncode}\n{done.stdout[-4000:]}"
    assert done.stdout.rstrip().endswith("@@ arrived"), done.stdout[-4000:]
    return done.stdout


def _usual(folder: Path) -> dict[str, str]:
    """A newcomer's environment: this program on the path, and a home of its own."""
    return {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "HOME": str(folder),
        "CO2DESK_HOME": str(folder / "home"),
        "CO2DESK_LANGUAGE": "en",
        "LANG": "C.UTF-8",
        "XDG_RUNTIME_DIR": "/nonexistent",
    }
