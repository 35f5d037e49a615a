"""Every action as data: id, text, shortcut, icon, and the menu of the window that has it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP


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
    TEMPLATE = "template"
    TAKE_OFFLINE = "take_offline"
    CONNECTIONS = "connections"
    SETTINGS = "settings"
    QUIT = "quit"
    GO_START = "go_start"
    GO_LABS = "go_labs"
    GO_IMPORTS = "go_imports"
    GO_ACTIVITIES = "go_activities"
    GO_FACTORS = "go_factors"
    GO_RESULTS = "go_results"
    GO_ADMINISTRATION = "go_administration"
    REFRESH = "refresh"
    SEARCH = "search"
    DETAILS = "details"
    COMMANDS = "commands"
    THEME_SYSTEM = "theme_system"
    THEME_LIGHT = "theme_light"
    THEME_DARK = "theme_dark"
    HELP = "help"
    TRY_SAMPLE = "try_sample"
    ABOUT = "about"
    # what the view in front answers
    EXPORT = "export"
    YEAR_REPORT = "year_report"
    SAVE_CHARTS = "save_charts"
    LOAD_FACTORS = "load_factors"
    BACK_UP = "back_up"
    NEW = "new"
    CHANGE = "change"
    COPY_PLAIN = "copy_plain"
    PASTE_IMPORT = "paste_import"
    DUPLICATE = "duplicate"
    DELETE = "delete"
    ARCHIVE = "archive"
    WORKLIST = "worklist"
    UNDO_IMPORT = "undo_import"
    SHOW_ACTIVITIES = "show_activities"
    SAVE_VIEW = "save_view"
    FIRST_ROW = "first_row"
    LAST_ROW = "last_row"
    # of both windows, each with its own
    UNDO = "undo"
    REDO = "redo"
    COPY = "copy"
    # the import window
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
    HELP_IMPORT = "help_import"
    CHOOSE_FILE = "choose_file"
    EXPORT_DRAFT = "export_draft"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action; `text` is English and translated when shown, `apart` begins a group."""

    id: ActionId
    scope: Scope
    menu: Menu
    text: str
    shortcut: str = ""
    icon: str = ""
    apart: bool = False


_A = ActionId
# None stands between two groups of a menu.
_Rows = Mapping[Menu, Sequence[tuple[ActionId, Any, str, str] | None]]

