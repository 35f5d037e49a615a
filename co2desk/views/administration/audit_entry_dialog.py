"""One entry of the audit log: every field before and after."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from co2desk.domain.people import AuditEntry
from co2desk.models.columns import Column
from co2desk.models.labelled import labelled
from co2desk.models.list_table_model import ListTableModel
from co2desk.views.history_words import action_word, changed_fields, column_word, entity_word
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.data_table import DataTable
from co2desk.views.widgets.titled_dialog import TitledDialog

Change = tuple[str, str, str]


class AuditEntryDialog(TitledDialog):
    """To read and to copy."""

    def __init__(
        self, around: Surroundings, entry: AuditEntry, parent: QWidget | None = None
    ) -> None:
        super().__init__("audit_entry", parent)
        self.setWindowTitle(labelled(entity_word(entry.entity), action_word(entry.action)))
        who = QLabel(
            self.tr("By %1 on %2, with %3.")
            .replace("%1", entry.who)
            .replace("%2", around.formats.moment(entry.at))
            .replace("%3", entry.application or "–"),
            self,
        )
        who.setTextFormat(Qt.TextFormat.PlainText)
        who.setWordWrap(True)
        columns: list[Column[Change]] = [
            Column(
                "field",
                self.tr("Field"),
                lambda one: column_word(around.messages, one[0]),
                width=150,
            ),
            Column("before", self.tr("Before"), lambda one: one[1], width=200),
            Column("after", self.tr("After"), lambda one: one[2], width=200),
        ]
        model = ListTableModel(columns, self)
        model.show_rows(list(changed_fields(entry, around.messages, around.formats)))
        table = DataTable(around, "audit_entry_table", self)
        table.setAccessibleName(self.tr("Before and after"))
        table.use(model, [column.width for column in columns], stretch=2)
        close = QPushButton(self.tr("Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        self.stack(who, table, answers=(close,))
        self.resize(640, 420)
