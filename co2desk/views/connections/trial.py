"""What trying a connection found, step by step, in words."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from co2desk.domain.connection_check import ConnectionCheck, Outcome
from co2desk.models.labelled import labelled
from co2desk.views.surroundings import Surroundings

_LOOKS = {
    Outcome.GOOD: ("good", "good"),
    Outcome.WARNING: ("warning", "warning"),
    Outcome.FAILED: ("error", "error"),
}


class Trial(QWidget):
    """One line for each step: an icon, a word and a sentence."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        label = QLabel(self.tr("What the trial found"), self)
        self.steps = QListWidget(self)
        self.steps.setObjectName("connection_trial")
        self.steps.setAccessibleName(label.text())
        self.steps.setWordWrap(True)
        self.steps.setMinimumHeight(80)
        label.setBuddy(self.steps)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(label)
        box.addWidget(self.steps, 1)
        self.hide()

    def show_checks(self, checks: Sequence[ConnectionCheck]) -> None:
        """Show these steps in place of the ones before."""
        self.steps.clear()
        for check in checks:
            icon, role = _LOOKS[check.outcome]
            sentence = self._around.messages.text(f"connection.{check.code}", **dict(check.params))
            item = QListWidgetItem(
                self._around.icons.list_icon(icon, role),
                labelled(self._word(check.outcome), sentence),
            )
            self.steps.addItem(item)
        self.setVisible(bool(checks))

    def _word(self, outcome: Outcome) -> str:
        match outcome:
            case Outcome.GOOD:
                return self.tr("Good")
            case Outcome.WARNING:
                return self.tr("Careful")
            case Outcome.FAILED:
                return self.tr("Failed")
