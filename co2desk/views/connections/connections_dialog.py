"""Connections kept on this computer: add, change, try, forget, and work on another."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from co2desk.desktop.profiles import ConnectionProfile
from co2desk.desktop.secrets import KeptIn
from co2desk.domain.connection_check import ConnectionCheck
from co2desk.domain.errors import Co2deskError
from co2desk.models.task_runner import Work
from co2desk.views.connections.connection_form import ConnectionForm
from co2desk.views.connections.trial import Trial
from co2desk.views.errands import ask, failure_text
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.message_bar import MessageBar, Tone
from co2desk.views.widgets.text import secondary

if TYPE_CHECKING:
    from co2desk.services.keep_profiles import Profiles


class ConnectionsDialog(QDialog):
    """`chosen(name)` when the person wants to work on a connection; "" is this computer."""

    chosen = Signal(str)

    def __init__(
        self,
        around: Surroundings,
        profiles: "Profiles",
        current: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("connections_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Connections"))
        self._around = around
        self._profiles = profiles
        self._kept: Sequence[ConnectionProfile] = ()
        self._list = QListWidget(self)
        self._list.setObjectName("connection_list")
        self._list.setAccessibleName(self.windowTitle())
        self._list.currentRowChanged.connect(self._show)
        self._here = secondary(
            self.tr(
                "The private database on this computer, with the demonstration laboratory. "
                "It needs no password and no network."
            ),
            self,
        )
        self._here.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._form = ConnectionForm(self)
        self._form.edited.connect(self._edited)
        self._trial = Trial(around, self)
        self._notes = MessageBar(around.icons, self)
        self._add = self._button("connection_add", self.tr("A&dd a server"), self._new)
        self._forget = self._button("connection_forget", self.tr("&Forget it"), self._remove)
        self._try = self._button("connection_try", self.tr("&Try it"), self._diagnose)
        self._save = self._button("connection_save", self.tr("&Save"), self._keep)
        self._use = self._button("connection_use", self.tr("Work &on it"), self._work_on)
        self._use.setProperty("look", "primary")
        self._lay_out()
        self._fill(current)
        self._do(lambda _: profiles.keyring, self._keyring_known)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._list, 1)
        for button in (self._add, self._forget):
            left.addWidget(button)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(self._form)
        self._area = area
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self._notes)
        right.addWidget(self._here)
        right.addWidget(area, 3)
        right.addWidget(self._trial, 2)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addLayout(left, 1)
        columns.addLayout(right, 3)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._try)
        buttons.addStretch(1)
        for button in (close, self._save, self._use):
            buttons.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(16)
        box.addLayout(columns, 1)
        box.addLayout(buttons)
        self.resize(820, 720)

    def _button(self, name: str, text: str, then: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(then)
        return button

    def _do(self, work: Work, then: Callable[..., None], label: str = "") -> None:
        ask(self._around.runner, work, then, self._failed, label=label)

    def _fill(self, name: str) -> None:
        """Show what is kept; a name of "" is this computer."""
        self._kept = self._profiles.all()
        self._list.blockSignals(True)
        self._list.clear()
        icons = self._around.icons
        self._list.addItem(QListWidgetItem(icons.list_icon("database"), self.tr("This computer")))
        for profile in self._kept:
            icon = (
                icons.list_icon("warning", "warning")
                if profile.is_weak
                else icons.list_icon("link")
            )
            self._list.addItem(QListWidgetItem(icon, profile.name))
        self._list.blockSignals(False)
        names = [profile.name for profile in self._kept]
        only_fixed = self._profiles.rules.only_fixed
        self._list.item(0).setHidden(only_fixed)
        self._add.setEnabled(not only_fixed)
        self._list.setCurrentRow(names.index(name) + 1 if name in names else int(only_fixed))

    @Slot(int)
    def _show(self, row: int) -> None:
        """Show the connection of that row; none below the first is this computer."""
        on_server = row != 0
        profile = self._kept[row - 1] if row > 0 else None
        self._here.setVisible(not on_server)
        self._area.setVisible(on_server)
        self._form.show_profile(profile, self._profiles.rules)
        self._trial.show_checks(())
        for button in (self._try, self._save):
            button.setVisible(on_server)
        fixed = profile is not None and self._profiles.rules.is_fixed(profile.name)
        self._forget.setEnabled(profile is not None and not fixed)
        if profile is not None:
            self._form.ask_for_password()

    @Slot()
    def _new(self) -> None:
        self._notes.clear()
        self._list.setCurrentRow(-1)
        self._form.name.setFocus()

    @Slot()
    def _edited(self) -> None:
        self._trial.show_checks(())

    def _profile(self) -> ConnectionProfile | None:
        """What stands in the form; where it cannot be kept, that is said."""
        try:
            profile = self._form.profile()
        except Co2deskError as error:
            self._failed(error)
            return None
        known = {one.name for one in self._kept}
        if not self._form.name.isReadOnly() and profile.name in known:
            self._notes.say(Tone.ERROR, self.tr("There is a connection of this name already."))
            return None
        self._notes.clear()
        return profile

    @Slot()
    def _diagnose(self) -> None:
        profile = self._profile()
        if profile is not None:
            password = self._form.password
            self._try.setEnabled(False)
            self._do(
                lambda progress: self._profiles.diagnose(profile, password, progress),
                self._diagnosed,
                self.tr("Trying the connection…"),
            )

    @Slot(object)
    def _diagnosed(self, checks: Sequence[ConnectionCheck]) -> None:
        self._try.setEnabled(True)
        self._trial.show_checks(checks)

    @Slot()
    def _keep(self) -> None:
        self._keep_then(self._saved)

    @Slot()
    def _work_on(self) -> None:
        if self._list.currentRow() == 0:
            self._profiles.choose("")
            self._leave_for("")
        else:
            self._keep_then(self._saved_to_work_on)

    def _keep_then(self, then: Callable[..., None]) -> None:
        profile = self._profile()
        if profile is not None:
            password, lasting = self._form.password, self._form.remember
            self._do(
                lambda _: (profile.name, self._profiles.save(profile, password, lasting=lasting)),
                then,
            )

    @Slot(object)
    def _saved(self, saved: tuple[str, KeptIn | None]) -> None:
        name, place = saved
        self._fill(name)
        text = self.tr("The connection is kept.")
        if place is KeptIn.KEYRING:
            text += " " + self.tr("Its password is in the keyring.")
        elif place is KeptIn.SESSION:
            text += " " + self.tr("Its password is kept until co2desk is closed.")
        self._notes.say(Tone.GOOD, text)

    @Slot(object)
    def _saved_to_work_on(self, saved: tuple[str, KeptIn | None]) -> None:
        self._profiles.choose(saved[0])
        self._leave_for(saved[0])

    def _leave_for(self, name: str) -> None:
        self.chosen.emit(name)
        self.accept()

    @Slot()
    def _remove(self) -> None:
        row = self._list.currentRow()
        if row > 0:
            name = self._kept[row - 1].name
            self._do(lambda _: self._profiles.remove(name), self._removed)

    @Slot(object)
    def _removed(self, _nothing: object) -> None:
        self._fill("")
        self._notes.say(Tone.GOOD, self.tr("The connection and its password are forgotten."))

    @Slot(object)
    def _keyring_known(self, keyring: str) -> None:
        self._form.set_keyring(keyring)

    @Slot(object)
    def _failed(self, error: object) -> None:
        self._try.setEnabled(True)
        self._notes.say(Tone.ERROR, failure_text(self._around.messages, error))
