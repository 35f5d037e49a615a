"""Finds an emission factor by any words, for a code or a word of the file."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from co2desk.domain.factor import EmissionFactor
from co2desk.importing.find_factors import FoundFactor
from co2desk.models.columns import Column
from co2desk.models.list_table_model import ListTableModel
from co2desk.models.word_session import WordSession
from co2desk.views.first_size import fit_screen
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.data_table import DataTable
from co2desk.views.widgets.text import secondary

_DELAY_MS = 200


class FactorFinder(QDialog):
    """`chosen(code)` when the person takes one; begins with what the file says of the word.

    `field` is the one whose word is looked up.
    """

    chosen = Signal(str)

    def __init__(
        self,
        around: Surroundings,
        words: WordSession,
        text: str,
        field: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._field = field
        self._factor: EmissionFactor | None = None
        self.setObjectName("factor_finder")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Find an emission factor"))
        fit_screen(self, 820, 460)
        self._search = QLineEdit(text, self)
        self._search.setObjectName("factor_search")
        self._search.setClearButtonEnabled(True)
        self._search.selectAll()
        label = QLabel(self.tr("&Words"), self)
        label.setBuddy(self._search)
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(_DELAY_MS)
        self._delay.timeout.connect(self._look)
        self._search.textChanged.connect(self._typed)
        columns = self._columns(around)
        self._model = ListTableModel(columns, self)
        self._table = DataTable(around, "found_factors", self)
        self._table.setAccessibleName(self.tr("Factors found, the best first"))
        self._table.use(self._model, [column.width for column in columns], stretch=1)
        self._table.row_chosen.connect(self._moved)
        self._table.row_opened.connect(self._opened)
        self._note = secondary("", self)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.clicked.connect(self.reject)
        self._take = QPushButton(self.tr("Take this factor"), self)
        self._take.setObjectName("factor_take")
        self._take.setProperty("look", "primary")
        self._take.setEnabled(False)
        self._take.setDefault(True)
        self._take.clicked.connect(self._take_it)
        first = QHBoxLayout()
        first.addWidget(label)
        first.addWidget(self._search, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self._note, 1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._take)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(8)
        box.addLayout(first)
        box.addWidget(self._table, 1)
        box.addLayout(buttons)
        words.factors_came.connect(self._came)
        self._look()

    def _columns(self, around: Surroundings) -> list[Column[FoundFactor]]:
        formats, terms = around.formats, around.terms
        return [
            Column("code", self.tr("Code"), lambda one: one.factor.code, width=180),
            Column("name", self.tr("Name"), lambda one: one.factor.name, width=260),
            Column(
                "category",
                self.tr("Category"),
                lambda one: terms.shown("category", one.factor.category),
                width=160,
            ),
            Column(
                "value",
                self.tr("kg CO₂e"),
                lambda one: formats.number(one.factor.value),
                numeric=True,
                width=100,
            ),
            Column(
                "unit", self.tr("per"), lambda one: terms.shown("unit", one.factor.unit), width=100
            ),
        ]

    @Slot(str)
    def _typed(self, _text: str) -> None:
        self._delay.start()

    @Slot()
    def _look(self) -> None:
        self._words.find_factors(self._search.text(), self._field)

    @Slot(object)
    def _came(self, found: Sequence[FoundFactor]) -> None:
        self._model.show_rows(found)
        self._note.setText(
            self.tr("%n factors found", "", len(found))
            if found
            else self.tr("No factor holds any of these words. Try fewer or other words.")
        )
        if found:
            self._table.choose_row(0)

    @Slot(object)
    def _moved(self, found: FoundFactor | None) -> None:
        self._factor = found.factor if found is not None else None
        self._take.setEnabled(found is not None)

    @Slot(object)
    def _opened(self, found: FoundFactor) -> None:
        self._factor = found.factor
        self._take_it()

    @Slot()
    def _take_it(self) -> None:
        if self._factor is not None:
            self.chosen.emit(self._factor.code)
            self.accept()
