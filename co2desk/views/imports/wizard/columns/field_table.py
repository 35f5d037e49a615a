"""The fields that rows need: columns of the file are dropped here, or chosen by keyboard."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from co2desk.models.columns import ROW_ROLE
from co2desk.models.field_slots_model import FieldSlot, FieldSlotsModel, SlotWords
from co2desk.services.inspect_file import Inspection
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.cell_delegate import CellDelegate
from co2desk.views.widgets.data_table import ROW_HEIGHT
from co2desk.views.words import field_word


class FieldTable(QTableView):
    """`column_wanted(column index, field)` when a column was dropped on a field or chosen for it.

    `column_unwanted(column index)` when a field is to have none. Return opens the choice, Delete
    empties the field.
    """

    column_wanted = Signal(int, str)
    column_unwanted = Signal(int)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles: Sequence[str] = ()
        self.setObjectName("field_table")
        words = SlotWords(
            field=lambda name: field_word(around.messages, name),
            field_title=self.tr("Field"),
            column_title=self.tr("Column of the file"),
            needed=self.tr("needed: drop a column here"),
            free=self.tr("–"),
        )
        self._slots = FieldSlotsModel(words, self)
        self._slots.column_dropped.connect(self.column_wanted)
        self.setModel(self._slots)
        self.setItemDelegate(CellDelegate(around.theme, around.icons, self))
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDragDropOverwriteMode(True)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(max(ROW_HEIGHT, self.fontMetrics().height() + 8))
        heads = self.horizontalHeader()
        heads.setSectionsClickable(False)
        heads.setHighlightSections(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        heads.setStretchLastSection(True)
        self.doubleClicked.connect(self._offer)

    def show_fields(self, fields: Mapping[str, bool], seen: Inspection) -> None:
        """Show the fields (required or not) with the columns that they take now."""
        self._titles = [f"{one.letter}   {one.name}" for one in seen.columns]
        taken = {
            one.field: (at, self._titles[at]) for at, one in enumerate(seen.columns) if one.field
        }
        self._slots.show_slots(fields, taken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return chooses a column, Delete takes it away."""
        slot = self.currentIndex().data(ROW_ROLE)
        if not isinstance(slot, FieldSlot):
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._offer(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if slot.column >= 0:
                self.column_unwanted.emit(slot.column)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the columns for the field under the mouse."""
        index = self.indexAt(event.pos())
        if index.isValid():
            self.setCurrentIndex(index)
            self._offer(index)

    @Slot(QModelIndex)
    def _offer(self, index: QModelIndex) -> None:
        slot = index.data(ROW_ROLE)
        if not isinstance(slot, FieldSlot):
            return
        menu = QMenu(self)
        menu.setObjectName("column_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for at, title in enumerate(self._titles):
            action = QAction(title.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(at == slot.column)
            action.setData((at, slot.field))
            menu.addAction(action)
        if slot.column >= 0:
            menu.addSeparator()
            none = menu.addAction(self.tr("No column"))
            none.setData((slot.column, ""))
        menu.triggered.connect(self._chosen)
        menu.popup(self.viewport().mapToGlobal(self._below(index)))

    def _below(self, index: QModelIndex) -> QPoint:
        return self.visualRect(index.siblingAtColumn(1)).bottomLeft()

    @Slot(QAction)
    def _chosen(self, action: QAction) -> None:
        column, field = action.data()
        if field:
            self.column_wanted.emit(column, field)
        else:
            self.column_unwanted.emit(column)
