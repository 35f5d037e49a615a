"""Every action as data: id, text, shortcut, icon, where it applies; menus come from this table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget

from co2desk.views.icons import Icons


class Menu(StrEnum):
    """The menus, in the order of the menu bar."""

    FILE = "file"
    EDIT = "edit"
    GO = "go"
    VIEW = "view"
    HELP = "help"


class Scope(StrEnum):
    """The window that has the action; a shortcut is unique within one."""

    MAIN = "main"
    IMPORT = "import"


class ActionId(StrEnum):
    """Names for code, settings and tests."""

    IMPORT_FILE = "import_file"
    IMPORT_PASTED = "import_pasted"
    OPEN_DRAFT = "open_draft"
    TAKE_OFFLINE = "take_offline"
    QUIT = "quit"
    SEARCH = "search"
    GO_START = "go_start"
    GO_LABS = "go_labs"
    GO_IMPORTS = "go_imports"
    GO_ACTIVITIES = "go_activities"
    GO_FACTORS = "go_factors"
    GO_RESULTS = "go_results"
    GO_ADMINISTRATION = "go_administration"
    REFRESH = "refresh"
    DETAILS = "details"
    COMMANDS = "commands"
    THEME_SYSTEM = "theme_system"
    THEME_LIGHT = "theme_light"
    THEME_DARK = "theme_dark"
    CONNECTIONS = "connections"
    SETTINGS = "settings"
    HELP = "help"
    ABOUT = "about"
    # the import window
    UNDO = "undo"
    REDO = "redo"
    COPY = "copy"
    PASTE = "paste"
    FILL_DOWN = "fill_down"
    CLEAR_CELLS = "clear_cells"
    FIND = "find"
    REPLACE = "replace"
    FIX_ALL = "fix_all"
    SKIP_ROWS = "skip_rows"
    NEXT_ERROR = "next_error"
    PREVIOUS_ERROR = "previous_error"
    SAVE_ANNOTATED = "save_annotated"
    NEXT_STEP = "next_step"
    PREVIOUS_STEP = "previous_step"
    CLOSE_WINDOW = "close_window"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action; `text` is English and translated when shown."""

    id: ActionId
    scope: Scope
    menu: Menu
    text: str
    shortcut: str = ""
    icon: str = ""