_MAIN: _Rows = {
    Menu.FILE: (
        (_A.IMPORT_FILE, QT_TRANSLATE_NOOP("Action", "&Import a file…"), "Ctrl+I", "imports"),
        (
            _A.IMPORT_PASTED,
            QT_TRANSLATE_NOOP("Action", "Import from the &clipboard…"),
            "Ctrl+Shift+V",
            "paste",
        ),
        (_A.OPEN_DRAFT, QT_TRANSLATE_NOOP("Action", "&Open a draft or a pack…"), "Ctrl+O", "draft"),
        (_A.TEMPLATE, QT_TRANSLATE_NOOP("Action", "Save an empty te&mplate…"), "Ctrl+T", "file"),
        (
            _A.TAKE_OFFLINE,
            QT_TRANSLATE_NOOP("Action", "&Take offline…"),
            "Ctrl+Shift+T",
            "save",
        ),
        None,
        (_A.EXPORT, QT_TRANSLATE_NOOP("Action", "&Export…"), "Ctrl+Shift+E", "export"),
        (
            _A.YEAR_REPORT,
            QT_TRANSLATE_NOOP("Action", "&Report of a year as PDF…"),
            "Ctrl+P",
            "results",
        ),
        (_A.SAVE_CHARTS, QT_TRANSLATE_NOOP("Action", "Save the c&harts…"), "Ctrl+S", "save"),
        (
            _A.LOAD_FACTORS,
            QT_TRANSLATE_NOOP("Action", "&Load a set of factors…"),
            "Ctrl+L",
            "factors",
        ),
        (_A.BACK_UP, QT_TRANSLATE_NOOP("Action", "&Back up the database…"), "Ctrl+B", "database"),
        None,
        (_A.CONNECTIONS, QT_TRANSLATE_NOOP("Action", "Co&nnections…"), "Ctrl+Shift+O", "link"),
        (_A.SETTINGS, QT_TRANSLATE_NOOP("Action", "&Settings…"), "Ctrl+,", "settings"),
        None,
        (_A.QUIT, QT_TRANSLATE_NOOP("Action", "&Quit"), "Ctrl+Q", "close"),
    ),
    Menu.EDIT: (
        (_A.UNDO, QT_TRANSLATE_NOOP("Action", "&Undo"), "Ctrl+Z", "undo"),
        (_A.REDO, QT_TRANSLATE_NOOP("Action", "&Redo"), "Ctrl+Y", "redo"),
        None,
        (_A.NEW, QT_TRANSLATE_NOOP("Action", "&New…"), "Ctrl+N", "add"),
        (_A.CHANGE, QT_TRANSLATE_NOOP("Action", "C&hange…"), "Ctrl+E", "edit"),
        (_A.DUPLICATE, QT_TRANSLATE_NOOP("Action", "Dup&licate"), "Ctrl+D", "duplicate"),
        (_A.DELETE, QT_TRANSLATE_NOOP("Action", "&Delete…"), "Del", "delete"),
        (_A.ARCHIVE, QT_TRANSLATE_NOOP("Action", "&Archive, or take back"), "Ctrl+K", "folder"),
        None,
        (_A.COPY, QT_TRANSLATE_NOOP("Action", "&Copy"), "Ctrl+C", "copy"),
        (
            _A.COPY_PLAIN,
            QT_TRANSLATE_NOOP("Action", "Copy without &titles"),
            "Ctrl+Shift+C",
            "copy",
        ),
        (
            _A.PASTE_IMPORT,
            QT_TRANSLATE_NOOP("Action", "&Paste as an import…"),
            "Ctrl+V",
            "paste",
        ),
        None,
        (
            _A.WORKLIST,
            QT_TRANSLATE_NOOP("Action", "Open the &worklist…"),
            "Ctrl+Shift+W",
            "warning",
        ),
        (
            _A.UNDO_IMPORT,
            QT_TRANSLATE_NOOP("Action", "Undo this &import…"),
            "Ctrl+Shift+R",
            "undo",
        ),
        None,
        (_A.SEARCH, QT_TRANSLATE_NOOP("Action", "&Search in this view"), "Ctrl+F", "search"),
        (
            _A.COMMANDS,
            QT_TRANSLATE_NOOP("Action", "&Find an action…"),
            "Ctrl+Shift+P",
            "search",
        ),
    ),
    Menu.GO: (
        (_A.GO_START, QT_TRANSLATE_NOOP("Action", "&Start"), "Ctrl+1", "start"),
        (_A.GO_LABS, QT_TRANSLATE_NOOP("Action", "&Labs"), "Ctrl+2", "labs"),
        (_A.GO_IMPORTS, QT_TRANSLATE_NOOP("Action", "&Imports"), "Ctrl+3", "imports"),
        (_A.GO_ACTIVITIES, QT_TRANSLATE_NOOP("Action", "&Activities"), "Ctrl+4", "activities"),
        (_A.GO_FACTORS, QT_TRANSLATE_NOOP("Action", "&Factors"), "Ctrl+5", "factors"),
        (_A.GO_RESULTS, QT_TRANSLATE_NOOP("Action", "&Results"), "Ctrl+6", "results"),
        (
            _A.GO_ADMINISTRATION,
            QT_TRANSLATE_NOOP("Action", "A&dministration"),
            "Ctrl+7",
            "administration",
        ),
        None,
        (
            _A.SHOW_ACTIVITIES,
            QT_TRANSLATE_NOOP("Action", "Activities of what is &chosen"),
            "Ctrl+Return",
            "activities",
        ),
        (_A.FIRST_ROW, QT_TRANSLATE_NOOP("Action", "First r&ow"), "Ctrl+Home", ""),
        (_A.LAST_ROW, QT_TRANSLATE_NOOP("Action", "Las&t row"), "Ctrl+End", ""),
    ),
    Menu.VIEW: (
        (_A.REFRESH, QT_TRANSLATE_NOOP("Action", "&Refresh"), "F5", "refresh"),
        (_A.DETAILS, QT_TRANSLATE_NOOP("Action", "&Details panel"), "F9", "details"),
        (
            _A.SAVE_VIEW,
            QT_TRANSLATE_NOOP("Action", "Save this &view…"),
            "Ctrl+Shift+S",
            "filter",
        ),
        None,
        (
            _A.THEME_SYSTEM,
            QT_TRANSLATE_NOOP("Action", "Colours as the &system"),
            "Ctrl+Alt+S",
            "theme",
        ),
        (_A.THEME_LIGHT, QT_TRANSLATE_NOOP("Action", "&Light colours"), "Ctrl+Alt+L", ""),
        (_A.THEME_DARK, QT_TRANSLATE_NOOP("Action", "Dar&k colours"), "Ctrl+Alt+D", ""),
    ),
    Menu.HELP: (
        (_A.HELP, QT_TRANSLATE_NOOP("Action", "&Help"), "F1", "help"),
        (
            _A.TRY_SAMPLE,
            QT_TRANSLATE_NOOP("Action", "&Try it with the sample file"),
            "Ctrl+Shift+I",
            "file",
        ),
        (_A.ABOUT, QT_TRANSLATE_NOOP("Action", "&About co2desk"), "Shift+F1", "information"),
    ),
}
_IMPORT: _Rows = {
    Menu.FILE: (
        (_A.CHOOSE_FILE, QT_TRANSLATE_NOOP("Action", "Choose a &file…"), "Ctrl+O", "file"),
        (
            _A.SAVE_ANNOTATED,
            QT_TRANSLATE_NOOP("Action", "Save &annotated copy…"),
            "Ctrl+S",
            "save",
        ),
        (
            _A.EXPORT_DRAFT,
            QT_TRANSLATE_NOOP("Action", "Save a copy of the &draft…"),
            "Ctrl+Shift+S",
            "draft",
        ),
        (
            _A.CLOSE_WINDOW,
            QT_TRANSLATE_NOOP("Action", "&Close, keep as a draft"),
            "Ctrl+W",
            "close",
        ),
    ),
    Menu.EDIT: (
        (_A.UNDO, QT_TRANSLATE_NOOP("Action", "&Undo"), "Ctrl+Z", "undo"),
        (_A.REDO, QT_TRANSLATE_NOOP("Action", "&Redo"), "Ctrl+Y", "redo"),
        (_A.COPY, QT_TRANSLATE_NOOP("Action", "&Copy"), "Ctrl+C", "copy"),
        (_A.PASTE, QT_TRANSLATE_NOOP("Action", "&Paste"), "Ctrl+V", "paste"),
        (_A.FILL_DOWN, QT_TRANSLATE_NOOP("Action", "Fill &down"), "Ctrl+D", "fill-down"),
        (_A.CLEAR_CELLS, QT_TRANSLATE_NOOP("Action", "C&lear cells"), "Del", "delete"),
        (_A.FIND, QT_TRANSLATE_NOOP("Action", "&Find"), "Ctrl+F", "search"),
        (_A.REPLACE, QT_TRANSLATE_NOOP("Action", "R&eplace…"), "Ctrl+H", "replace"),
        (
            _A.FIX_ALL,
            QT_TRANSLATE_NOOP("Action", "Fi&x all with the same problem…"),
            "Ctrl+E",
            "edit",
        ),
        (
            _A.SKIP_ROWS,
            QT_TRANSLATE_NOOP("Action", "&Skip rows, or take them in again"),
            "Ctrl+K",
            "skip",
        ),
    ),
    Menu.GO: (
        (_A.NEXT_ERROR, QT_TRANSLATE_NOOP("Action", "&Next error"), "F8", "next"),
        (_A.PREVIOUS_ERROR, QT_TRANSLATE_NOOP("Action", "&Previous error"), "Shift+F8", "previous"),
        (_A.NEXT_STEP, QT_TRANSLATE_NOOP("Action", "Next s&tep"), "Alt+Right", "forward"),
        (_A.PREVIOUS_STEP, QT_TRANSLATE_NOOP("Action", "Pre&vious step"), "Alt+Left", "back"),
    ),
    Menu.HELP: ((_A.HELP_IMPORT, QT_TRANSLATE_NOOP("Action", "&Help on this step"), "F1", "help"),),
}


def _specs(scope: Scope, menus: _Rows) -> Iterator[ActionSpec]:
    for menu, rows in menus.items():
        apart = False
        for row in rows:
            if row is None:
                apart = True
            else:
                name, text, shortcut, icon = row
                yield ActionSpec(name, scope, menu, str(text), shortcut, icon, apart)
                apart = False


ACTIONS = (*_specs(Scope.MAIN, _MAIN), *_specs(Scope.IMPORT, _IMPORT))
# What belongs to the view in front; each view answers those that make sense in it.
OF_THE_VIEW = frozenset(
    {
        _A.EXPORT,
        _A.YEAR_REPORT,
        _A.SAVE_CHARTS,
        _A.LOAD_FACTORS,
        _A.BACK_UP,
        _A.UNDO,
        _A.REDO,
        _A.NEW,
        _A.CHANGE,
        _A.DUPLICATE,
        _A.DELETE,
        _A.ARCHIVE,
        _A.COPY,
        _A.COPY_PLAIN,
        _A.PASTE_IMPORT,
        _A.WORKLIST,
        _A.UNDO_IMPORT,
        _A.SHOW_ACTIVITIES,
        _A.SAVE_VIEW,
        _A.FIRST_ROW,
        _A.LAST_ROW,
    }
)
