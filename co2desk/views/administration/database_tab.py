"""The schema of the database, and backups of it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from co2desk.domain.backup import Backup, Restored, TableContents, VerifiedBackup
from co2desk.models.columns import Column
from co2desk.models.list_table_model import ListTableModel
from co2desk.services.connect import Connection, ConnectionStatus
from co2desk.services.maintain import Maintenance, Revision
from co2desk.views.action_table import ActionId
from co2desk.views.administration.tab import Tab
from co2desk.views.dialogs.confirm import Confirm
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.data_table import DataTable
from co2desk.views.widgets.message_bar import Tone


class DatabaseTab(Tab):
    """Which migrations the database has; backup, its verification, and putting it back."""

    def __init__(
        self,
        around: Surroundings,
        maintenance: Maintenance,
        connection: Connection,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(around, parent)
        self._maintenance = maintenance
        self._connection = connection
        self._to_restore = Path()
        self._status = QLabel(self)
        self._status.setObjectName("schema_status")
        self._status.setWordWrap(True)
        columns: list[Column[Revision]] = [
            Column("id", self.tr("Revision"), lambda one: one.id, width=90),
            Column("title", self.tr("What it does"), lambda one: one.title, width=420),
            Column(
                "applied",
                self.tr("State"),
                lambda one: self.tr("applied") if one.applied else self.tr("to come"),
                width=120,
                state=lambda one: "good" if one.applied else "pending",
            ),
        ]
        self._model = ListTableModel(columns, self)
        table = DataTable(around, "revisions_table", self)
        table.setAccessibleName(self.tr("Migrations"))
        table.use(self._model, [column.width for column in columns], stretch=1)
        backup = QPushButton(self.tr("Back up…"), self)
        backup.setObjectName("backup")
        around.icons.put(backup, "save")
        backup.clicked.connect(self._choose_backup)
        self.commands.answer(ActionId.BACK_UP, backup)
        verify = QPushButton(self.tr("Verify a backup…"), self)
        verify.setObjectName("verify_backup")
        around.icons.put(verify, "shield")
        verify.clicked.connect(self._choose_to_verify)
        restore = QPushButton(self.tr("Restore a backup…"), self)
        restore.setObjectName("restore_backup")
        around.icons.put(restore, "undo")
        restore.clicked.connect(self._choose_to_restore)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(backup)
        row.addWidget(verify)
        row.addWidget(restore)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.setSpacing(8)
        box.addWidget(self._status)
        box.addWidget(table, 1)
        box.addLayout(row)

    def reload(self) -> None:
        """Ask the server again."""
        self.ask(lambda _: (self._connection.status(), self._maintenance.revisions()), self._came)

    @Slot(object)
    def _came(self, came: tuple[ConnectionStatus, Sequence[Revision]]) -> None:
        status, revisions = came
        self.counted.emit("")
        self._model.show_rows(revisions)
        fits = (
            self.tr("This program and the database fit together.")
            if status.compatible
            else self.tr("This program does not fit the database.")
        )
        self._status.setText(
            self.tr("PostgreSQL %1 · schema %2 of %3 · user %4. ")
            .replace("%1", status.server_version)
            .replace("%2", status.schema)
            .replace("%3", status.head)
            .replace("%4", status.user)
            + fits
        )

    @Slot()
    def _choose_backup(self) -> None:
        dialog = QFileDialog(self, self.tr("Back up to"), "co2desk.backup")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(self._back_up)
        dialog.open()

    @Slot(str)
    def _back_up(self, name: str) -> None:
        self.ask(
            lambda progress: self._maintenance.backup(Path(name), progress=progress),
            self._backed_up,
            label=self.tr("Backing up…"),
            lane="writing",
        )

    @Slot()
    def _choose_to_verify(self) -> None:
        dialog = QFileDialog(self, self.tr("Verify a backup"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._verify)
        dialog.open()

    @Slot(str)
    def _verify(self, name: str) -> None:
        self.ask(
            lambda progress: self._maintenance.verify(Path(name), progress),
            self._verified,
            label=self.tr("Verifying the backup…"),
            lane="writing",
        )

    @Slot()
    def _choose_to_restore(self) -> None:
        dialog = QFileDialog(self, self.tr("Restore a backup"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.confirm_restore)
        dialog.open()

    @Slot(str)
    def confirm_restore(self, name: str) -> None:
        """Ask before the whole database is replaced by a backup."""
        self._to_restore = Path(name)
        text = self.tr(
            "Everything in the database is replaced by what %1 holds, for everybody who works on "
            "it. A backup of what there is now is made first."
        )
        database = self._maintenance.database_name()
        confirm = Confirm(
            self.around.icons,
            self.tr("Restore a backup"),
            text.replace("%1", self._to_restore.name),
            self.tr("Replace the database"),
            typed=database,
            typed_label=self.tr("Type the name of the database, %1").replace("%1", database),
            parent=self,
        )
        confirm.agreed.connect(self._restore)
        confirm.open()

    @Slot(str)
    def _restore(self, typed: str) -> None:
        path = self._to_restore
        self.ask(
            lambda progress: self._maintenance.restore(path, typed_name=typed, progress=progress),
            self._restored,
            label=self.tr("Restoring the backup…"),
            lane="writing",
        )

    @Slot(object)
    def _restored(self, done: Restored) -> None:
        self._tell(self.tr("The backup %1 was put back: %2 rows in %3 tables."),
                   done.path, done.tables)  # fmt: skip
        self.reload()
        self.wrote.emit()

    @Slot(object)
    def _backed_up(self, backup: Backup) -> None:
        self._tell(self.tr("The backup %1 was made and read through: %2 rows in %3 tables."),
                   backup.path, backup.tables)  # fmt: skip

    @Slot(object)
    def _verified(self, backup: VerifiedBackup) -> None:
        self._tell(self.tr("The backup %1 can be restored: %2 rows in %3 tables."),
                   backup.path, backup.tables)  # fmt: skip

    def _tell(self, text: str, path: Path, tables: Sequence[TableContents]) -> None:
        rows = self.around.formats.number(sum(table.rows for table in tables))
        self.said.emit(
            Tone.GOOD,
            text.replace("%1", path.name).replace("%2", rows).replace("%3", str(len(tables))),
        )