# `str(…)` satisfies mypy and is still found by pyside6-lupdate.
ACTIONS = (
    ActionSpec(
        ActionId.IMPORT_FILE,
        Scope.MAIN,
        Menu.FILE,
        str(QT_TRANSLATE_NOOP("Action", "&Import a file…")),
        "Ctrl+I",
        "imports",
    ),
    ActionSpec(
        ActionId.IMPORT_PASTED,
        Scope.MAIN,
        Menu.FILE,
        str(QT_TRANSLATE_NOOP("Action", "Import from the &clipboard…")),
        "Ctrl+Shift+V",
        "paste",
    ),
    ActionSpec(
        ActionId.OPEN_DRAFT,
        Scope.MAIN,
        Menu.FILE,
        str(QT_TRANSLATE_NOOP("Action", "&Open a draft or a pack…")),
        "Ctrl+O",
        "draft",
    ),
    ActionSpec(
        ActionId.TAKE_OFFLINE,
        Scope.MAIN,
        Menu.FILE,
        str(QT_TRANSLATE_NOOP("Action", "&Take offline…")),
        "Ctrl+Shift+T",
        "save",
    ),
    ActionSpec(
        ActionId.CONNECTIONS,
        Scope.MAIN,
        Menu.FILE,
        str(QT_TRANSLATE_NOOP("Action", "&Connections…")),
        "Ctrl+Shift+O",
        "link",
    ),
    ActionSpec(
        ActionId.SETTINGS,
        Scope.MAIN,
        Menu.FILE,
        str(QT_TRANSLATE_NOOP("Action", "&Settings…")),
        "Ctrl+,",
        "settings",
    ),
    ActionSpec(
        ActionId.QUIT, Scope.MAIN, Menu.FILE, str(QT_TRANSLATE_NOOP("Action", "&Quit")), "Ctrl+Q"
    ),
    ActionSpec(
        ActionId.SEARCH,
        Scope.MAIN,
        Menu.EDIT,
        str(QT_TRANSLATE_NOOP("Action", "&Search in this view")),
        "Ctrl+F",
        "search",
    ),
    ActionSpec(
        ActionId.GO_START,
        Scope.MAIN,
        Menu.GO,
        str(QT_TRANSLATE_NOOP("Action", "&Start")),
        "Ctrl+1",
        "start",
    ),
    ActionSpec(
        ActionId.GO_LABS,
        Scope.MAIN,
        Menu.GO,
        str(QT_TRANSLATE_NOOP("Action", "&Labs")),
        "Ctrl+2",
        "labs",
    ),
    ActionSpec(
        ActionId.GO_IMPORTS,
        Scope.MAIN,
        Menu.GO,
        str(QT_TRANSLATE_NOOP("Action", "&Imports")),
        "Ctrl+3",
        "imports",
    ),
    ActionSpec(
        ActionId.GO_ACTIVITIES,
        Scope.MAIN,
        Menu.GO,
        str(QT_TRANSLATE_NOOP("Action", "&Activities")),
        "Ctrl+4",
        "activities",
    ),
    ActionSpec(
        ActionId.GO_FACTORS,
        Scope.MAIN,
        Menu.GO,
        str(QT_TRANSLATE_NOOP("Action", "&Factors")),
        "Ctrl+5",
        "factors",
    ),
    ActionSpec(
        ActionId.GO_RESULTS,
        Scope.MAIN,
        Menu.GO,
        str(QT_TRANSLATE_NOOP("Action", "&Results")),
        "Ctrl+6",
        "results",
    ),
    ActionSpec(
        ActionId.GO_ADMINISTRATION,
        Scope.MAIN,
        Menu.GO,
        str(QT_TRANSLATE_NOOP("Action", "A&dministration")),
        "Ctrl+7",
        "administration",
    ),
    ActionSpec(
        ActionId.REFRESH,
        Scope.MAIN,
        Menu.VIEW,
        str(QT_TRANSLATE_NOOP("Action", "&Refresh")),
        "F5",
        "refresh",
    ),
    ActionSpec(
        ActionId.DETAILS,
        Scope.MAIN,
        Menu.VIEW,
        str(QT_TRANSLATE_NOOP("Action", "&Details panel")),
        "Ctrl+D",
        "details",
    ),
    ActionSpec(
        ActionId.COMMANDS,
        Scope.MAIN,
        Menu.VIEW,
        str(QT_TRANSLATE_NOOP("Action", "Find an &action…")),
        "Ctrl+Shift+P",
        "search",
    ),
    ActionSpec(
        ActionId.THEME_SYSTEM,
        Scope.MAIN,
        Menu.VIEW,
        str(QT_TRANSLATE_NOOP("Action", "Colours as the &system")),
        "",
        "theme",
    ),
    ActionSpec(
        ActionId.THEME_LIGHT,
        Scope.MAIN,
        Menu.VIEW,
        str(QT_TRANSLATE_NOOP("Action", "&Light colours")),
    ),
    ActionSpec(
        ActionId.THEME_DARK,
        Scope.MAIN,
        Menu.VIEW,
        str(QT_TRANSLATE_NOOP("Action", "Dar&k colours")),
    ),
    ActionSpec(
        ActionId.HELP,
        Scope.MAIN,
        Menu.HELP,
        str(QT_TRANSLATE_NOOP("Action", "&Help")),
        "F1",
        "help",
    ),
    ActionSpec(
        ActionId.ABOUT,
        Scope.MAIN,
        Menu.HELP,
        str(QT_TRANSLATE_NOOP("Action", "&About co2desk")),
        "",
        "information",
    ),
    ActionSpec(
        ActionId.SAVE_ANNOTATED,
        Scope.IMPORT,
        Menu.FILE,
        str(QT_TRANSLATE_NOOP("Action", "Save &annotated copy…")),
        "Ctrl+S",
        "save",
    ),
    ActionSpec(
        ActionId.CLOSE_WINDOW,
        Scope.IMPORT,
        Menu.FILE,
        str(QT_TRANSLATE_NOOP("Action", "&Close, keep as a draft")),
        "Ctrl+W",
        "close",
    ),
    ActionSpec(
        ActionId.UNDO,
        Scope.IMPORT,
        Menu.EDIT,
        str(QT_TRANSLATE_NOOP("Action", "&Undo")),
        "Ctrl+Z",
        "undo",
    ),
    ActionSpec(
        ActionId.REDO,
        Scope.IMPORT,
        Menu.EDIT,
        str(QT_TRANSLATE_NOOP("Action", "&Redo")),
        "Ctrl+Y",
        "redo",
    ),
    ActionSpec(
        ActionId.COPY,
        Scope.IMPORT,
        Menu.EDIT,
        str(QT_TRANSLATE_NOOP("Action", "&Copy")),
        "Ctrl+C",
        "copy",
    ),
    ActionSpec(
        ActionId.PASTE,
        Scope.IMPORT,
        Menu.EDIT,
        str(QT_TRANSLATE_NOOP("Action", "&Paste")),
        "Ctrl+V",
        "paste",
    ),
    ActionSpec(
        ActionId.FILL_DOWN,
        Scope.IMPORT,
        Menu.EDIT,
        str(QT_TRANSLATE_NOOP("Action", "Fill &down")),
        "Ctrl+D",
        "fill-down",
    ),
    ActionSpec(
        ActionId.CLEAR_CELLS,
        Scope.IMPORT,
        Menu.EDIT,
        str(QT_TRANSLATE_NOOP("Action", "C&lear cells")),
        "Del",
        "delete",
    ),
    ActionSpec(
        ActionId.FIND,
        Scope.IMPORT,
        Menu.EDIT,
        str(QT_TRANSLATE_NOOP("Action", "&Find")),
        "Ctrl+F",
        "search",
    ),
    ActionSpec(
        ActionId.REPLACE,
        Scope.IMPORT,
        Menu.EDIT,
        str(QT_TRANSLATE_NOOP("Action", "R&eplace…")),
        "Ctrl+H",
        "replace",
    ),
    ActionSpec(
        ActionId.FIX_ALL,
        Scope.IMPORT,
        Menu.EDIT,
        str(QT_TRANSLATE_NOOP("Action", "Fi&x all with the same problem…")),
        "Ctrl+E",
        "edit",
    ),
    ActionSpec(
        ActionId.SKIP_ROWS,
        Scope.IMPORT,
        Menu.EDIT,
        str(QT_TRANSLATE_NOOP("Action", "&Skip rows, or take them in again")),
        "Ctrl+K",
        "skip",
    ),
    ActionSpec(
        ActionId.NEXT_ERROR,
        Scope.IMPORT,
        Menu.GO,
        str(QT_TRANSLATE_NOOP("Action", "&Next error")),
        "F8",
        "next",
    ),
    ActionSpec(
        ActionId.PREVIOUS_ERROR,
        Scope.IMPORT,
        Menu.GO,
        str(QT_TRANSLATE_NOOP("Action", "&Previous error")),
        "Shift+F8",
        "previous",
    ),
    ActionSpec(
        ActionId.NEXT_STEP,
        Scope.IMPORT,
        Menu.GO,
        str(QT_TRANSLATE_NOOP("Action", "Next s&tep")),
        "Alt+Right",
        "forward",
    ),
    ActionSpec(
        ActionId.PREVIOUS_STEP,
        Scope.IMPORT,
        Menu.GO,
        str(QT_TRANSLATE_NOOP("Action", "Pre&vious step")),
        "Alt+Left",
        "back",
    ),
)


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
    window: QWidget, scope: Scope, icons: Icons, handlers: Mapping[ActionId, Callable[[], None]]
) -> dict[ActionId, QAction]:
    """The actions of a window, each connected to its handler (a bound method)."""
    made: dict[ActionId, QAction] = {}
    for spec in ACTIONS:
        if spec.scope is not scope:
            continue
        action = QAction(text_of(spec), window)
        action.setObjectName(f"action_{spec.id}")
        if spec.shortcut:
            action.setShortcut(QKeySequence(spec.shortcut))
        if spec.icon:
            icons.put(action, spec.icon)
        action.triggered.connect(handlers[spec.id])
        window.addAction(action)
        made[spec.id] = action
    return made


def fill_menu_bar(bar: QMenuBar, scope: Scope, actions: Mapping[ActionId, QAction]) -> None:
    """Put every action of a scope into its menu, in the order of the table."""
    for menu in Menu:
        specs = [spec for spec in ACTIONS if spec.scope is scope and spec.menu is menu]
        if specs:
            into = bar.addMenu(menu_title(menu))
            into.setObjectName(f"menu_{menu}")
            for spec in specs:
                into.addAction(actions[spec.id])
