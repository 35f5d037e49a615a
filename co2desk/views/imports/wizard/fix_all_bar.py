"""One answer for many rows: a word of the file that is not known, and what it means."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from co2desk.models.import_session import Answers
from co2desk.models.review_snapshot import ProblemGroup
from co2desk.views.imports.wizard.answer_text import answer_text, answer_value
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.choice_box import ChoiceBox
from co2desk.views.widgets.completion import Completion
from co2desk.views.widgets.text import secondary


class FixAllBar(QFrame):
    """`fix_wanted(ProblemGroup, word, answer)`; hidden until there is something to answer.

    `left` when it goes.
    """

    fix_wanted = Signal(object, str, str)
    left = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._group: ProblemGroup | None = None
        self.setProperty("look", "card")
        self.setObjectName("fix_all_bar")
        self._word = ChoiceBox("fix_word", self.tr("All cells &with"), self)
        self._word.chosen.connect(self._word_chosen)
        self._answer = QComboBox(self)
        self._answer.setObjectName("fix_answer")
        self._answer.setEditable(True)
        self._answer.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._answer.setMinimumWidth(280)
        self._answer.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._completion = Completion(self._answer)
        answer_label = QLabel(self.tr("become"), self)
        answer_label.setBuddy(self._answer)
        self._remembered = secondary("", self)
        self._remembered.setWordWrap(False)
        self._fix = QPushButton(self)
        self._fix.setObjectName("fix_all")
        self._fix.clicked.connect(self._fix_them)
        close = QPushButton(self.tr("Close"), self)
        close.setObjectName("fix_close")
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        for widget in (self._word.label, self._word, answer_label, self._answer, self._remembered):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._fix)
        row.addWidget(close)
        edit = self._answer.lineEdit()
        if edit is not None:
            edit.textChanged.connect(self._count)
        self.hide()

    @property
    def group(self) -> ProblemGroup | None:
        """The problems that are being answered, None while hidden."""
        return None if self.isHidden() else self._group

    def offer(self, group: ProblemGroup, answers: Answers, word: str = "") -> None:
        """Show the bar for the words of a group; `word` is looked at first."""
        self._group = group
        self._answer.clear()
        self._answer.addItems([answer_text(one) for one in answers.answers])
        self._answer.setCurrentIndex(-1)
        self._remembered.setText(
            self.tr("Remembered for this laboratory.") if answers.remembered else ""
        )
        self.show_group(group, word)
        self.show()
        self._completion.take_hold()
        self._answer.setFocus()

    def show_group(self, group: ProblemGroup | None, word: str = "") -> None:
        """Show the words that are left after a correction; none, and the bar goes."""
        if group is None or not group.values:
            self.hide()
            return
        self._group = group
        number = self._around.formats.number
        words = [(text, f"{text}  ({number(count)})") for text, count in group.values]
        self._word.offer(words, word)
        self._suggest()

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

    @property
    def _text(self) -> str:
        """The answer as it goes into the cells: of an entry of the list, its value only."""
        return answer_value(self._answer.currentText())

    @property
    def _rows(self) -> int:
        values: Sequence[tuple[str, int]] = self._group.values if self._group is not None else ()
        return dict(values).get(str(self._word.value), 0)

    @Slot(object)
    def _word_chosen(self, _word: object) -> None:
        self._suggest()

    def _suggest(self) -> None:
        """Begin with what the check takes the word for, where it has an idea."""
        problems = self._group.problems if self._group is not None else ()
        ideas = [
            one.issue.params["suggestion"]
            for one in problems
            if one.issue.value == self._word.value and "suggestion" in one.issue.params
        ]
        at = self._answer.findText(ideas[0], Qt.MatchFlag.MatchStartsWith) if ideas else -1
        self._answer.setCurrentIndex(at)
        if at < 0:
            self._answer.setEditText(ideas[0] if ideas else "")
        self._count()

    @Slot()
    def _count(self) -> None:
        rows = self._rows
        text = self.tr("Change %n cells", "", rows)
        self._fix.setText(text.replace(str(rows), self._around.formats.number(rows), 1))
        self._fix.setEnabled(bool(self._text) and self._text != self._word.value)

    @Slot()
    def _fix_them(self) -> None:
        if self._group is not None and self._text:
            self.fix_wanted.emit(self._group, str(self._word.value), self._text)
