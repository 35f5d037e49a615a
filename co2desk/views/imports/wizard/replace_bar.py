"""Replace a text in the file: everywhere, in one column, or as one answer for a whole problem."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from co2desk.views.widgets.choice_box import ChoiceBox
from co2desk.views.widgets.completion import Completion


class ReplaceBar(QFrame):
    """`replace_wanted(find, by, column index or None)`; hidden until asked for.

    `left` when it goes.
    """

    replace_wanted = Signal(str, str, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._find = QLineEdit(self)
        self._find.setObjectName("replace_find")
        find_label = QLabel(self.tr("&Replace"), self)
        find_label.setBuddy(self._find)
        self._by = QLineEdit(self)
        self._by.setObjectName("replace_by")
        self._completion = Completion(self._by)
        by_label = QLabel(self.tr("&by"), self)
        by_label.setBuddy(self._by)
        self._column = ChoiceBox("replace_column", self.tr("&in"), self)
        replace = QPushButton(self.tr("Replace all"), self)
        replace.setObjectName("replace_all")
        replace.clicked.connect(self._replace)
        close = QPushButton(self.tr("Close"), self)
        close.setObjectName("replace_close")
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        for widget in (find_label, self._find, by_label, self._by, self._column.label):
            row.addWidget(widget)
        row.addWidget(self._column)
        row.addStretch(1)
        row.addWidget(replace)
        row.addWidget(close)
        self._by.returnPressed.connect(self._replace)
        self.hide()

    def offer(
        self,
        columns: Sequence[str],
        find: str = "",
        column: int | None = None,
        answers: Sequence[str] = (),
    ) -> None:
        """Show the bar, filled in as far as is known; `answers` complete what is typed."""
        choices: list[tuple[object, str]] = [(None, self.tr("all columns"))]
        choices += list(enumerate(columns))
        self._column.offer(choices, column)
        self._find.setText(find)
        self._by.clear()
        self._completion.offer(answers)
        self.show()
        self._completion.take_hold()
        (self._by if find else self._find).setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Say so: who worked here wants to go on elsewhere."""
        super().hideEvent(event)
        self._completion.let_go()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the bar."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _replace(self) -> None:
        if self._find.text():
            self.replace_wanted.emit(self._find.text(), self._by.text(), self._column.value)
