"""The main job from the first run to the undo of an import, by keys alone."""

import shutil
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from co2desk.app.container import build_services
from co2desk.desktop.secrets import SecretStore
from co2desk.desktop.settings import SettingsFile
from co2desk.importing.flow import Step
from co2desk.views.desk import Desk
from co2desk.views.places import PageId
from co2desk.views.surroundings import Surroundings
from tests.gui.own_desk import own_desk

pytestmark = pytest.mark.slow

NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
_MOST_TABS = 80


class Keyboard:
    """Nothing but keys, sent to whatever has the focus, as the system does."""

    def __init__(self, qtbot: QtBot, around: Surroundings) -> None:
        self.qtbot = qtbot
        self.around = around

    @property
    def focus(self) -> QWidget:
        """What the keys go to."""
        target = QApplication.focusWidget() or QApplication.activeWindow()
        assert target is not None, "no key reaches the program"
        return target

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press a key, then wait for what comes of it."""
        QTest.keyClick(self.focus, key, modifier)
        self.qtbot.wait(20)
        self.qtbot.waitUntil(lambda: not self.around.runner.running, timeout=30_000)

    def type(self, text: str) -> None:
        """Type a text."""
        QTest.keyClicks(self.focus, text)

    def tab_to(self, name: str) -> QWidget:
        """Press Tab until a widget of that name has the focus."""
        seen = []
        for _ in range(_MOST_TABS):
            if self.focus.objectName() == name:
                return self.focus
            seen.append(self.focus.objectName() or type(self.focus).__name__)
            QTest.keyClick(self.focus, Qt.Key.Key_Tab)
        raise AssertionError(f"{name} is not reached by Tab: {seen}")


def label(window: QWidget, name: str) -> str:
    """What a label of a window says."""
    [found] = [one for one in window.findChildren(QLabel, name) if one.isVisible()]
    return found.text()


@pytest.fixture
def new_desk(around: Surroundings, settings: SettingsFile, qtbot: QtBot) -> Iterator[Desk]:
    """The program's window of a person who starts it for the first time."""
    # A socket's path may have a hundred bytes only.
    home = Path(tempfile.mkdtemp(prefix="c2d-keys-"))
    secrets = SecretStore(command=("false",))
    build = partial(build_services, folder=home, secrets=secrets)
    with own_desk(around, settings, qtbot, build) as made:
        made.welcome()
        made.window.activateWindow()
        qtbot.waitUntil(made.window.isActiveWindow)
        yield made
    shutil.rmtree(home, ignore_errors=True)


def test_that_the_main_job_is_done_by_keys_alone(
    new_desk: Desk, around: Surroundings, qtbot: QtBot
) -> None:
    keys = Keyboard(qtbot, around)
    keys.tab_to("first_here")
    keys.press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: new_desk.window.pages.front is not None, timeout=60_000)
    keys.press(Qt.Key.Key_F5)

    # The sample file opens in the demonstration laboratory.
    keys.press(Qt.Key.Key_I, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: bool(new_desk.import_windows), timeout=10_000)
    window = new_desk.import_windows[0]
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window, timeout=5_000)
    assert window.flow.step is Step.SOURCE
    keys.press(Qt.Key.Key_Right, ALT)
    assert window.flow.step is Step.COLUMNS
    keys.press(Qt.Key.Key_Right, ALT)
    assert window.flow.step is Step.REVIEW
    assert "3 in error" in label(window, "review_summary")

    # The second error is mended in its cell: type, Return.
    keys.press(Qt.Key.Key_F8)
    grid = window.findChild(QTableView, "review_grid")
    assert keys.focus is grid
    keys.press(Qt.Key.Key_F2)
    assert isinstance(keys.focus, QLineEdit)
    keys.press(Qt.Key.Key_A, CONTROL)
    keys.type("1'217,50")
    keys.press(Qt.Key.Key_Return)
    assert "2 in error" in label(window, "review_summary")

    # Committed from its button.
    keys.press(Qt.Key.Key_Right, ALT)
    assert window.flow.step is Step.COMMIT
    button = keys.tab_to("forward")
    assert isinstance(button, QPushButton)
    assert button.text() == "Commit 198 rows"
    keys.press(Qt.Key.Key_Space)
    assert label(window, "result_title").startswith("198 activities were committed")

    # To the results, by the way that the result offers.
    keys.tab_to("show_results")
    keys.press(Qt.Key.Key_Space)
    qtbot.waitUntil(new_desk.window.isActiveWindow, timeout=5_000)
    assert new_desk.window.pages.current is PageId.RESULTS
    assert label(new_desk.window, "results_total").endswith("CO₂e")

    # And out again.
    keys.press(Qt.Key.Key_3, CONTROL)
    assert new_desk.window.pages.current is PageId.IMPORTS
    keys.tab_to("jobs_table")
    keys.press(Qt.Key.Key_R, CONTROL | SHIFT)
    keys.tab_to("confirm_yes")
    keys.press(Qt.Key.Key_Space)
    page = new_desk.window.pages.front
    assert page is not None
    assert "198 activities were removed." in page.notes.text


@pytest.mark.parametrize(
    ("place", "opener", "dialog", "order"),
    [
        (
            Qt.Key.Key_4,
            Qt.Key.Key_N,
            "activity_form",
            ["entry_lab", "entry_type", "entry_date", "entry_category", "entry_subcategory",
             "entry_quantity", "entry_unit", "entry_factor_code", "entry_kg_co2eq", "entry_note",
             "entry_cancel", "entry_save"],
        ),
        (
            Qt.Key.Key_2,
            Qt.Key.Key_N,
            "lab_form",
            ["lab_code", "lab_name", "lab_faculty", "lab_members", "lab_cancel", "lab_save"],
        ),
    ],
)  # fmt: skip
def test_that_tab_goes_through_a_form_as_it_is_read(
    desk: Desk,
    qtbot: QtBot,
    lab: str,
    place: Qt.Key,
    opener: Qt.Key,
    dialog: str,
    order: list[str],
) -> None:
    keys = Keyboard(qtbot, desk.window.around)
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    keys.press(place, CONTROL)
    keys.press(opener, CONTROL)
    form = desk.window.findChild(QWidget, dialog)
    qtbot.waitUntil(form.isActiveWindow, timeout=5_000)
    keys.tab_to(order[0])
    walked = []
    for _ in order:
        walked.append(keys.focus.objectName())
        QTest.keyClick(keys.focus, Qt.Key.Key_Tab)
    assert walked == order
    keys.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not desk.window.findChildren(QWidget, dialog), timeout=5_000)
