"""What a view shows when it has nothing to show: what would be here and how to make it so."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from co2desk.views.icons import Icons
from co2desk.views.widgets.text import Pictogram, heading, secondary


class EmptyState(QWidget):
    """One sentence, one button, one quieter way, one link to help; `help_wanted` has the topic."""

    action_chosen = Signal()
    other_chosen = Signal()
    help_wanted = Signal(str)

    def __init__(
        self,
        icons: Icons,
        icon: str,
        title: str,
        sentence: str,
        *,
        action: str = "",
        other: str = "",
        help_text: str = "",
        help_topic: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("empty_state")
        self._topic = help_topic
        box = QVBoxLayout(self)
        box.setSpacing(8)
        box.addStretch(2)
        centre = Qt.AlignmentFlag.AlignHCenter
        box.addWidget(Pictogram(icons, icon, "secondary", 48, self), 0, centre)
        self._title = heading(title, self, 1.15)
        box.addWidget(self._title, 0, centre)
        self._sentence = secondary(sentence, self)
        self._sentence.setObjectName("empty_sentence")
        self._sentence.setAlignment(centre)
        # In a row of its own: aligned, a wrapping label would get the height of one line.
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._sentence, 3)
        row.addStretch(1)
        box.addLayout(row)
        self.button = QPushButton(action, self)
        self.button.setObjectName("empty_action")
        self.button.setProperty("look", "primary")
        self.button.clicked.connect(self.action_chosen)
        self.button.setVisible(bool(action))
        box.addWidget(self.button, 0, centre)
        self.other = self._link("empty_other", other)
        self.other.clicked.connect(self.other_chosen)
        self.link = self._link("empty_help", help_text)
        self.link.clicked.connect(self._ask_for_help)
        for link in (self.other, self.link):
            box.addWidget(link, 0, centre)
        box.addStretch(3)

    def say(self, title: str, sentence: str) -> None:
        """Show other words."""
        self._title.setText(title)
        self._sentence.setText(sentence)

    def _link(self, name: str, text: str) -> QPushButton:
        link = QPushButton(text, self)
        link.setObjectName(name)
        link.setProperty("look", "link")
        link.setVisible(bool(text))
        return link

    def _ask_for_help(self) -> None:
        self.help_wanted.emit(self._topic)


def nothing_found(icons: Icons, title: str) -> EmptyState:
    """What a view shows where filters or words leave nothing over; the action takes them away."""
    translate = QCoreApplication.translate
    return EmptyState(
        icons,
        "search",
        title,
        translate("EmptyState", "Try other words, or take the filters away."),
        action=translate("EmptyState", "Show all"),
    )
