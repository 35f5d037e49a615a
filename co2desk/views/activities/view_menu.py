"""The menu of saved views: choose one, save what is shown, forget one."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QMenu,
    QToolButton,
    QWidget,
)

from co2desk.models.saved_views import SavedViews
from co2desk.views.icons import Icons
from co2desk.views.widgets.form_field import FormField
from co2desk.views.widgets.text import secondary
from co2desk.views.widgets.titled_dialog import TitledDialog, form_layout


class ViewMenu(QObject):
    """`chosen(name)` and `save_wanted(name)`; forgetting is done here."""

    chosen = Signal(str)
    save_wanted = Signal(str)

    def __init__(self, views: SavedViews, icons: Icons, button: QToolButton) -> None:
        super().__init__(button)
        self._views = views
        self._icons = icons
        self._button = button
        self._menu = QMenu(button)
        self._menu.aboutToShow.connect(self._fill)
        button.setMenu(self._menu)
        self._fill()

    @Slot()
    def _fill(self) -> None:
        self._menu.clear()
        for name in self._views.names:
            self._entry(self._menu, name, self._choose)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Save this view…"), self.ask_name)
        if self._views.names:
            forget = self._menu.addMenu(self.tr("Forget a view"))
            for name in self._views.names:
                self._entry(forget, name, self._forget)

    def _entry(self, menu: QMenu, name: str, slot: object) -> None:
        # An ampersand in a name is no mnemonic.
        action = QAction(name.replace("&", "&&"), menu)
        action.setData(name)
        action.triggered.connect(slot)
        menu.addAction(action)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(_name(self.sender()))

    @Slot()
    def _forget(self) -> None:
        self._views.forget(_name(self.sender()))

    @Slot()
    def ask_name(self) -> None:
        """Ask under which name to keep what is shown."""
        dialog = ViewNameDialog(self._views, self._icons, self._button.window())
        dialog.agreed.connect(self.save_wanted)
        dialog.open()


class ViewNameDialog(TitledDialog):
    """`agreed(name)`: under which name the view is to be kept."""

    agreed = Signal(str)

    def __init__(self, views: SavedViews, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__("view_name_dialog", parent)
        self._views = views
        self.setWindowTitle(self.tr("Save this view"))
        self._name = FormField(icons, "view_name", self.tr("&Name"), self)
        self._name.line.setMaxLength(60)
        self._name.typed.connect(self._check)
        form = form_layout()
        self._name.add_to(form)
        cancel = self.cancel_button()
        self._yes = self.main_button("view_save", self.tr("Save view"), self._agree)
        self._yes.setEnabled(False)
        explanation = self.tr(
            "Its filters, columns and order are kept on this computer under a name."
        )
        self.stack(
            secondary(explanation, self),
            form,
            answers=(cancel, self._yes),
        )
        self.setMinimumWidth(420)

    @Slot()
    def _check(self) -> None:
        name = self._name.text
        self._yes.setEnabled(bool(name))
        known = name in self._views.names
        self._name.say(
            self.tr("A view of this name is there already; it will be replaced.") if known else "",
            warning=True,
        )

    @Slot()
    def _agree(self) -> None:
        self.agreed.emit(self._name.text)
        self.accept()


def _name(action: QObject) -> str:
    return str(action.data()) if isinstance(action, QAction) else ""
