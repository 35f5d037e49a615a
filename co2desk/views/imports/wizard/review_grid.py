"""The grid in which rows are corrected as in a spreadsheet."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from co2desk.models.import_session import ImportSession
from co2desk.models.review_table_model import Cell, ReviewTableModel
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.cell_delegate import CellDelegate
from co2desk.views.widgets.clipboard_block import clipboard_block
from co2desk.views.widgets.data_table import ROW_HEIGHT

_WIDEST = 260
_ROWS_MEASURED = 40


class ReviewGrid(QTableView):
    """`cell_entered(QModelIndex)` follows the current cell; `did_not_fit(rows)` after a paste."""

    cell_entered = Signal(QModelIndex)
    did_not_fit = Signal(int)

    def __init__(
        self,
        around: Surroundings,
        session: ImportSession,
        model: ReviewTableModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._review = model
        self.setObjectName("review_grid")
        self.setAccessibleName(self.tr("Rows of the file"))
        self.setModel(model)
        self.setItemDelegate(CellDelegate(around.theme, around.icons, self))
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(max(ROW_HEIGHT, self.fontMetrics().height() + 8))
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        heads.setSectionsClickable(True)
        # A thousand rows, as Qt would measure, keep the window busy for a second.
        heads.setResizeContentsPrecision(_ROWS_MEASURED)
        heads.setSortIndicatorClearable(True)
        heads.setSortIndicatorShown(True)
        heads.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.selectionModel().currentChanged.connect(self._moved)
        session.copied.connect(self._copied)

    def fit_columns(self) -> None:
        """Give columns the width of the rows in sight, within reason."""
        self.resizeColumnsToContents()
        for column in range(self._review.columnCount()):
            self.setColumnWidth(column, min(self.columnWidth(column) + 16, _WIDEST))

    def go_to(self, index: QModelIndex) -> None:
        """Make a cell the current one and bring it into sight."""
        if index.isValid():
            self.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
            self.setFocus()

    def selected_rows(self) -> list[int]:
        """The rows of the file in which anything is selected, from top to bottom."""
        places: set[int] = set()
        for block in self._blocks():
            places.update(range(block.top(), block.bottom() + 1))
        return [self._review.row_index(self._review.index(place, 0)) for place in sorted(places)]

    def copy(self) -> None:
        """Put the selected block on the clipboard as a spreadsheet takes it."""
        if self._blocks():
            self._session.copy(self.selected_rows(), self._selected_columns())

    def paste(self) -> None:
        """Put a block from the clipboard at the current cell; one cell fills the selection."""
        block = clipboard_block()
        here = self.currentIndex()
        if not block or not here.isValid():
            return
        if len(block) == 1 and len(block[0]) == 1:
            self._write(block[0][0])
            return
        texts: dict[Cell, str] = {}
        room = self._review.rowCount() - here.row()
        for down, line in enumerate(block[:room]):
            for right, text in enumerate(line):
                index = self._review.index(here.row() + down, here.column() + right)
                column = self._review.column_index(index) if index.isValid() else None
                if column is not None:
                    texts[self._review.row_index(index), column] = text
        self._review.correct(texts)
        if len(block) > room:
            self.did_not_fit.emit(len(block) - room)

    def fill_down(self) -> None:
        """Give every selected cell the text of the topmost one in its column."""
        rows, columns = self.selected_rows(), self._selected_columns()
        if len(rows) > 1 and columns:
            self._session.fill_down(rows, columns)

    def clear_cells(self) -> None:
        """Empty the selected cells."""
        self._write("")

    def _write(self, text: str) -> None:
        columns = self._selected_columns()
        self._review.correct({(row, at): text for row in self.selected_rows() for at in columns})

    def _selected_columns(self) -> Sequence[int]:
        """The columns of the file in which anything is selected."""
        shown = {at for block in self._blocks() for at in range(block.left(), block.right() + 1)}
        indexes = (self._review.index(0, at) for at in sorted(shown))
        columns = (self._review.column_index(index) for index in indexes)
        return [column for column in columns if column is not None]

    def _blocks(self) -> list[QItemSelectionRange]:
        # Ranges, not indexes: with everything selected there would be a million of them.
        selection = self.selectionModel().selection()
        return [selection.at(place) for place in range(selection.count())]

    @Slot(str)
    def _copied(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A bar that opens above takes no room from the cell that the person is at."""
        here = self.visualRect(self.currentIndex())
        super().resizeEvent(event)
        before = QRect(QPoint(), event.oldSize())
        if before.contains(here) and not self.viewport().rect().contains(here):
            self.scrollTo(self.currentIndex())

    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.cell_entered.emit(current)
