"""Files made to harm end in a table or in words, in bounded time and memory."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.reliability.hostile_files import HostileFile, hostile_files

_MEGABYTE = 1024 * 1024
_SECONDS = 30
_MEMORY = 1024 * _MEGABYTE
_ALL = list(hostile_files())
_SMALL = [file for file in _ALL if not file.large]
_PANIC = re.compile(r"Traceback|panicked|Fatal Python error|core dumped|Error:")


@dataclass(frozen=True)
class Run:
    """How one call of the program went.

    `seconds` are those of the processor, by all its processes; `memory` that of the largest, in
    bytes.
    """

    code: int
    out: str
    err: str
    seconds: float
    memory: int


# A process is counted with the memory of the one that it was forked from, and that of a session of
# tests is large: so a small one starts the program, and writes down what it took.
_MEASURE = """
import json, os, pathlib, subprocess, sys
process = subprocess.Popen(sys.argv[2:])
_, status, used = os.wait4(process.pid, 0)
process.returncode = os.waitstatus_to_exitcode(status)
taken = process.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024
pathlib.Path(sys.argv[1]).write_text(json.dumps(taken))
"""


def run(folder: Path, *arguments: object) -> Run:
    taken = folder / "taken"
    program = [sys.executable, "-m", "co2desk", *map(str, arguments)]
    done = subprocess.run(
        [sys.executable, "-c", _MEASURE, str(taken), *program],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
        env={**os.environ, "CO2DESK_HOME": str(folder / "home"), "CO2DESK_LANGUAGE": "en"},
    )
    code, seconds, memory = json.loads(taken.read_text())
    taken.unlink()
    return Run(code, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"), seconds, memory)


def made(folder: Path, files: Sequence[HostileFile]) -> list[Path]:
    """Write the files into one folder; the name of each is one that the system allows."""
    paths = [folder / file.name for file in files]
    for path, file in zip(paths, files, strict=True):
        path.write_bytes(file.make())
    return paths


def in_words(told: Run) -> None:
    assert not _PANIC.search(told.err), told.err
    assert not _PANIC.search(told.out), told.out
    assert told.memory <= _MEMORY, f"{told.memory // _MEGABYTE} MB"


def test_that_there_are_more_than_two_hundred_of_them() -> None:
    assert len(_ALL) >= 200
    assert len({file.name for file in _ALL}) == len(_ALL)


@pytest.mark.parametrize(
    "files", [_SMALL[::4], pytest.param(_SMALL, marks=pytest.mark.slow)], ids=["some", "all"]
)
def test_that_small_hostile_files_are_converted_or_refused_each_in_a_line(
    files: list[HostileFile], tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    paths = made(tmp_path / "in", files)
    told = run(tmp_path, "convert", "--out-dir", tmp_path / "converted", "--", *paths)
    in_words(told)
    assert told.code == 1
    lines = told.out.splitlines()
    assert len(lines) == len(paths)
    passed = {
        file.name
        for file, line in zip(files, lines, strict=True)
        if file.refused and "not converted" not in line
    }
    assert passed == set()
    inside = {path.name for path in (tmp_path / "converted").iterdir()}
    assert inside <= {path.name for path in paths}
    assert {path.name for path in tmp_path.iterdir()} <= {"in", "converted", "home"}


def test_that_a_workbook_with_a_cell_in_the_far_corner_is_refused_within_two_seconds(
    tmp_path: Path,
) -> None:
    (corner,) = made(tmp_path, [file for file in _ALL if file.name == "cell_corner.xlsx"])
    told = run(tmp_path, "inspect", corner)
    in_words(told)
    assert told.code == 2
    assert told.seconds <= 2


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("file", [f for f in _ALL if f.large], ids=lambda file: file.name)
def test_that_a_large_hostile_file_is_read_or_refused_within_bounds(
    file: HostileFile, tmp_path: Path
) -> None:
    # Made by another process: a child is counted with the memory that its parent had at its birth.
    maker = [sys.executable, "-m", "tests.reliability.hostile_files", file.name, str(tmp_path)]
    subprocess.run(maker, check=True, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)})
    path = tmp_path / file.name
    for command in (["check", path], ["convert", path, "--out-dir", tmp_path / "converted"]):
        told = run(tmp_path, *command)
        in_words(told)
        assert told.seconds <= _SECONDS + 5
        assert told.code in ({2} if file.refused else {0, 1, 2})


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_that_check_says_of_every_small_hostile_file_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for path in made(tmp_path / "in", _SMALL[::4]):
        told = run(tmp_path, "check", "--", path)
        in_words(told)
        assert told.seconds <= _SECONDS
        assert told.code in (0, 1, 2)
        assert told.code != 2 or len(told.err.strip().splitlines()) == 1, told.err


def test_that_what_is_no_regular_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "dangling").symlink_to(tmp_path / "nothing")
    (tmp_path / "device").symlink_to("/dev/zero")
    names = ["pipe", "loop", "dangling", "device", ".", "missing"]
    paths = [tmp_path / name for name in names]
    told = run(tmp_path, "convert", *paths, "--out-dir", tmp_path / "converted")
    in_words(told)
    assert told.code == 2
    assert told.out.count("not converted") == len(names)
    assert list((tmp_path / "converted").iterdir()) == []
