"""A table as people know it: striped rows, columns moved, hidden and remembered, copy to Excel."""

import csv
import io
from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractItemModel,
    QByteArray,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from co2desk.models.columns import COPY_ROLE, ROW_ROLE
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.cell_delegate import CellDelegate

ROW_HEIGHT = 26
# Dragging a border sends a change for every pixel; the last one counts.
_SETTLED_MS = 500


class DataTable(QTableView):
    """`row_chosen(value or None)` follows the current row; the name keys what is remembered."""

    row_chosen = Signal(object)
    row_opened = Signal(object)

    def __init__(self, around: Surroundings, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._name = name
        # The column that takes the room that is left, and the width that it keeps where none is.
        self._filling: int | None = None
        self._least = 0
        self._fills = False
        self.setObjectName(name)
        self.setItemDelegate(CellDelegate(around.theme, around.icons, self))
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(max(ROW_HEIGHT, self.fontMetrics().height() + 8))
        heads = self.horizontalHeader()
        heads.setSectionsMovable(True)
        heads.setHighlightSections(False)
        heads.setTextElideMode(Qt.TextElideMode.ElideRight)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        heads.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        heads.customContextMenuRequested.connect(self._offer_columns)
        self.doubleClicked.connect(self._opened)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self.remember)

    def use(self, model: QAbstractItemModel, widths: list[int], stretch: int | None = None) -> None:
        """Show a model; the columns take their remembered shape, else these widths."""
        self.setModel(model)
        heads = self.horizontalHeader()
        heads.setStretchLastSection(stretch is None)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self._around.memory.restore(self._name, heads)
        if stretch is not None:
            self._filling, self._least = stretch, widths[stretch]
            self._fill()
        heads.sectionMoved.connect(self._remember_soon)
        heads.sectionResized.connect(self._resized)
        self.selectionModel().currentRowChanged.connect(self._moved)
        model.modelReset.connect(self._reset)

    def show_order(self, column: int, *, descending: bool) -> None:
        """Mark the column that the rows come ordered by."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(column, order)

    def remember(self) -> None:
        """Keep the shape of the columns for the next time."""
        self._around.memory.save(self._name, self.horizontalHeader())

    def shape(self) -> str:
        """Widths, places and visibility of the columns, as a text for `take_shape`."""
        return self.horizontalHeader().saveState().toBase64().toStdString()

    def take_shape(self, shape: str) -> None:
        """Give the columns a shape; one that does not fit changes nothing."""
        self.horizontalHeader().restoreState(QByteArray.fromBase64(shape.encode("ascii", "ignore")))
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the room that is left to the column that may have it."""
        super().resizeEvent(event)
        self._fill()

    def _fill(self) -> None:
        """As Qt would stretch it, but never squeezed to nothing: what does not fit is scrolled."""
        heads = self.horizontalHeader()
        if self._filling is None or heads.isSectionHidden(self._filling):
            return
        heads.setSectionResizeMode(self._filling, QHeaderView.ResizeMode.Interactive)
        now = heads.sectionSize(self._filling)
        room = self.viewport().width() - (heads.length() - now)
        self._fills = True
        heads.resizeSection(self._filling, max(self._least, room))
        self._fills = False

    def hideEvent(self, event: QHideEvent) -> None:
        """Remember what was changed just before."""
        if self._settled.isActive():
            self._settled.stop()
            self.remember()
        super().hideEvent(event)

    def chosen_rows(self) -> list[object]:
        """The values of the selected rows, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        values = (self.model().index(row, 0).data(ROW_ROLE) for row in rows)
        return [value for value in values if value is not None]

    def choose_row(self, row: int) -> None:
        """Select one row and bring it into sight."""
        index = self.model().index(row, 0)
        select = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, select.ClearAndSelect | select.Rows)
        self.scrollTo(index)

    def choose_where(self, wanted: Callable[[object], bool]) -> None:
        """Select the first row whose value is wanted and bring it into sight, else the first."""
        model = self.model()
        values = (model.index(row, 0).data(ROW_ROLE) for row in range(model.rowCount()))
        self.choose_row(next((row for row, value in enumerate(values) if wanted(value)), 0))

    def select_where(self, wanted: Callable[[object], bool]) -> None:
        """Select the first row whose value is wanted, without scrolling; nothing where none is."""
        model = self.model()
        for row in range(model.rowCount()):
            if wanted(model.index(row, 0).data(ROW_ROLE)):
                self.selectRow(row)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens a row, Ctrl+C copies the selection for a spreadsheet."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._opened(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def copy_selection(self) -> None:
        """Put the visible columns of the selected rows on the clipboard, with their titles."""
        self._copy(with_titles=True)

    def copy_without_titles(self) -> None:
        """Put only the cells on the clipboard, for a sheet that has its titles already."""
        self._copy(with_titles=False)

    def _copy(self, *, with_titles: bool) -> None:
        heads = self.horizontalHeader()
        columns = [
            heads.logicalIndex(place)
            for place in range(heads.count())
            if not heads.isSectionHidden(heads.logicalIndex(place))
        ]
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        model = self.model()
        lines = [[_copied(model.index(row, at)) for at in columns] for row in rows]
        if with_titles:
            lines.insert(0, [model.headerData(at, Qt.Orientation.Horizontal) for at in columns])
        text = io.StringIO()
        # As spreadsheets do: a note of two lines stays one cell.
        csv.writer(text, "excel-tab", lineterminator="\n").writerows(lines)
        QGuiApplication.clipboard().setText(text.getvalue().removesuffix("\n"))

    def columns_menu(self, parent: QWidget) -> QMenu:
        """A menu that shows and hides columns."""
        menu = QMenu(parent)
        heads = self.horizontalHeader()
        for column in range(heads.count()):
            title = self.model().headerData(column, Qt.Orientation.Horizontal)
            action = QAction(str(title), menu)
            action.setCheckable(True)
            action.setChecked(not heads.isSectionHidden(column))
            action.setData(column)
            menu.addAction(action)
        menu.triggered.connect(self._toggle_column)
        menu.aboutToShow.connect(self._check_shown_columns)
        return menu

    def _check_shown_columns(self) -> None:
        menu = self.sender()
        for action in menu.actions() if isinstance(menu, QMenu) else ():
            action.setChecked(not self.isColumnHidden(action.data()))

    def _toggle_column(self, action: QAction) -> None:
        heads = self.horizontalHeader()
        shown = heads.count() - heads.hiddenSectionCount()
        if action.isChecked() or shown > 1:
            heads.setSectionHidden(action.data(), not action.isChecked())
            self._fill()
            self.remember()

    def _offer_columns(self, at: QPoint) -> None:
        menu = self.columns_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.horizontalHeader().mapToGlobal(at))

    def _resized(self, column: int, before: int, after: int) -> None:
        if self._fills:
            return
        if column == self._filling:
            self._least = after
        else:
            self._fill()
        self._remember_soon(column, before, after)

    def _remember_soon(self, _column: int, _before: int, _after: int) -> None:
        self._settled.start()

    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.row_chosen.emit(current.data(ROW_ROLE) if current.isValid() else None)

    def _reset(self) -> None:
        self.row_chosen.emit(None)

    def _opened(self, index: QModelIndex) -> None:
        value = index.data(ROW_ROLE)
        if value is not None:
            self.row_opened.emit(value)


def _copied(cell: QModelIndex) -> str:
    """The text of a cell for the clipboard: with all decimals where the model knows of more."""
    given = cell.data(COPY_ROLE)
    return str((cell.data() if given is None else given) or "")
