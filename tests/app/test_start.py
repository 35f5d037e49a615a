"""The window is painted before what is slow is loaded."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

# What a start until the first paint loads beside Python's own: nothing else may come in unseen.
LIBRARIES = {
    *("PySide6", "shiboken6", "shibokensupport", "signature_bootstrap"),
    *("co2desk", "platformdirs"),
}
OF_QT = {"QtCore", "QtGui", "QtSvg", "QtWidgets"}
# Packages of the program, and modules where one of a package is enough.
OWN = {
    *("co2desk.app", "co2desk.models", "co2desk.views"),
    *("co2desk.desktop", "co2desk.domain", "co2desk.services"),
    *("co2desk.cli", "co2desk.cli.standard_streams", "co2desk.views.widgets"),
}
NO_MODULE_OF = {"co2desk.database", "co2desk.importing", "co2desk.offline", "co2desk.services"}
SLOW_OF_PYTHON = {
    *("asyncio", "concurrent", "ctypes", "email", "http", "multiprocessing", "socket"),
    *("sqlite3", "ssl", "tomllib", "unittest", "xml"),
}
MOST_OWN_MODULES = 70

START = """
import os, sys
import co2desk.app.gui as gui
from co2desk.app.main import start

class FirstPaint(gui.FirstPaint):
    def __init__(self, widget):
        super().__init__(widget)
        self.over.connect(self.tell)

    def tell(self):
        print("\\n".join(sys.modules), flush=True)
        os._exit(0)

gui.FirstPaint = FirstPaint
start([])
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The modules that are there when the window of a newcomer is painted."""
    home = tmp_path_factory.mktemp("home")
    environment = {**os.environ, "CO2DESK_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("CO2DESK_DATABASE", None)
    done = subprocess.run(
        [sys.executable, "-c", START],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
        cwd=Path(__file__).parents[2],
    )
    return set(done.stdout.split())


def test_that_few_libraries_are_loaded_before_the_window(loaded: set[str]) -> None:
    tops = {name.split(".")[0] for name in loaded}
    foreign = {name for name in tops if name not in sys.stdlib_module_names}
    # An editable installation and coverage bring helpers of their own.
    assert {name for name in foreign if not name.startswith(("_", "sitecustomize"))} <= LIBRARIES
    assert {n.split(".")[1] for n in loaded if n.startswith("PySide6.Qt")} == OF_QT


def test_that_slow_modules_of_python_are_not_loaded_before_the_window(loaded: set[str]) -> None:
    assert {name.split(".")[0] for name in loaded} & SLOW_OF_PYTHON == set()


def test_that_the_program_loads_little_of_itself_before_the_window(loaded: set[str]) -> None:
    own = {name for name in loaded if name.startswith("co2desk.")}
    assert {n for n in own if ".".join(n.split(".")[:2]) in NO_MODULE_OF} <= OWN
    assert {name for name in own if name.rsplit(".", 1)[0] not in {"co2desk", *OWN}} == set()
    assert len(own) <= MOST_OWN_MODULES
