"""One answer for many rows: a word of the file that is not known, and what it means."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget

from co2desk.domain.issue import IssueCode
from co2desk.services.preparation.review_snapshot import ProblemGroup
from co2desk.services.preparation.values import Answers
from co2desk.views.imports.wizard.answer_text import answer_text, answer_value
from co2desk.views.imports.wizard.correction_bar import CorrectionBar
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.choice_box import ChoiceBox
from co2desk.views.widgets.completion import Completion
from co2desk.views.widgets.text import secondary

# 1'200 kWh: what a person who wrote a unit into the cell most likely means.
_NUMBER_INSIDE = re.compile(r"[0-9](?:[0-9'’ .,]*[0-9])?")


class FixAllBar(CorrectionBar):
    """`fix_wanted(ProblemGroup, word, answer)`; `skip_wanted(ProblemGroup)` leaves the rows out."""

    fix_wanted = Signal(object, str, str)
    skip_wanted = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__("fix_all_bar", "fix_close", parent)
        self._around = around
        self._group: ProblemGroup | None = None
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
        self._skip = QPushButton(self.tr("Skip all rows"), self)
        self._skip.setObjectName("fix_skip")
        self._skip.setToolTip(self.tr("Leave all rows with this problem out of the import."))
        self._skip.clicked.connect(self._skip_them)
        for widget in (self._word.label, self._word, answer_label, self._answer, self._remembered):
            self.row.addWidget(widget)
        self.end_with(self._fix, self._skip)
        edit = self._answer.lineEdit()
        if edit is not None:
            edit.textChanged.connect(self._count)
            edit.returnPressed.connect(self._fix.click)

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
        self._begin_anew()

    def show_group(self, group: ProblemGroup | None, word: str = "") -> None:
        """Show the words that are left after a correction; none, and the bar goes."""
        if group is None or not group.values:
            self.hide()
            return
        self._group = group
        number = self._around.formats.number
        empty = self.tr("(empty)")
        words = [(text, f"{text or empty}  ({number(count)})") for text, count in group.values]
        self._word.offer(words, word)
        self._suggest()

    def let_go(self) -> None:
        """Take the list of answers away."""
        self._completion.let_go()

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
        if self._group is not None and self._group.code is IssueCode.NOT_A_NUMBER:
            ideas = _NUMBER_INSIDE.findall(str(self._word.value))[:1]
        at = self._answer.findText(ideas[0], Qt.MatchFlag.MatchStartsWith) if ideas else -1
        self._answer.setCurrentIndex(at)
        if at < 0:
            self._answer.setEditText(ideas[0] if ideas else "")
        self._count()

    def _begin_anew(self) -> None:
        """What is typed takes the place of the idea, whose beginning, the code, is seen."""
        edit = self._answer.lineEdit()
        if edit is not None:
            edit.end(False)
            edit.home(True)

    @Slot()
    def _count(self) -> None:
        rows = self._rows
        text = self.tr("Change %n cells", "", rows)
        self._fix.setText(self._around.formats.counted(text, rows))
        self._fix.setEnabled(bool(self._text) and self._text != self._word.value)

    @Slot()
    def _skip_them(self) -> None:
        if self._group is not None:
            self.skip_wanted.emit(self._group)

    @Slot()
    def _fix_them(self) -> None:
        if self._group is not None and self._text:
            self.fix_wanted.emit(self._group, str(self._word.value), self._text)
