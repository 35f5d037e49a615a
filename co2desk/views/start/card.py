"""A card of the start page: a heading, lines that lead somewhere, an action, a quiet link."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from co2desk.views.icons import Icons
from co2desk.views.widgets.dropping import drop
from co2desk.views.widgets.text import SUBHEADING_SCALE, Pictogram, heading, secondary, set_look


@dataclass(frozen=True, slots=True)
class CardLine:
    """A line: what it leads to, its text, and a quieter note at the right."""

    target: object
    text: str
    note: str


class Card(QFrame):
    """`line_chosen(target)` when a line is clicked."""

    line_chosen = Signal(object)

    def __init__(
        self,
        icons: Icons,
        icon: str,
        title: str,
        sentence: str,
        action: str,
        link: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._targets: dict[QPushButton, object] = {}
        self._shown: list[QWidget] = []
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Pictogram(icons, icon, "accent", 20, self))
        head.addWidget(heading(title, self, SUBHEADING_SCALE), 1)
        self._sentence = secondary(sentence, self)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.action = QPushButton(action, self)
        self.action.setVisible(bool(action))
        self.link = QPushButton(link, self)
        self.link.setProperty("look", "link")
        self.link.setVisible(bool(link))
        last = QHBoxLayout()
        last.setSpacing(12)
        last.addWidget(self.action)
        last.addWidget(self.link)
        last.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 14, 16, 14)
        box.setSpacing(8)
        box.addLayout(head)
        box.addWidget(self._sentence)
        box.addLayout(self._lines)
        # Cards side by side: heads in one line, actions in another.
        box.addStretch(1)
        box.addLayout(last)
        self._sentence.setVisible(bool(sentence))

    def show_lines(self, lines: Sequence[CardLine], otherwise: str) -> None:
        """Show these lines, or a sentence where there are none."""
        self._targets.clear()
        drop(self._lines, self._shown)
        self._shown = [self._line(line) for line in lines]
        for shown in self._shown:
            self._lines.addWidget(shown)
        self._sentence.setText(otherwise if not lines else "")
        self._sentence.setVisible(not lines)

    def _line(self, line: CardLine) -> QWidget:
        shown = QWidget(self)
        link = QPushButton(line.text, shown)
        link.setProperty("look", "link")
        link.setCursor(Qt.CursorShape.PointingHandCursor)
        link.clicked.connect(self._chosen)
        self._targets[link] = line.target
        note = QLabel(line.note, shown)
        set_look(note, "secondary")
        row = QHBoxLayout(shown)
        row.setContentsMargins(0, 2, 0, 2)
        row.addWidget(link)
        row.addStretch(1)
        row.addWidget(note)
        return shown

    def _chosen(self) -> None:
        link = self.sender()
        if isinstance(link, QPushButton) and link in self._targets:
            self.line_chosen.emit(self._targets[link])
