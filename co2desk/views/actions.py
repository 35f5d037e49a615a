"""Makes the actions of a window from the table, with their handlers, and fills its menus."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from co2desk.views.action_table import ACTIONS, ActionId, ActionSpec, Menu, Scope
from co2desk.views.icons import Icons


def text_of(spec: ActionSpec) -> str:
    """The text in the language of the window, with its mnemonic."""
    return QCoreApplication.translate("Action", spec.text)


def menu_title(menu: Menu) -> str:
    """The title of a menu in the language of the window."""
    match menu:
        case Menu.FILE:
            return QCoreApplication.translate("Menu", "&File")
        case Menu.EDIT:
            return QCoreApplication.translate("Menu", "&Edit")
        case Menu.GO:
            return QCoreApplication.translate("Menu", "&Go")
        case Menu.VIEW:
            return QCoreApplication.translate("Menu", "&View")
        case Menu.HELP:
            return QCoreApplication.translate("Menu", "&Help")


def make_actions(
    window: QWidget,
    scope: Scope,
    icons: Icons,
    handlers: Mapping[ActionId, Callable[[], None]],
    *,
    icons_later: bool = False,
) -> dict[ActionId, QAction]:
    """The actions of a window, each connected to its handler (a bound method).

    With `icons_later` they get their icons after the window was painted: where no button that is
    seen at once stands for one of them.
    """
    made: dict[ActionId, QAction] = {}
    for spec in ACTIONS:
        if spec.scope is not scope:
            continue
        action = QAction(text_of(spec), window)
        action.setObjectName(f"action_{spec.id}")
        if spec.shortcut:
            action.setShortcut(QKeySequence(spec.shortcut))
        if spec.icon:
            put = icons.put_later if icons_later else icons.put
            put(action, spec.icon)
        action.triggered.connect(handlers[spec.id])
        window.addAction(action)
        made[spec.id] = action
    return made


def fill_menu_bar(
    bar: QMenuBar, scope: Scope, actions: Mapping[ActionId, QAction]
) -> dict[Menu, QMenu]:
    """Put every action of a scope into its menu, in the order of the table; return the menus."""
    made: dict[Menu, QMenu] = {}
    for menu in Menu:
        specs = [spec for spec in ACTIONS if spec.scope is scope and spec.menu is menu]
        if specs:
            made[menu] = into = bar.addMenu(menu_title(menu))
            into.setObjectName(f"menu_{menu}")
            for spec in specs:
                if spec.apart:
                    into.addSeparator()
                into.addAction(actions[spec.id])
    return made
