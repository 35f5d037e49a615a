"""Backups made, verified and put back, with what protects and opens them."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from co2desk.domain.backup import (
    Backup,
    BackupKey,
    Protection,
    Restored,
    TableContents,
    VerifiedBackup,
)
from co2desk.models.task_runner import Work
from co2desk.services.back_up import Backups, opens_by
from co2desk.views.administration.backup_dialog import BackupDialog
from co2desk.views.administration.unlock_dialog import UnlockDialog
from co2desk.views.dialogs.confirm import Confirm
from co2desk.views.errands import ask
from co2desk.views.surroundings import Surroundings


class BackupWork(QObject):
    """`done(text)`, `failed(error)`; `replaced` after a backup was put back."""

    done = Signal(str)
    failed = Signal(object)
    replaced = Signal()

    def __init__(self, around: Surroundings, backups: Backups, tab: QWidget) -> None:
        super().__init__(tab)
        self._around = around
        self._backups = backups
        self._tab = tab
        self._protection: Protection | None = None
        self._path = Path()
        self._key: BackupKey | None = None
        self._opened: Callable[[], None] = self._verify

    @Slot()
    def back_up(self) -> None:
        """Ask how to protect it, then where to, then make it."""
        dialog = BackupDialog(self._around.icons, self._tab.window())
        dialog.agreed.connect(self._ask_where)
        dialog.open()

    @Slot()
    def choose_to_verify(self) -> None:
        """Ask which backup, then restore it into a scratch database and compare."""
        self._ask_which(self.tr("Verify a backup"), self.verify)

    @Slot()
    def choose_to_restore(self) -> None:
        """Ask which backup, then put it back once the name of the database was typed."""
        self._ask_which(self.tr("Restore a backup"), self.restore)

    @Slot(str)
    def verify(self, name: str) -> None:
        """Verify a backup, opened first where it is encrypted."""
        self._open(name, self._verify)

    @Slot(str)
    def restore(self, name: str) -> None:
        """Ask before the whole database is replaced by a backup."""
        self._open(name, self._confirm_restore)

    @Slot(str)
    def back_up_to(self, name: str) -> None:
        """Make a backup as it was agreed."""
        path, protection = Path(name), self._protection
        self._do(
            lambda progress: self._backups.make(path, protection=protection, progress=progress),
            self._backed_up,
            self.tr("Backing up…"),
        )

    @Slot(object)
    def _ask_where(self, protection: Protection | None) -> None:
        self._protection = protection
        ending = ".age" if protection is not None else ""
        dialog = QFileDialog(self._tab, self.tr("Back up to"), f"co2desk.backup{ending}")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(self.back_up_to)
        dialog.open()

    def _ask_which(self, title: str, then: Callable[[str], None]) -> None:
        dialog = QFileDialog(self._tab, title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(then)
        dialog.open()

    def _open(self, name: str, then: Callable[[], None]) -> None:
        self._path, self._key, self._opened = Path(name), None, then
        path = self._path
        ask(self._around.runner, lambda _: opens_by(path), self._opener_known, self.failed.emit)

    @Slot(object)
    def _opener_known(self, opener: str) -> None:
        if not opener:
            self._opened()
            return
        dialog = UnlockDialog(
            self._around.icons,
            self._path.name,
            by_passphrase=opener == "passphrase",
            parent=self._tab.window(),
        )
        dialog.agreed.connect(self._unlocked)
        dialog.open()

    @Slot(object)
    def _unlocked(self, key: BackupKey) -> None:
        self._key = key
        self._opened()

    def _verify(self) -> None:
        path, key = self._path, self._key
        self._do(
            lambda progress: self._backups.verify(path, progress, key=key),
            self._verified,
            self.tr("Verifying the backup…"),
        )

    def _confirm_restore(self) -> None:
        text = self.tr(
            "Everything in the database is replaced by what %1 holds, for everybody who works on "
            "it. A backup of what there is now is made first."
        )
        database = self._backups.database_name()
        confirm = Confirm(
            self._around.icons,
            self.tr("Restore a backup"),
            text.replace("%1", self._path.name),
            self.tr("Replace the database"),
            typed=database,
            typed_label=self.tr("Type the name of the database, %1").replace("%1", database),
            parent=self._tab.window(),
        )
        confirm.agreed.connect(self._restore)
        confirm.open()

    @Slot(str)
    def _restore(self, typed: str) -> None:
        path, key = self._path, self._key
        self._do(
            lambda progress: self._backups.restore(
                path, typed_name=typed, key=key, progress=progress
            ),
            self._restored,
            self.tr("Restoring the backup…"),
        )

    def _do(self, work: Work, then: Callable[..., None], label: str) -> None:
        ask(self._around.runner, work, then, self.failed.emit, label=label, lane="writing")

    @Slot(object)
    def _restored(self, done: Restored) -> None:
        self._tell(self.tr("The backup %1 was put back: %2 in %3."),
                   done.path, done.tables)  # fmt: skip
        self.replaced.emit()

    @Slot(object)
    def _backed_up(self, backup: Backup) -> None:
        self._tell(self.tr("The backup %1 was made and read through: %2 in %3."),
                   backup.path, backup.tables)  # fmt: skip

    @Slot(object)
    def _verified(self, backup: VerifiedBackup) -> None:
        self._tell(self.tr("The backup %1 can be restored: %2 in %3."),
                   backup.path, backup.tables)  # fmt: skip

    def _tell(self, text: str, path: Path, tables: Sequence[TableContents]) -> None:
        rows = sum(table.rows for table in tables)
        told = self._around.formats.counted(self.tr("%n rows", "", rows), rows)
        inside = self.tr("%n tables", "", len(tables))
        self.done.emit(text.replace("%2", told).replace("%3", inside).replace("%1", path.name))
