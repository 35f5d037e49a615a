"""What is wrong in the cell that has the focus, in words below the grid."""

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from co2desk.domain.issue import Severity
from co2desk.models.review_table_model import ReviewTableModel
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.text import Pictogram, set_look


class FocusLine(QWidget):
    """One or two lines; keeps its height, so that the grid does not jump."""

    def __init__(
        self, around: Surroundings, model: ReviewTableModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._around = around
        self._model = model
        self._icon = Pictogram(around.icons, "good", "good", 16, self)
        self._text = QLabel(self)
        self._text.setObjectName("focus_line")
        self._text.setWordWrap(True)
        self._text.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)

    @Slot(QModelIndex)
    def show_cell(self, index: QModelIndex) -> None:
        """Say what is wrong in a cell and its row."""
        if not index.isValid():
            self._text.clear()
            self._icon.hide()
            return
        row = self._model.row_index(index)
        column = self._model.column_index(index)
        issues = self._model.issues_at(row, column) if column is not None else []
        checked = self._model.checked_row(row)
        if not issues and checked is not None:
            issues = list(checked.issues)
        self._icon.setVisible(bool(issues))
        if not issues:
            set_look(self._text, "secondary")
            self._text.setText(self.tr("Nothing is wrong in this row."))
            return
        worst = Severity.WARNING
        if any(issue.severity is Severity.ERROR for issue in issues):
            worst = Severity.ERROR
        self._icon.show_icon(worst.value, worst.value)
        set_look(self._text, worst.value)
        self._text.setText(" ".join(self._around.messages.issue(issue) for issue in issues[:2]))
