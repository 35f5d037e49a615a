"""The same places of a file in each encoding, side by side, to choose the one that reads well."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from co2desk.importing.readers.encodings import Candidate
from co2desk.views.errands import failure_text
from co2desk.views.first_size import fit_screen
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.data_table import ROW_HEIGHT
from co2desk.views.widgets.text import secondary


class EncodingsDialog(QDialog):
    """`chosen(encoding)` when the person takes one; those that cannot be say at which byte."""

    chosen = Signal(str)

    def __init__(
        self,
        around: Surroundings,
        found: Sequence[Candidate],
        current: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._found = found
        self.setObjectName("encodings_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Compare encodings"))
        fit_screen(self, 900, 400)
        most = max((len(one.lines) for one in found), default=0)
        self._table = QTableWidget(len(found), 1 + max(most, 1), self)
        self._table.setObjectName("encodings")
        self._table.setAccessibleName(self.windowTitle())
        self._table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self._table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self._table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self._table.setTabKeyNavigation(False)
        self._table.setAlternatingRowColors(True)
        self._table.setShowGrid(False)
        titles = [self.tr("Place %1").replace("%1", str(at + 1)) for at in range(max(most, 1))]
        self._table.setHorizontalHeaderLabels([self.tr("Encoding"), *titles])
        self._table.verticalHeader().hide()
        self._table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        heads = self._table.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        for row, one in enumerate(found):
            self._show(row, one, around)
        self._table.resizeRowsToContents()
        self._table.itemSelectionChanged.connect(self._allow)
        self._table.doubleClicked.connect(self._opened)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.clicked.connect(self.reject)
        self._take = QPushButton(self.tr("Read it so"), self)
        self._take.setObjectName("encoding_take")
        self._take.setProperty("look", "primary")
        self._take.setDefault(True)
        self._take.clicked.connect(self._take_it)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._take)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(8)
        explained = (
            self.tr("Choose the line in which letters, accents and signs look right.")
            if most
            else self.tr(
                "The file has no letter that depends on the encoding; each of these that can "
                "read it reads it alike."
            )
        )
        box.addWidget(secondary(explained, self))
        box.addWidget(self._table, 1)
        box.addLayout(buttons)
        names = [one.encoding for one in found]
        self._table.selectRow(names.index(current) if current in names else 0)
        self._allow()

    def _show(self, row: int, one: Candidate, around: Surroundings) -> None:
        self._table.setItem(row, 0, QTableWidgetItem(one.encoding))
        if one.problem is None:
            for at, line in enumerate(one.lines, start=1):
                item = QTableWidgetItem(line)
                item.setToolTip(line)
                self._table.setItem(row, at, item)
            return
        why = QTableWidgetItem(failure_text(around.messages, one.problem))
        why.setIcon(around.icons.icon("error", "error"))
        why.setToolTip(why.text())
        self._table.setItem(row, 1, why)
        self._table.setSpan(row, 1, 1, self._table.columnCount() - 1)

    @property
    def _candidate(self) -> Candidate | None:
        row = self._table.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    @Slot()
    def _allow(self) -> None:
        one = self._candidate
        self._take.setEnabled(one is not None and one.problem is None)

    @Slot(QModelIndex)
    def _opened(self, _index: QModelIndex) -> None:
        self._take_it()

    @Slot()
    def _take_it(self) -> None:
        one = self._candidate
        if one is not None and one.problem is None:
            self.chosen.emit(one.encoding)
            self.accept()
