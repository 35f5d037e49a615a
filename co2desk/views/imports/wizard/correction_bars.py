"""The bars above the review grid that correct many cells at once."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from co2desk.domain.issue import IssueCode, Severity
from co2desk.importing.date_readings import DateReading
from co2desk.importing.kinds.field import Field
from co2desk.importing.kinds.registry import KINDS
from co2desk.models.import_session import ImportSession
from co2desk.services.preparation.review_snapshot import ProblemGroup
from co2desk.services.preparation.values import Answers
from co2desk.views.imports.wizard.correction_bar import CorrectionBar
from co2desk.views.imports.wizard.fix_all_bar import FixAllBar
from co2desk.views.imports.wizard.reading_bar import READINGS, ReadingBar
from co2desk.views.imports.wizard.replace_bar import ReplaceBar
from co2desk.views.imports.wizard.skip_bar import SkipBar
from co2desk.views.surroundings import Surroundings


class CorrectionBars(QWidget):
    """Find and replace, and one answer for all cells with a problem; one bar at a time.

    What the answer is depends on the problem: a value for a word, a way to read the column, or
    to leave the rows out. `left` when a bar goes; `choices_wanted(CheckChoices)` where the rows
    have to be checked anew.
    """

    left = Signal()
    choices_wanted = Signal(object)

    def __init__(
        self, around: Surroundings, session: ImportSession, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._asked: tuple[ProblemGroup, str] | None = None
        self._replace = ReplaceBar(self)
        self._fix = FixAllBar(around, self)
        self._reading = ReadingBar(around, self)
        self._skip = SkipBar(around, self)
        self._bars: Sequence[CorrectionBar] = (
            self._replace,
            self._fix,
            self._reading,
            self._skip,
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for bar in self._bars:
            box.addWidget(bar)
            bar.left.connect(self.left)
        self._replace.replace_wanted.connect(self._replace_all)
        self._fix.fix_wanted.connect(self._fix_all)
        self._fix.skip_wanted.connect(self._skip_all)
        self._skip.skip_wanted.connect(self._skip_all)
        self._reading.reading_wanted.connect(self._read_so)
        session.answered.connect(self._answers_came)

    @property
    def fields(self) -> Mapping[str, Field]:
        """The fields of the kind that the file is taken for."""
        seen = self._session.inspection
        return KINDS[seen.kind].by_name if seen is not None and seen.kind in KINDS else {}

    def offer_replace(self, text: str, column: int | None) -> None:
        """Offer to replace a text, in one column or in all."""
        seen = self._session.inspection
        if seen is None:
            return
        field = self.fields.get(seen.columns[column].field) if column is not None else None
        answers = tuple(field.choices) if field is not None else ()
        self._make_room(self._replace)
        names = [one.name or one.letter for one in seen.columns]
        self._replace.offer(names, text, column, answers)

    def offer_fix(self, group: ProblemGroup, word: str) -> None:
        """Offer what can be done about all cells or rows with a problem."""
        if group.code in READINGS:
            self._make_room(self._reading)
            self._reading.offer(group)
        elif group.column_index is None or not group.values:
            self._make_room(self._skip)
            self._skip.offer(group)
        else:
            self._asked = (group, word)
            self._session.find_answers(group.code, group.column_index)

    def offer_reading(self, one: DateReading, column: str) -> None:
        """Ask anew how a column of dates is to be read."""
        group = ProblemGroup(
            IssueCode.AMBIGUOUS_DATE,
            Severity.WARNING,
            column,
            one.column,
            one.count,
            ((one.sample, one.count),),
            (),
        )
        self._make_room(self._reading)
        self._reading.offer(group, one.order)

    def follow(self, groups: Sequence[ProblemGroup]) -> None:
        """Show what is left to be answered after a correction."""
        before = self._fix.group
        if before is not None:
            same = [one for one in groups if _place(one) == _place(before)]
            self._fix.show_group(same[0] if same else None)

    def _make_room(self, wanted: CorrectionBar) -> None:
        for bar in self._bars:
            if bar is not wanted:
                bar.hide()

    @Slot(object)
    def _answers_came(self, answers: Answers) -> None:
        if self._asked is not None:
            group, word = self._asked
            self._asked = None
            self._make_room(self._fix)
            self._fix.offer(group, answers, word)

    @Slot(object, str, str)
    def _fix_all(self, group: ProblemGroup, word: str, answer: str) -> None:
        if group.column_index is not None:
            self._session.fix_all(group.code, group.column_index, word, answer)

    @Slot(object)
    def _skip_all(self, group: ProblemGroup) -> None:
        self._session.skip_all(group.code, group.column_index)

    @Slot(object, str)
    def _read_so(self, group: ProblemGroup, reading: str) -> None:
        choices, column = self._session.choices, group.column_index
        if column is None:
            return
        if group.code is IssueCode.AMBIGUOUS_NUMBER:
            marks = {**choices.decimal_marks, column: reading}
            self.choices_wanted.emit(replace(choices, decimal_marks=marks))
        else:
            orders = {**choices.date_orders, column: reading}
            self.choices_wanted.emit(replace(choices, date_orders=orders))

    @Slot(str, str, object)
    def _replace_all(self, find: str, by: str, column: int | None) -> None:
        self._session.replace(find, by, column)


def _place(group: ProblemGroup) -> tuple[object, object]:
    return group.code, group.column_index
