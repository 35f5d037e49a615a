"""How a column writes its numbers or dates, where its cells leave it open."""

from decimal import Decimal

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from co2desk.domain.issue import IssueCode
from co2desk.importing.parsing.dates import parse_date
from co2desk.importing.parsing.numbers import NumberStyle, parse_number
from co2desk.models.formats import Formats
from co2desk.services.preparation.review_snapshot import ProblemGroup
from co2desk.views.imports.wizard.correction_bar import CorrectionBar
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.choice_box import ChoiceBox

READINGS = {
    IssueCode.AMBIGUOUS_NUMBER: (",", "."),
    IssueCode.AMBIGUOUS_DATE: ("dmy", "mdy"),
}
"""The problems that are a question to a whole column, with its answers."""


class ReadingBar(CorrectionBar):
    """`reading_wanted(ProblemGroup, answer)`: a decimal mark, or the order of day and month."""

    reading_wanted = Signal(object, str)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__("reading_bar", "reading_close", parent)
        self._formats = around.formats
        self._group: ProblemGroup | None = None
        self._reading = ChoiceBox("reading", "", self)
        self._read = QPushButton(self.tr("Read the column so"), self)
        self._read.setObjectName("read_so")
        self._read.clicked.connect(self._read_it)
        self.row.addWidget(self._reading.label)
        self.row.addWidget(self._reading)
        self.end_with(self._read)

    def offer(self, group: ProblemGroup, now: str = "") -> None:
        """Ask how the column of a problem is to be read, with one of its own cells.

        `now` is the answer as it stands.
        """
        self._group = group
        sample = group.values[0][0] if group.values else ""
        self._reading.label.setText(
            self.tr("In column %1, “%2” is").replace("%2", sample).replace("%1", group.column)
        )
        self._reading.offer(
            [(one, _read_as(sample, one, self._formats)) for one in READINGS[group.code]], now
        )
        self.show()
        self._reading.setFocus()

    @Slot()
    def _read_it(self) -> None:
        if self._group is not None:
            self.reading_wanted.emit(self._group, str(self._reading.value))
        self.hide()


def _read_as(sample: str, reading: str, formats: Formats) -> str:
    """What a cell would say, read so."""
    if reading in (",", "."):
        number = parse_number(sample, NumberStyle(chosen=reading))
        return formats.number(number) if isinstance(number, Decimal) else sample
    day = parse_date(sample, reading)
    return sample if isinstance(day, IssueCode) else f"{day:%Y-%m-%d}"
