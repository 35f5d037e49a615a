"""A table of meanings in which one column is edited."""

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from co2desk.models.columns import ROW_ROLE
from co2desk.views.imports.wizard.columns.answer_delegate import AnswerDelegate
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.data_table import ROW_HEIGHT


class WordsTable(QTableView):
    """Return edits the meaning of the current row; `forgetting_wanted` when Delete is pressed.

    `row_changed` when other rows are selected.
    """

    forgetting_wanted = Signal()
    row_changed = Signal()

    def __init__(
        self,
        around: Surroundings,
        name: str,
        model: QAbstractItemModel,
        edited: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._edited = edited
        self.setObjectName(name)
        self.setModel(model)
        self.setItemDelegate(AnswerDelegate(around.theme, around.icons, self))
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(max(ROW_HEIGHT, self.fontMetrics().height() + 10))
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionsClickable(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setSectionResizeMode(edited, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().selectionChanged.connect(self._moved)

    def chosen(self) -> list[object]:
        """The values behind the selected rows, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.model().index(row, 0).data(ROW_ROLE) for row in rows]

    def edit_meaning(self) -> None:
        """Open the meaning of the current row."""
        if self.currentIndex().isValid():
            index = self.currentIndex().siblingAtColumn(self._edited)
            self.setCurrentIndex(index)
            self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return edits, Delete forgets."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit_meaning()
        elif event.key() == Qt.Key.Key_Delete:
            self.forgetting_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _moved(self) -> None:
        self.row_changed.emit()
