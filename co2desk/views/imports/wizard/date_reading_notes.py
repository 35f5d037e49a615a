"""How columns of dates were read where they could be read otherwise, with the way to change it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from co2desk.importing.date_readings import DateReading
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.text import Pictogram

_MOST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class _Line:
    whole: QWidget
    text: QLabel
    change: QPushButton


class DateReadingNotes(QWidget):
    """One line a column; nothing where every date says itself which day it is.

    `change_wanted(DateReading)` when the person doubts one.
    """

    change_wanted = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._readings: Sequence[DateReading] = ()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        # Kept and filled anew: a line that is asked about must not go under the mouse.
        self._lines = [self._line(at) for at in range(_MOST_SHOWN)]
        for line in self._lines:
            box.addWidget(line.whole)
        self.hide()

    def show_readings(self, readings: Sequence[DateReading], columns: Sequence[str]) -> None:
        """Say what was decided; `columns` are the titles of the file."""
        self._readings = readings[:_MOST_SHOWN]
        for at, line in enumerate(self._lines):
            line.whole.setVisible(at < len(self._readings))
            if at < len(self._readings):
                one = self._readings[at]
                line.text.setText(self._told(one, columns[one.column]))
                line.change.setVisible(bool(one.order))
        self.setVisible(bool(self._readings))

    def _line(self, at: int) -> _Line:
        whole = QWidget(self)
        text = QLabel(whole)
        text.setObjectName(f"date_reading_{at}")
        text.setWordWrap(True)
        change = QPushButton(self.tr("Read it otherwise…"), whole)
        change.setObjectName(f"change_date_reading_{at}")
        change.setProperty("look", "link")
        change.setProperty("at", at)
        change.clicked.connect(self._asked)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Pictogram(self._around.icons, "information", "text", 16, whole))
        row.addWidget(text, 1)
        row.addWidget(change)
        return _Line(whole, text, change)

    def _told(self, one: DateReading, column: str) -> str:
        if not one.order:
            pattern = self.tr(
                "Column %1: “%2” was read as the day number of a spreadsheet, %3 (%n rows). If "
                "that is not meant, write the dates anew.",
                "",
                one.count,
            )
        elif not one.proof:
            pattern = (
                self.tr("Column %1: “%2” is read day first, %3, as you said (%n rows).", "",
                        one.count)
                if one.order == "dmy"
                else self.tr("Column %1: “%2” is read month first, %3, as you said (%n rows).", "",
                             one.count)
            )  # fmt: skip
        else:
            pattern = (
                self.tr("Column %1: “%2” is read day first, %3, because of “%4” (%n rows).", "",
                        one.count)
                if one.order == "dmy"
                else self.tr("Column %1: “%2” is read month first, %3, because of “%4” (%n rows).",
                             "", one.count)
            )  # fmt: skip
        # From the back: what a file says may hold "%1" itself.
        text = pattern.replace(f"({one.count} ", f"({self._around.formats.number(one.count)} ", 1)
        for place, part in (
            ("%4", one.proof),
            ("%3", f"{one.day:%Y-%m-%d}"),
            ("%2", one.sample),
            ("%1", column),
        ):
            text = text.replace(place, part, 1)
        return text

    @Slot()
    def _asked(self) -> None:
        self.change_wanted.emit(self._readings[int(self.sender().property("at"))])
