"""The schema of the database, and backups of it."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from co2desk.models.columns import Column
from co2desk.models.list_table_model import ListTableModel
from co2desk.services.back_up import Backups
from co2desk.services.change_schema import Revision, Schema, revision_title
from co2desk.services.connect import Connection, ConnectionStatus
from co2desk.views.action_table import ActionId
from co2desk.views.administration.backup_work import BackupWork
from co2desk.views.administration.tab import Tab
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.data_table import DataTable
from co2desk.views.widgets.message_bar import Tone


class DatabaseTab(Tab):
    """Which migrations the database has; `work` makes backups and puts them back."""

    def __init__(
        self,
        around: Surroundings,
        schema: Schema,
        backups: Backups,
        connection: Connection,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(around, parent)
        self._schema = schema
        self._connection = connection
        self.work = BackupWork(around, backups, self)
        self.work.done.connect(self._done)
        self.work.failed.connect(self.not_done)
        self.work.replaced.connect(self._replaced)
        self._status = QLabel(self)
        self._status.setObjectName("schema_status")
        self._status.setWordWrap(True)
        columns: list[Column[Revision]] = [
            Column("id", self.tr("Revision"), lambda one: one.id, width=90),
            Column(
                "title",
                self.tr("What it does"),
                lambda one: revision_title(around.messages, one),
                width=420,
            ),
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
        backup.clicked.connect(self.work.back_up)
        self.commands.answer(ActionId.BACK_UP, backup)
        verify = QPushButton(self.tr("Verify a backup…"), self)
        verify.setObjectName("verify_backup")
        around.icons.put(verify, "shield")
        verify.clicked.connect(self.work.choose_to_verify)
        restore = QPushButton(self.tr("Restore a backup…"), self)
        restore.setObjectName("restore_backup")
        around.icons.put(restore, "undo")
        restore.clicked.connect(self.work.choose_to_restore)
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
        self.ask(lambda _: (self._connection.status(), self._schema.revisions()), self._came)

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

    @Slot(str)
    def _done(self, text: str) -> None:
        self.said.emit(Tone.GOOD, text)

    @Slot()
    def _replaced(self) -> None:
        self.reload()
        self.wrote.emit()
