"""The rows of a worklist as a table whose cells are typed, pasted and copied."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from co2desk.models.worklist_model import WorklistModel
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.cell_delegate import CellDelegate
from co2desk.views.widgets.clipboard_block import clipboard_block
from co2desk.views.widgets.data_table import ROW_HEIGHT

_ROWS_MEASURED = 40


class WorklistTable(QTableView):
    """`did_not_fit(rows)` after a paste that reached below the last row."""

    did_not_fit = Signal(int)

    def __init__(
        self, around: Surroundings, model: WorklistModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._worklist = model
        self.setObjectName("worklist_table")
        self.setModel(model)
        self.setItemDelegate(CellDelegate(around.theme, around.icons, self))
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.horizontalHeader().setResizeContentsPrecision(_ROWS_MEASURED)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C and Ctrl+V, as in a spreadsheet."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the selected cells on the clipboard, row by row."""
        rows: dict[int, list[str]] = {}
        for index in sorted(self.selectedIndexes()):
            rows.setdefault(index.row(), []).append(str(index.data() or ""))
        QGuiApplication.clipboard().setText("\n".join("\t".join(cells) for cells in rows.values()))

    def paste(self) -> None:
        """Put a block from the clipboard at the current cell; one cell fills the selection."""
        block, here = clipboard_block(), self.currentIndex()
        if not block or not here.isValid():
            return
        if len(block) == 1 and len(block[0]) == 1:
            for index in self.selectedIndexes():
                self._worklist.setData(index, block[0][0])
            return
        room = self._worklist.rowCount() - here.row()
        for down, line in enumerate(block[:room]):
            for right, text in enumerate(line):
                index = self._worklist.index(here.row() + down, here.column() + right)
                if index.isValid():
                    self._worklist.setData(index, text)
        if len(block) > room:
            self.did_not_fit.emit(len(block) - room)
