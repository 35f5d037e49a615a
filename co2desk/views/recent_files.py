"""The menu of files that were opened last."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from co2desk.desktop.settings import SettingsFile


class RecentFiles(QObject):
    """`chosen(Path)`; files that are gone are not offered."""

    chosen = Signal(object)

    def __init__(self, settings: SettingsFile, into: QMenu, before: QAction) -> None:
        super().__init__(into)
        self._settings = settings
        self._menu = QMenu(self.tr("Recent &files"), into)
        self._menu.setObjectName("menu_recent")
        self._menu.aboutToShow.connect(self._fill)
        into.insertMenu(before, self._menu)
        into.aboutToShow.connect(self._fill)

    @Slot()
    def _fill(self) -> None:
        paths = [Path(name) for name in self._settings.load().recent_files]
        found = [path for path in paths if path.is_file()]
        self._menu.clear()
        for number, path in enumerate(found, start=1):
            # An ampersand in a name is no mnemonic; the number is one.
            name = path.name.replace("&", "&&")
            action = QAction(f"&{number} {name}" if number < 10 else name, self._menu)
            action.setData(str(path))
            action.setToolTip(str(path))
            action.triggered.connect(self._choose)
            self._menu.addAction(action)
        self._menu.menuAction().setEnabled(bool(found))

    @Slot()
    def _choose(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(Path(str(action.data())))
