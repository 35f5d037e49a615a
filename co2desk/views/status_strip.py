"""The strip below: connection and role, what the view counts, work under way with Cancel."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QStatusBar, QToolButton, QWidget

from co2desk.models.task_runner import Task
from co2desk.views.icons import Icons
from co2desk.views.widgets.text import Pictogram

if TYPE_CHECKING:
    from co2desk.services.connect import ConnectionStatus

# Work that is done sooner than this would only flicker.
_SHOW_AFTER_MS = 400
_BAR_STEPS = 1000


class StatusStrip(QStatusBar):
    """Shows one task at a time; others wait in their lanes behind it."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_strip")
        self.setSizeGripEnabled(False)
        self._dot = Pictogram(icons, "database", "secondary", 16, self)
        self._connection = QLabel(self)
        self._connection.setObjectName("connection")
        self._counts = QLabel(self)
        self._counts.setObjectName("counts")
        self._work = TaskProgress(icons, self)
        left = QWidget(self)
        row = QHBoxLayout(left)
        row.setContentsMargins(12, 2, 12, 2)
        row.setSpacing(8)
        row.addWidget(self._dot)
        row.addWidget(self._connection)
        # A bar that is not shown yet measures what it is given only once: the words come first.
        self.show_starting()
        self.addWidget(left)
        self.addWidget(self._counts, 1)
        self.addPermanentWidget(self._work)

    def show_starting(self) -> None:
        """The database is being started or reached."""
        self._dot.show_icon("database", "secondary")
        self._connection.setText(self.tr("Starting the database…"))

    def show_nothing_chosen(self) -> None:
        """The person has not said yet where to work."""
        self._dot.show_icon("database", "secondary")
        self._connection.setText(self.tr("Not connected yet"))

    def show_disconnected(self) -> None:
        """There is no database to work on."""
        self._dot.show_icon("error", "error")
        self._connection.setText(self.tr("Not connected"))

    @Slot()
    def show_offline(self) -> None:
        """The database does not answer any more; somebody looks when it is back."""
        self._dot.show_icon("error", "error")
        self._connection.setText(self.tr("Offline: the database does not answer"))

    @Slot(object)
    def show_connection(self, status: "ConnectionStatus") -> None:
        """Say which database, how safely, and in which role."""
        from co2desk.views.words import role_word

        self._dot.show_icon("database", "good")
        role = role_word(status.role) if status.role is not None else self.tr("no role")
        if status.embedded:
            where = self.tr("Database on this computer")
        else:
            where = f"{status.user} @ {status.name}"
            where += f" ({status.tls})" if status.tls else self.tr(" (not encrypted)")
        words = [where, role]
        if status.read_only:
            words.append(self.tr("read only"))
        self._connection.setText(" · ".join(words))

    def show_counts(self, text: str) -> None:
        """What the view in front counts."""
        self._counts.setText(text)

    @Slot(object)
    def follow(self, task: Task) -> None:
        """Show a task that has a label until it finishes."""
        if task.label:
            self._work.follow(task)


class TaskProgress(QWidget):
    """Label, bar with counts, and Cancel for the newest labelled task."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._label = QLabel(self)
        self._label.setObjectName("work_label")
        self._bar = QProgressBar(self)
        self._bar.setObjectName("work_bar")
        self._bar.setFixedWidth(140)
        self._bar.setTextVisible(False)
        self._cancel = QToolButton(self)
        self._cancel.setObjectName("work_cancel")
        self._cancel.setAutoRaise(True)
        self._cancel.setToolTip(self.tr("Cancel"))
        self._cancel.setAccessibleName(self.tr("Cancel"))
        icons.put(self._cancel, "close")
        self._cancel.clicked.connect(self._cancel_task)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(8)
        for widget in (self._label, self._bar, self._cancel):
            row.addWidget(widget)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_SHOW_AFTER_MS)
        self._patience.timeout.connect(self.show)
        self.hide()

    def follow(self, task: Task) -> None:
        """Show this task once it has taken a moment."""
        self._task = task
        self._label.setText(task.label)
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        task.progressed.connect(self._progressed)
        task.finished.connect(self._finished)
        self._patience.start()

    @Slot(object, object, str)
    def _progressed(self, done: int, total: int | None, _stage: str) -> None:
        if self.sender() is not self._task:
            return
        if total:
            self._bar.setRange(0, _BAR_STEPS)
            self._bar.setValue(round(_BAR_STEPS * done / total))
            self._bar.setAccessibleDescription(f"{done} / {total}")
        else:
            self._bar.setRange(0, 0)

    @Slot()
    def _finished(self) -> None:
        if self.sender() is self._task:
            self._task = None
            self._patience.stop()
            self.hide()

    @Slot()
    def _cancel_task(self) -> None:
        if self._task is not None:
            self._cancel.setEnabled(False)
            self._task.cancel()
