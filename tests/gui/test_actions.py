from collections import Counter

from pytestqt.qtbot import QtBot

from co2desk.views.action_table import ACTIONS, ActionId, Scope
from co2desk.views.main_window import MainWindow
from co2desk.views.surroundings import Surroundings


def test_that_no_shortcut_is_used_twice_in_a_window() -> None:
    for scope in Scope:
        used = Counter(spec.shortcut for spec in ACTIONS if spec.scope is scope and spec.shortcut)
        assert not [shortcut for shortcut, count in used.items() if count > 1]


def test_that_every_action_stands_once_in_the_table_of_its_window() -> None:
    assert Counter(set(Counter((spec.scope, spec.id) for spec in ACTIONS).values())) == {1: 1}
    assert {spec.id for spec in ACTIONS} == set(ActionId)


def test_that_every_action_of_the_main_window_has_a_handler_and_a_menu(
    around: Surroundings, qtbot: QtBot
) -> None:
    window = MainWindow(around)
    qtbot.addWidget(window)
    wanted = {spec.id for spec in ACTIONS if spec.scope is Scope.MAIN}
    assert set(window.actions_by_id) == wanted
    in_menus = {
        entry.objectName().removeprefix("action_")
        for menu in window.menuBar().actions()
        for entry in menu.menu().actions()
        if entry.objectName()
    }
    assert in_menus == {action.value for action in wanted}


def test_that_every_action_has_a_shortcut() -> None:
    assert not [spec.id for spec in ACTIONS if not spec.shortcut]
