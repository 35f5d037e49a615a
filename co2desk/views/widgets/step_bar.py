"""The steps of a task in a row, each with its state; done ones can be gone back to."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QWidget,
)

from co2desk.importing.flow import StepState
from co2desk.views.icons import Icons

_ICONS = {StepState.DONE: ("good", "good"), StepState.ATTENTION: ("warning", "warning")}


@dataclass(frozen=True, slots=True)
class StepShown:
    """A step as the bar shows it; `count` stands beside a trouble, `reachable` makes it a link."""

    title: str
    state: StepState
    reachable: bool
    count: int = 0


class StepBar(QWidget):
    """`step_chosen` carries the index of the step that was clicked."""

    step_chosen = Signal(int)

    def __init__(self, icons: Icons, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(0)
        for index in range(count):
            if index:
                row.addWidget(QLabel("›", self))
            button = QToolButton(self)
            button.setObjectName(f"step_{index + 1}")
            button.setProperty("look", "step")
            button.setCheckable(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            self._group.addButton(button, index)
            row.addWidget(button)
        row.addStretch(1)
        self._group.buttonClicked.connect(self._clicked)

    def show_steps(self, steps: Sequence[StepShown], here: int) -> None:
        """Show where the person is and what each step holds."""
        for index, step in enumerate(steps):
            button = self._group.button(index)
            count = f" {step.count}" if step.count else ""
            button.setText(f"{index + 1}  {step.title}{count}")
            button.setEnabled(step.reachable or index == here)
            button.setChecked(index == here)
            button.setAccessibleName(f"{index + 1} {step.title}, {self._word(step.state)}{count}")
            name, role = _ICONS.get(step.state, ("pending", "secondary"))
            self._icons.put(button, name, role)

    @Slot(QAbstractButton)
    def _clicked(self, button: QAbstractButton) -> None:
        self.step_chosen.emit(self._group.id(button))

    def _word(self, state: StepState) -> str:
        match state:
            case StepState.AHEAD:
                return self.tr("still to do")
            case StepState.HERE:
                return self.tr("you are here")
            case StepState.DONE:
                return self.tr("done")
            case StepState.ATTENTION:
                return self.tr("needs attention")
