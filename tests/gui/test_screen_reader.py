"""What a screen reader finds in the running program, read through AT-SPI on a virtual screen."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from co2desk.desktop.paths import resource
from tests.bench.first_paint import screen

pytestmark = pytest.mark.server

ROOT = Path(__file__).resolve().parents[2]
SESSION = ROOT / "tests" / "gui" / "screen_reader" / "session.py"
PATIENCE_SECONDS = 120
# What can be acted upon and would be announced by nothing but its kind.
ACTED_UPON = {"push button", "check box", "radio button", "text", "combo box", "table", "list"}


@dataclass(frozen=True)
class Thing:
    """One thing of the tree, as it is announced."""

    name: str
    role: str
    description: str
    showing: bool
    focusable: bool
    children: tuple["Thing", ...]

    @classmethod
    def of(cls, node: dict[str, Any]) -> "Thing":
        return cls(**{**node, "children": tuple(map(cls.of, node["children"]))})

    def all(self) -> Iterator["Thing"]:
        yield self
        for child in self.children:
            yield from child.all()

    def find(self, role: str, name: str) -> "Thing":
        """The only thing of that role and name that is showing."""
        [found] = [
            one for one in self.all() if (one.role, one.name, one.showing) == (role, name, True)
        ]
        return found


@pytest.fixture(scope="module")
def tree() -> Iterator[Thing]:
    # A socket's path may have a hundred bytes only, so not below pytest's own folder.
    home = Path(tempfile.mkdtemp(prefix="c2d-at-"))
    home.chmod(0o700)
    try:
        with screen() as shown:
            variables = {
                **os.environ,
                "DISPLAY": shown.display,
                "QT_QPA_PLATFORM": "xcb",
                "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
                "PYTHONPATH": str(ROOT),
                "XDG_RUNTIME_DIR": str(home),
                "CO2DESK_HOME": str(home / "home"),
            }
            file = resource("demo", "activities-2025.csv")
            command = [sys.executable, str(SESSION), str(home / "home"), str(file)]
            found = subprocess.run(
                ["dbus-run-session", "--", *command],
                env=variables,
                capture_output=True,
                text=True,
                check=False,
                timeout=PATIENCE_SECONDS,
            )
        assert found.returncode == 0, found.stderr
        # The registry says a word of its own first.
        yield Thing.of(json.loads(found.stdout.splitlines()[-1]))
    finally:
        shutil.rmtree(home, ignore_errors=True)


def test_that_both_windows_are_announced_by_what_they_show(tree: Thing) -> None:
    frames = [one.name for one in tree.children if one.role == "frame"]
    assert frames == ["Start – co2desk", "Import activities-2025.csv – co2desk"]


def test_that_the_views_and_the_menus_are_announced_by_their_words(tree: Thing) -> None:
    main = tree.find("frame", "Start – co2desk")
    for view in ("Start", "Labs", "Imports", "Activities", "Factors", "Results", "Administration"):
        assert main.find("check box", view).focusable
    menus = [one.name for one in main.all() if one.role == "menu item" and one.showing]
    assert menus == ["File", "Edit", "Go", "View", "Help"]


def test_that_the_steps_say_how_they_stand(tree: Thing) -> None:
    steps = [one.name for one in tree.all() if one.role == "check box" and one.name[:1].isdigit()]
    assert steps == [
        "1 Source, done",
        "2 Columns, done",
        "3 Review, needs attention 3",
        "4 Commit, still to do",
    ]


def test_that_a_cell_in_error_says_what_is_wrong_and_how_to_go_on(tree: Thing) -> None:
    grid = tree.find("table", "Rows of the file")
    wrong = {one.name: one.description for one in grid.all() if one.description}
    assert set(wrong) == {"31.02.2025", "environ cent", "TRAIN-XX"}
    assert wrong["31.02.2025"].startswith("Error: “31.02.2025” is not a date")
    assert "Write it like" in wrong["31.02.2025"]


def test_that_nothing_to_act_upon_is_announced_by_its_kind_alone(tree: Thing) -> None:
    nameless = [
        one
        for one in tree.all()
        if one.role in ACTED_UPON and one.showing and one.focusable and not one.name
    ]
    assert not nameless
