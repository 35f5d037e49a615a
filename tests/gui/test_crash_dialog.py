"""An error that nobody caught: told with a report, and the work goes on."""

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from co2desk.app.crash_hooks import CrashHooks
from co2desk.desktop.redaction import Redactor
from co2desk.views.dialogs.crash_dialog import CrashDialog
from co2desk.views.surroundings import Surroundings

SECRET = "s3cret-w0rd"


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QLineEdit("half typed", made).setObjectName("work")
    made.show()
    return made


@pytest.fixture
def hooks(
    window: QWidget, around: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> Iterator[CrashHooks]:
    # What was in force before is the test runner's, which would count the error as its own.
    monkeypatch.setattr(sys, "excepthook", lambda *_: None)
    monkeypatch.setattr(threading, "excepthook", lambda *_: None)
    redactor = Redactor()
    redactor.hide(SECRET)
    made = CrashHooks(around.icons, window, redactor.clean)
    yield made
    made.close()


def fail() -> None:
    raise ValueError(f"'{SECRET}' in the cell of Ada Lovelace")


def fail_on_main() -> None:
    try:
        fail()
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def dialog_over(window: QWidget, qtbot: QtBot) -> CrashDialog:
    """The dialog, once it is there."""
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(CrashDialog)))
    [shown] = window.findChildren(CrashDialog)
    return shown


def report_of(dialog: CrashDialog) -> str:
    return dialog.findChild(QPlainTextEdit, "crash_report").toPlainText()


@pytest.mark.parametrize("thread", ["main", "other"])
def test_that_an_error_is_told_without_what_the_data_said(
    hooks: CrashHooks, window: QWidget, qtbot: QtBot, thread: str
) -> None:
    if thread == "main":
        fail_on_main()
    else:
        other = threading.Thread(target=fail)
        other.start()
        other.join()
    dialog = dialog_over(window, qtbot)
    report = report_of(dialog)
    assert "ValueError" in report
    assert "in fail" in report
    assert SECRET not in report
    assert "Lovelace" not in report
    dialog.accept()


def test_that_the_work_is_there_when_the_person_goes_on(
    hooks: CrashHooks, window: QWidget, qtbot: QtBot
) -> None:
    fail_on_main()
    dialog = dialog_over(window, qtbot)
    fail_on_main()
    qtbot.waitUntil(lambda: report_of(dialog).count("ValueError") == 2)
    copy = dialog.findChild(QPushButton, "crash_copy")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == report_of(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert window.findChild(QLineEdit, "work").text() == "half typed"
