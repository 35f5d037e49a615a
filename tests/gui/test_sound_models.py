"""Every item model, filled as it is at work, keeps the rules that Qt's views rely on."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import QAbstractItemView, QTabWidget, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from co2desk import models
from co2desk.desktop.paths import resource
from co2desk.views.desk import Desk
from co2desk.views.places import PageId, Place
from tests.gui.hands import Hands


def own_models() -> set[type[QAbstractItemModel]]:
    """The model classes of the program."""
    found = set()
    for module in pkgutil.iter_modules(models.__path__, f"{models.__name__}."):
        for one in vars(importlib.import_module(module.name)).values():
            own = isinstance(one, type) and one.__module__ == module.name
            if own and issubclass(one, QAbstractItemModel):
                found.add(one)
    return found


def seen_in(window: QWidget) -> Iterator[QAbstractItemModel]:
    for view in window.findChildren(QAbstractItemView):
        if type(view.model()) in own_models():
            yield view.model()


@pytest.mark.slow
def test_that_every_model_is_sound_while_it_is_at_work(
    desk: Desk, qtbot: QtBot, lab: str, pytestconfig: pytest.Config
) -> None:
    met: set[type[QAbstractItemModel]] = set()

    def check(window: QWidget) -> None:
        for model in seen_in(window):
            # One for each: a tester follows a single model.
            tester = ModelTester(pytestconfig)
            tester.check(model, force_py=True)
            tester._cleanup()
            met.add(type(model))

    desk.import_file(resource("demo", "activities-2025.csv"))
    window = desk.import_windows[-1]
    hands = Hands(qtbot, window.around, window)
    hands.settle()
    hands.choose("lab", lab)
    check(window)
    hands.click("forward")
    for tabs in window.findChildren(QTabWidget):
        for at in range(tabs.count()):
            tabs.setCurrentIndex(at)
            hands.settle()
            check(window)
    hands.click("forward")
    check(window)
    hands.click("forward")
    hands.click("forward")
    main = Hands(qtbot, window.around, desk.window)
    for page_id in PageId:
        desk.window.go(Place(page_id))
        main.settle()
        check(desk.window)
        if page_id is PageId.IMPORTS:
            main.click("job_worklist")
            check(main.find(QWidget, "worklist_window"))
            main.find(QWidget, "worklist_window").close()
    assert met == own_models()
