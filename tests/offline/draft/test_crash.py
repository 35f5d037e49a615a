"""What was saved survives kill -9 and a full disk."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.domain.row_edit import CellEdit, EditAction, EditStep
from co2desk.offline.draft.draft import Draft

# Says what it saved only after it was saved; every seventh step goes one back and on again.
_EDITS_UNTIL_KILLED = """
import sys
from itertools import count
from pathlib import Path
from co2desk.domain.row_edit import CellEdit, EditAction, EditStep
from co2desk.offline.draft.draft import Draft

with Draft.open(Path(sys.argv[1])) as draft:
    done = draft.load().undo_position
    for number in count(done + 1):
        text = f"{number}" * 200
        draft.append_edit(EditStep(EditAction.EDIT, (CellEdit(number, 0, "", text),)))
        print(number, flush=True)
        if number % 7 == 0:
            draft.set_undo_position(number - 1)
            draft.set_undo_position(number)
"""

_FILLS_A_SMALL_DISK = """
import resource, signal, sys
from itertools import count
from pathlib import Path
from co2desk.domain.errors import UnusableInput
from co2desk.domain.row_edit import CellEdit, EditAction, EditStep
from co2desk.offline.draft.draft import Draft

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
draft = Draft.open(Path(sys.argv[1]))
try:
    for number in count(1):
        text = f"{number}" * 2000
        draft.append_edit(EditStep(EditAction.EDIT, (CellEdit(number, 0, "", text),)))
        print(number, flush=True)
except UnusableInput as problem:
    print(problem.code.value, draft.load().undo_position)
"""


def _kill_while_editing(path: Path, after: float) -> int:
    """Let another process edit the draft, kill it, and return the last step it called saved."""
    with subprocess.Popen(
        [sys.executable, "-c", _EDITS_UNTIL_KILLED, str(path)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(after)
        os.kill(process.pid, signal.SIGKILL)
        said = [first, *process.stdout.read().split("\n")]
    return int([line for line in said if line.strip()][-1])


def _check_after_kill(path: Path, acknowledged: int) -> None:
    with Draft.open(path) as draft:
        content = draft.load()
    # One step may have been saved and not yet been said; its undo may be under way.
    assert acknowledged <= len(content.steps) <= acknowledged + 1
    assert len(content.steps) - 1 <= content.undo_position <= len(content.steps)
    for number, step in enumerate(content.steps, start=1):
        assert step == EditStep(EditAction.EDIT, (CellEdit(number, 0, "", f"{number}" * 200),))


def _kill_often(path: Path, times: int, seed: int) -> None:
    random = Random(seed)
    for _ in range(times):
        acknowledged = _kill_while_editing(path, after=random.uniform(0, 0.06))
        _check_after_kill(path, acknowledged)
        with Draft.open(path) as draft:
            draft.set_undo_position(len(draft.load().steps))


def test_that_ten_kills_lose_nothing_that_was_saved(draft: Draft, path: Path) -> None:
    draft.close()
    _kill_often(path, times=10, seed=1)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_that_200_kills_lose_nothing_that_was_saved(
    draft: Draft, path: Path, told: Callable[[str], None]
) -> None:
    draft.close()
    _kill_often(path, times=200, seed=2)
    told("200 kills -9 while editing: 0 drafts damaged, 0 saved steps lost")


def test_that_a_full_disk_is_told_and_loses_nothing(draft: Draft, path: Path) -> None:
    draft.close()
    done = subprocess.run(
        [sys.executable, "-c", _FILLS_A_SMALL_DISK, str(path)],
        capture_output=True,
        text=True,
        check=True,
    )
    *numbers, outcome = done.stdout.split("\n")[:-1]
    assert len(numbers) > 3
    assert outcome == f"cannot_write_file {numbers[-1]}"
    with Draft.open(path) as again:
        assert len(again.load().steps) == len(numbers)
        again.append_edit(EditStep(EditAction.EDIT, (CellEdit(0, 0, "", "x"),)))
        assert again.load().undo_position == len(numbers) + 1


def test_that_a_draft_goes_on_once_there_is_room_again(draft: Draft) -> None:
    step = EditStep(EditAction.EDIT, (CellEdit(0, 0, "", "x" * 100_000),))
    pages = draft._connection.execute("PRAGMA page_count").fetchone()[0]
    draft._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(UnusableInput) as caught:
        draft.append_edit(step)
    assert caught.value.code is ErrorCode.CANNOT_WRITE_FILE
    assert draft.load().steps == ()
    draft._connection.execute("PRAGMA max_page_count = 1000000")
    draft.append_edit(step)
    assert draft.load().steps == (step,)
