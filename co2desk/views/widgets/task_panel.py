"""Work under way, large: what it is, how far, and Cancel."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from co2desk.models.task_runner import Task
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.text import SUBHEADING_SCALE, heading, set_look
from co2desk.views.words import stage_word

_BAR_STEPS = 1000


class TaskPanel(QWidget):
    """Follows one task; the counts are those that the work reports."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._task: Task | None = None
        centre = Qt.AlignmentFlag.AlignHCenter
        self._label = heading("", self, SUBHEADING_SCALE)
        self._bar = QProgressBar(self)
        self._bar.setObjectName("task_bar")
        self._bar.setFixedWidth(360)
        self._bar.setTextVisible(False)
        self._counts = QLabel(self)
        self._counts.setObjectName("task_counts")
        set_look(self._counts, "secondary")
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._cancel.setObjectName("task_cancel")
        self._cancel.clicked.connect(self._cancel_task)
        box = QVBoxLayout(self)
        box.setSpacing(12)
        box.addStretch(2)
        for widget in (self._label, self._bar, self._counts, self._cancel):
            box.addWidget(widget, 0, centre)
        box.addStretch(3)

    def follow(self, task: Task) -> None:
        """Show this task."""
        self._task = task
        self._label.setText(task.label)
        self._bar.setRange(0, 0)
        self._counts.setText(" ")
        self._cancel.setEnabled(True)
        task.progressed.connect(self._progressed)
        task.finished.connect(self._finished)

    @Slot(object, object, str)
    def _progressed(self, done: int, total: int | None, stage: str) -> None:
        number = self._around.formats.number
        words = stage_word(stage)
        if total:
            self._bar.setRange(0, _BAR_STEPS)
            self._bar.setValue(round(_BAR_STEPS * done / total))
            words += f" {number(done)} / {number(total)}"
        elif done:
            words += f" {number(done)}"
        self._counts.setText(words.strip() or " ")

    @Slot()
    def _finished(self) -> None:
        if self.sender() is self._task:
            self._task = None

    @Slot()
    def _cancel_task(self) -> None:
        if self._task is not None:
            self._cancel.setEnabled(False)
            self._task.cancel()
