"""One group may pass through a folder; nothing else about the folder changes."""

import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from co2desk.desktop.posix_acl import let_group_pass

GROUP, OTHER = 61500, 61501

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="only root admits another group"
)


def may(folder: Path, group: int, what: str) -> bool:
    command = f"cd {folder}" if what == "pass" else f"ls {folder}"
    done = subprocess.run(
        ["sh", "-c", command],
        user=65534,
        group=group,
        extra_groups=[],
        capture_output=True,
        check=False,
        cwd="/",
    )
    return done.returncode == 0


@pytest.fixture
def closed() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as open_to_all:  # below /tmp, which everybody may pass
        Path(open_to_all).chmod(0o755)
        folder = Path(open_to_all, "closed")
        folder.mkdir(mode=0o700)
        yield folder


def test_that_only_the_admitted_group_passes_and_cannot_list(closed: Path) -> None:
    let_group_pass(closed, GROUP)
    assert may(closed, GROUP, "pass")
    assert not may(closed, GROUP, "list")
    assert not may(closed, OTHER, "pass")
    assert stat.S_IMODE(closed.stat().st_mode) & 0o007 == 0


def test_that_a_second_group_leaves_the_first_and_twice_is_harmless(closed: Path) -> None:
    for group in (GROUP, OTHER, GROUP):
        let_group_pass(closed, group)
    assert may(closed, GROUP, "pass")
    assert may(closed, OTHER, "pass")


def test_that_rights_hidden_by_a_later_chmod_are_not_revived(closed: Path) -> None:
    let_group_pass(closed, GROUP)
    closed.chmod(0o700)
    assert not may(closed, GROUP, "pass")
    let_group_pass(closed, OTHER)
    assert may(closed, OTHER, "pass")
    assert not may(closed, GROUP, "pass")


def test_that_groups_admitted_at_once_all_pass(closed: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: let_group_pass(closed, 61600 + number), range(40)))
    assert all(may(closed, 61600 + number, "pass") for number in range(40))
