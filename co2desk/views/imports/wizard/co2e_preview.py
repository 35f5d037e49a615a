"""What the rows that can be committed stand for, by category."""

from collections.abc import Mapping
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from co2desk.domain.activity import ActivityType
from co2desk.models.columns import alignment
from co2desk.views.surroundings import Surroundings
from co2desk.views.words import no_factor, type_word


class Co2ePreview(QWidget):
    """A small table, the largest category first; `unusual_wanted` to see what stands out."""

    unusual_wanted = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._table = QTableWidget(0, 2, self)
        self._table.setObjectName("co2e_preview")
        self._table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self._table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self._table.setTabKeyNavigation(False)
        self._table.setShowGrid(False)
        self._table.verticalHeader().hide()
        self._table.horizontalHeader().hide()
        heads = self._table.horizontalHeader()
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        heads.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        title = QLabel(self.tr("CO₂e ready to commit, by cate&gory"), self)
        title.setBuddy(self._table)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(title)
        box.addWidget(self._table)
        self._unusual = QPushButton(self)
        self._unusual.setObjectName("unusual")
        self._unusual.setProperty("look", "link")
        around.icons.put(self._unusual, "warning", "warning")
        self._unusual.clicked.connect(self.unusual_wanted)
        self._unusual.hide()
        box.addWidget(self._unusual)

    def show_unusual(self, rows: int) -> None:
        """Say how many rows are far outside the laboratory's own history."""
        text = self.tr("%n amounts far above your history", "", rows)
        self._unusual.setText(self._around.formats.counted(text, rows))
        self._unusual.setVisible(rows > 0)

    def show_totals(
        self, totals: Mapping[tuple[ActivityType | str, str], Decimal], missing: int
    ) -> None:
        """Show kg CO2e by (activity type, category), and how many rows have none."""
        shown = partial(self._around.terms.shown, "category")
        lines = [
            (f"{type_word(ActivityType(kind))} / {shown(category)}", self._around.formats.co2e(kg))
            for (kind, category), kg in sorted(totals.items(), key=lambda entry: -entry[1])
        ]
        if missing:
            lines.append((no_factor(), self._around.formats.number(missing)))
        self._table.setRowCount(len(lines))
        for at, (name, value) in enumerate(lines):
            amount = QTableWidgetItem(value)
            amount.setTextAlignment(alignment(numeric=True))
            self._table.setItem(at, 0, QTableWidgetItem(name))
            self._table.setItem(at, 1, amount)
