"""The foot of the import window: back, on, and why not yet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from co2desk.importing.flow import Step
from co2desk.views.imports.wizard.flow_words import step_word
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.text import set_look


class WayOn(QWidget):
    """`forward_wanted`, `back_wanted`, after the commit `close_wanted`.

    The button says what it does; a line says why it cannot.
    """

    forward_wanted = Signal()
    back_wanted = Signal()
    close_wanted = Signal()

    def __init__(
        self, around: Surroundings, annotate: QAction, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._around = around
        rule = QFrame(self)
        rule.setProperty("look", "rule")
        rule.setFixedHeight(1)
        self._annotate = QToolButton(self)
        self._annotate.setObjectName("save_annotated")
        self._annotate.setDefaultAction(annotate)
        self._annotate.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._why = QLabel(self)
        self._why.setObjectName("why_not")
        set_look(self._why, "warning")
        self._back = QPushButton(self.tr("Back"), self)
        self._back.setObjectName("back")
        around.icons.put(self._back, "back")
        self._back.clicked.connect(self.back_wanted)
        self._forward = QPushButton(self)
        self._forward.setObjectName("forward")
        self._forward.setProperty("look", "primary")
        self._forward.clicked.connect(self.forward_wanted)
        self._close = QPushButton(self.tr("Close"), self)
        self._close.setObjectName("close")
        self._close.clicked.connect(self.close_wanted)
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 16, 12)
        row.setSpacing(12)
        row.addWidget(self._annotate)
        row.addStretch(1)
        row.addWidget(self._why)
        for button in (self._back, self._forward, self._close):
            row.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(rule)
        box.addLayout(row)

    def show_the_end(self) -> None:
        """Go to the button that writes; pressing it is left to the person."""
        self._forward.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_way(self, step: Step, why_not: str, rows: int, *, closed: bool, writing: bool) -> None:
        """Show what comes next from a step; `closed` after the commit: the end of the way.

        While rows are written (`writing`) there is no way back either.
        """
        self._annotate.setVisible(step is Step.REVIEW)
        self._back.setVisible(step is not Step.SOURCE and not closed)
        self._back.setEnabled(not writing)
        self._forward.setVisible(not closed)
        self._close.setVisible(closed)
        self._forward.setEnabled(not why_not)
        self._why.setText(why_not)
        self._forward.setAccessibleDescription(why_not)
        if step is Step.COMMIT:
            text = self._around.formats.counted(self.tr("Commit %n rows", "", rows), rows)
            self._around.icons.put(self._forward, "database", "on_accent")
        else:
            text = self.tr("Next: %1").replace("%1", step_word(_next(step)))
            self._around.icons.put(self._forward, "forward", "on_accent")
        self._forward.setText(text)


def _next(step: Step) -> Step:
    steps = list(Step)
    return steps[steps.index(step) + 1]
