"""Replace a text in the file: everywhere, in one column, or as one answer for a whole problem."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from co2desk.views.imports.wizard.correction_bar import CorrectionBar
from co2desk.views.widgets.choice_box import ChoiceBox
from co2desk.views.widgets.completion import Completion


class ReplaceBar(CorrectionBar):
    """`replace_wanted(find, by, column index or None)`."""

    replace_wanted = Signal(str, str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("replace_bar", "replace_close", parent)
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
        for widget in (find_label, self._find, by_label, self._by, self._column.label):
            self.row.addWidget(widget)
        self.row.addWidget(self._column)
        self.end_with(replace)
        self._by.returnPressed.connect(self._replace)

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

    def let_go(self) -> None:
        """Take the list of answers away."""
        self._completion.let_go()

    @Slot()
    def _replace(self) -> None:
        if self._find.text():
            self.replace_wanted.emit(self._find.text(), self._by.text(), self._column.value)
