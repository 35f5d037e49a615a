"""Someone else changed an activity first: both values side by side, and whose is to stay."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from co2desk.domain.activity_list import ActivityRecord
from co2desk.models.activity_edits import Clash
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.text import Pictogram
from co2desk.views.widgets.titled_dialog import TitledDialog
from co2desk.views.words import field_word

_SHOWN = ("date", "category", "subcategory", "quantity", "unit", "factor_code", "co2e_kg", "note")

# The field of a file that the column comes from has the word for it.
_CALLED = {"co2e_kg": "kg_co2eq"}


class ConflictDialog(TitledDialog):
    """`mine_chosen(Clash)` or `theirs_chosen(Clash)`.

    Closing it keeps theirs: nothing is written over unseen.
    """

    mine_chosen = Signal(object)
    theirs_chosen = Signal(object)

    def __init__(self, around: Surroundings, clash: Clash, parent: QWidget | None = None) -> None:
        super().__init__("conflict", parent)
        self._clash = clash
        self.setWindowTitle(self.tr("Changed by someone else meanwhile"))
        conflict = clash.conflict
        words = QLabel(
            self.tr("%1 changed this activity on %2, before you did. Which value is right?")
            .replace("%1", conflict.changed_by or "–")
            .replace("%2", around.formats.moment(conflict.theirs.updated_at)),
            self,
        )
        words.setObjectName("conflict_text")
        words.setWordWrap(True)
        mine = QPushButton(self.tr("Write my value"), self)
        mine.setObjectName("conflict_mine")
        mine.clicked.connect(self._choose_mine)
        theirs = self.main_button("conflict_theirs", self.tr("Keep theirs"), self.reject)
        self.stack(
            words,
            self._differences(around, conflict.mine, conflict.theirs),
            answers=(mine, theirs),
            picture=Pictogram(around.icons, "warning", "warning", 24, self),
        )
        self.setMinimumWidth(520)
        self.rejected.connect(self._choose_theirs)

    def _differences(
        self, around: Surroundings, seen: ActivityRecord, theirs: ActivityRecord
    ) -> QGridLayout:
        wanted = {edit.field: edit.after for edit in self._clash.edits}
        heads = ("", self.tr("You saw"), self.tr("Yours"), self.tr("Theirs, as it is now"))
        rows: list[Sequence[str]] = [heads]
        for name in _SHOWN:
            before, now = getattr(seen, name), getattr(theirs, name)
            if before != now or name in wanted:
                rows.append(
                    (
                        field_word(around.messages, _CALLED.get(name, name)),
                        _text(name, before, around),
                        around.terms.shown(name, wanted.get(name, "–")),
                        _text(name, now, around),
                    )
                )
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(8)
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                cell = QLabel(text or "–" if at and column else text, self)
                cell.setTextFormat(Qt.TextFormat.PlainText)
                cell.setWordWrap(column > 0)
                cell.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                if not at or not column:
                    cell.setProperty("look", "secondary")
                else:
                    cell.setAccessibleName(f"{row[0]}, {heads[column]}: {cell.text()}")
                grid.addWidget(cell, at, column)
        return grid

    @Slot()
    def _choose_mine(self) -> None:
        self.rejected.disconnect(self._choose_theirs)
        self.mine_chosen.emit(self._clash)
        self.accept()

    @Slot()
    def _choose_theirs(self) -> None:
        self.theirs_chosen.emit(self._clash)


def _text(name: str, value: object, around: Surroundings) -> str:
    match value:
        case Decimal():
            return around.formats.number(value)
        case date():
            return around.formats.day(value)
        case None:
            return "–"
    return around.terms.shown(name, str(value))
