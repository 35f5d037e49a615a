"""Columns of the file on the left, fields of the kind on the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from co2desk.importing.kinds.registry import KINDS
from co2desk.services.inspect_file import Inspection
from co2desk.views.imports.wizard.columns.column_row import ColumnRow
from co2desk.views.imports.wizard.columns.field_table import FieldTable
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.dropping import drop
from co2desk.views.widgets.text import secondary


class MappingTab(QWidget):
    """`column_matched(column index, field or "")` however the person says so."""

    column_matched = Signal(int, str)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._rows: list[ColumnRow] = []
        self._shown: list[QWidget] = []
        self._list = QWidget(self)
        self._grid = QGridLayout(self._list)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(self._list)
        self._fields = FieldTable(around, self)
        self._fields.column_wanted.connect(self.column_matched)
        self._fields.column_unwanted.connect(self._unmatched)
        title = QLabel(self.tr("&Fields: drop a column on one, or press Enter on it"), self)
        title.setBuddy(self._fields)
        side = QWidget(self)
        beside = QVBoxLayout(side)
        beside.setContentsMargins(8, 0, 0, 0)
        beside.setSpacing(4)
        beside.addWidget(title)
        beside.addWidget(self._fields, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.addWidget(area)
        self.splitter.addWidget(side)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([820, 400])
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.addWidget(
            secondary(
                self.tr(
                    "Each column of the file is matched to a field. Change what is not right; "
                    "columns without a field are kept with the row and otherwise left alone."
                ),
                self,
            )
        )
        box.addWidget(self.splitter, 1)

    def show_columns(self, seen: Inspection) -> None:
        """Show how the columns are matched now."""
        kind = KINDS.get(seen.kind)
        fields = [field.name for field in kind.fields] if kind is not None else []
        if len(self._rows) != len(seen.columns):
            self._build(len(seen.columns))
        for row, column in zip(self._rows, seen.columns, strict=True):
            row.show_column(column, fields)
        required: Sequence[str] = kind.required if kind is not None else ()
        self._fields.show_fields({name: name in required for name in fields}, seen)

    def _build(self, count: int) -> None:
        for row in self._rows:
            row.remove()
        drop(self._grid, self._shown)
        self._shown = []
        titles = self.tr("In the file"), self.tr("Examples"), self.tr("Field"), self.tr("How sure")
        for at, title in enumerate(titles):
            head = secondary(title, self._list)
            head.setWordWrap(False)
            self._grid.addWidget(head, 0, at)
            self._shown.append(head)
        self._rows = [ColumnRow(self._around, index, self._list) for index in range(count)]
        for at, row in enumerate(self._rows, start=1):
            for place, widget in enumerate(row.widgets):
                self._grid.addWidget(widget, at, place, Qt.AlignmentFlag.AlignVCenter)
                self._shown.append(widget)
            row.field_chosen.connect(self.column_matched)
        self._grid.setColumnStretch(1, 1)
        self._grid.setRowStretch(count + 1, 1)

    def _unmatched(self, column: int) -> None:
        self.column_matched.emit(column, "")
