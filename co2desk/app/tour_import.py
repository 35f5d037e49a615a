"""Takes a file from its first look to the result of its import, for pictures of every step."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QDialog, QPushButton, QTabWidget, QWidget

from co2desk.app.camera import Camera
from co2desk.desktop.paths import resource
from co2desk.views.action_table import ActionId
from co2desk.views.desk import Desk
from co2desk.views.imports.wizard.import_window import ImportWindow

_SAMPLE = "activities-2025.csv"
_LABORATORY = "DEMO-LAB"
_PURCHASES = """date,name,supplier,amount,currency,purchase code,code description
2025-02-03,Acetone,Solvents Ltd,120.50,CHF,X-101,Organic chemicals
2025-03-04,Laptop,Office Ltd,1890.00,CHF,X-202,Computers
2025-03-05,Pipettes,Lab Ltd,410.00,CHF,X-303,Surgical and medical instruments
"""
_QUESTIONS = """date,activity_type,category,subcategory,quantity,unit,factor_code
2025-01-02,energy,electricity,grid,1.234,kWh,CH-ELECTRICITY
2025-01-03,energy,electricity,grid,5.678,kWh,CH-ELECTRICITY
"""

W = TypeVar("W", bound=QWidget)


class ImportTour:
    """Leaves one import behind; its other files stay drafts without a correction."""

    def __init__(self, desk: Desk, camera: Camera, home: Path, size: tuple[int, int]) -> None:
        self._desk = desk
        self._camera = camera
        self._home = home
        self._size = size

    def walk(self) -> None:
        """The four steps with a file as finance offices send it."""
        self._desk.window.actions_by_id[ActionId.IMPORT_FILE].trigger()
        window = self._desk.import_windows[-1]
        window.resize(*self._size)
        self._camera.take(window, "20-import-empty")
        window.open_file(resource("demo", _SAMPLE))
        self._camera.take(window, "21-import-source-why-not")
        window.source.choose_laboratory(_LABORATORY)
        self._camera.take(window, "22-import-source")
        window.source.compare_encodings()
        self._dialog(window, "encodings_dialog", "22-import-encodings")
        self._on(window)
        self._camera.take(window, "23-import-columns")
        self._tabs(window, "23-import-columns")
        self._on(window)
        self._camera.take(window, "24-import-review")
        window.actions_by_id[ActionId.REPLACE].trigger()
        self._camera.take(window, "25-import-replace")
        window.actions_by_id[ActionId.FIX_ALL].trigger()
        self._camera.take(window, "25-import-fix-all")
        self._on(window)
        self._camera.take(window, "26-import-commit")
        # The key of the next step does not commit: that has a button of its own.
        _inside(window, QPushButton, "forward").click()
        self._camera.settle()
        assert window.session.is_committed
        self._camera.take(window, "27-import-result")
        self._close(window)

    def walk_aside(self) -> None:
        """What other files bring: codes without a factor, a column with two readings."""
        window = self._begin("purchases.csv", _PURCHASES)
        self._on(window)
        tabs = _inside(window, QTabWidget, "columns_tabs")
        tabs.setCurrentIndex(1)
        self._camera.take(window, "28-import-words")
        _inside(window, QPushButton, "word_find").click()
        self._dialog(window, "factor_finder", "28-import-find-factor")
        self._close(window)
        window = self._begin("questions.csv", _QUESTIONS)
        self._on(window)
        self._on(window)
        window.actions_by_id[ActionId.FIX_ALL].trigger()
        self._camera.take(window, "28-import-two-readings")
        self._close(window)

    def _begin(self, name: str, text: str) -> ImportWindow:
        file = self._home / name
        file.write_text(text, encoding="utf-8")
        self._desk.import_file(file)
        window = self._desk.import_windows[-1]
        window.resize(*self._size)
        self._camera.settle()
        window.source.choose_laboratory(_LABORATORY)
        self._camera.settle()
        return window

    def _on(self, window: ImportWindow) -> None:
        window.actions_by_id[ActionId.NEXT_STEP].trigger()
        self._camera.settle()

    def _tabs(self, window: ImportWindow, name: str) -> None:
        tabs = _inside(window, QTabWidget, "columns_tabs")
        for at in range(1, tabs.count()):
            tabs.setCurrentIndex(at)
            self._camera.take(window, f"{name}-{at + 1}")
        tabs.setCurrentIndex(0)

    def _dialog(self, window: ImportWindow, name: str, picture: str) -> None:
        self._camera.settle()
        for dialog in window.findChildren(QDialog, name):
            self._camera.take(dialog, picture)
            dialog.reject()
        self._camera.settle()

    def _close(self, window: ImportWindow) -> None:
        window.close()
        self._camera.settle()


def _inside(window: QWidget, kind: type[W], name: str) -> W:
    [found] = window.findChildren(kind, name)
    return found
