"""Step 4: what will be written, in words; then what was."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QLabel,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from co2desk.models.import_session import ImportSession
from co2desk.models.task_runner import Task
from co2desk.services.import_file import CommitMode, ImportResult
from co2desk.services.preparation.values import Comparison
from co2desk.views.imports.wizard.commit_result import CommitResult
from co2desk.views.imports.wizard.difference_words import DifferenceWords
from co2desk.views.imports.wizard.wizard_page import WizardPage
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.message_bar import MessageBar, Tone
from co2desk.views.widgets.task_panel import TaskPanel
from co2desk.views.widgets.text import SUBHEADING_SCALE, heading, secondary


class CommitPage(WizardPage):
    """Three states: the choice, the work, the result.

    Whoever comes here sees first what changed in the database since the rows were checked.
    `moved` when the other way to commit is chosen.
    """

    moved = Signal()

    def __init__(
        self, around: Surroundings, session: ImportSession, parent: QWidget | None = None
    ) -> None:
        super().__init__(around, session, parent)
        self.result = CommitResult(around, self)
        self._changes = MessageBar(around.icons, self)
        self._changes.setObjectName("differences")
        self._words = DifferenceWords(around.messages, around.formats)
        self._working = TaskPanel(around, self)
        self._stack = QStackedWidget(self)
        for widget in (self._make_choice(), self._working, self.result):
            self._stack.addWidget(widget)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)
        self._changes.action_chosen.connect(self._compare)
        session.differed.connect(self._compared)
        session.committed.connect(self._committed)
        session.failed.connect(self._stopped)
        session.cancelled.connect(self._stopped)

    @property
    def mode(self) -> CommitMode:
        """What is to become of rows in error."""
        return CommitMode.ALL_OR_NOTHING if self._all.isChecked() else CommitMode.VALID_ONLY

    @property
    def all_or_nothing(self) -> bool:
        """Whether one row in error keeps all from being committed."""
        return self.mode is CommitMode.ALL_OR_NOTHING

    def choose_mode(self, *, all_or_nothing: bool) -> None:
        """Choose what becomes of rows in error as if by hand."""
        (self._all if all_or_nothing else self._valid).setChecked(True)

    @property
    def rows(self) -> int:
        """How many rows would be committed now."""
        snapshot = self.session.snapshot
        if snapshot is None or not self.session.is_checked:
            return 0
        counts = snapshot.counts
        return 0 if self.mode is CommitMode.ALL_OR_NOTHING and counts.error else counts.valid

    def enter(self) -> None:
        """Check the rows against the database as it is now, then say what would happen."""
        if self.session.result is None:
            self._compare()

    @Slot()
    def _compare(self) -> None:
        self._changes.clear()
        self._stack.setCurrentIndex(1)
        self.session.compare(self.tr("Comparing with the database…"))

    @Slot(object)
    def _compared(self, comparison: Comparison) -> None:
        if comparison.differences:
            self._offer_check(Tone.WARNING, self._words.text(comparison))
        self._stack.setCurrentIndex(0)
        self._describe()
        self._take_focus()

    def _take_focus(self) -> None:
        """Take the focus from the steps, where it fell while no button was to be pressed.

        Not the button that commits takes it: pressing Enter once too often must not write.
        """
        if self.isVisible() and not self.isAncestorOf(QApplication.focusWidget() or self):
            (self._valid if self._valid.isVisible() else self._effect).setFocus()

    def _offer_check(self, tone: Tone, text: str) -> None:
        self._changes.say(tone, text, self.tr("Check again"))

    def commit(self) -> None:
        """Write the rows."""
        self._stack.setCurrentIndex(1)
        self.session.commit(self.mode, self.tr("Committing…"))

    def follow(self, task: Task) -> None:
        """Show the work with its counts and Cancel."""
        self._working.follow(task)

    def _make_choice(self) -> QWidget:
        choice = QWidget(self)
        self._effect = heading("", choice, SUBHEADING_SCALE)
        self._effect.setObjectName("effect")
        self._effect.setWordWrap(True)
        self._effect.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._particulars = QLabel(choice)
        self._particulars.setObjectName("particulars")
        self._particulars.setWordWrap(True)
        self._particulars.setTextFormat(Qt.TextFormat.PlainText)
        self._valid = QRadioButton(choice)
        self._valid.setObjectName("valid_only")
        self._valid.setChecked(True)
        self._all = QRadioButton(choice)
        self._all.setObjectName("all_or_nothing")
        group = QButtonGroup(choice)
        for button in (self._valid, self._all):
            group.addButton(button)
            button.toggled.connect(self._mode_chosen)
        box = QVBoxLayout(choice)
        box.setContentsMargins(0, 8, 0, 0)
        box.setSpacing(12)
        box.addWidget(self._changes)
        box.addWidget(self._effect)
        box.addWidget(self._particulars)
        box.addSpacing(8)
        for button in (self._valid, self._all):
            box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        box.addSpacing(8)
        box.addWidget(
            secondary(
                self.tr(
                    "Everything is written in one step: if it is interrupted, nothing is. "
                    "The whole import can be undone later under Imports."
                ),
                choice,
            )
        )
        box.addStretch(1)
        return choice

    def _describe(self) -> None:
        snapshot, choices = self.session.snapshot, self.session.choices
        if snapshot is None or not self.session.is_checked:
            return
        formats, counts = self.around.formats, snapshot.counts
        valid = self.tr("Valid rows only: %n rows are committed", "", counts.valid)
        self._valid.setText(formats.counted(valid, counts.valid))
        self._all.setText(self.tr("All or nothing: not as long as one row is in error"))
        for button in (self._valid, self._all):
            button.setVisible(counts.error > 0)
        self._effect.setText(
            formats.counted(
                self.tr("%n activities will be added to %1 for %2", "", self.rows), self.rows
            )
            .replace("%1", choices.lab_code)
            .replace("%2", str(choices.year))
        )
        lines = []
        if self.rows:
            total = self.tr("They stand for %1.", "", self.rows).replace(
                "%1", formats.co2e(snapshot.co2e_kg)
            )
            lines.append(total)
        if snapshot.missing_count:
            text = self.tr(
                "%n of them have no emission factor: their CO2e is stored as missing, never as 0.",
                "",
                snapshot.missing_count,
            )
            lines.append(formats.counted(text, snapshot.missing_count))
        if self.rows and counts.warning:
            text = self.tr(
                "%n of them carry a warning. Look at them in step 3 before you go on.",
                "",
                counts.warning,
            )
            lines.append(formats.counted(text, counts.warning))
        if self.rows and snapshot.repeated:
            text = self.tr(
                "%n of them are there already, in this file or in the database, and will be "
                "added once more. Skip them in step 3 if that is not meant.",
                "",
                snapshot.repeated,
            )
            lines.append(formats.counted(text, snapshot.repeated))
        if counts.error and self.mode is CommitMode.VALID_ONLY:
            text = self.tr(
                "%n rows in error stay behind as a worklist of this import; "
                "they can be corrected and committed later.",
                "",
                counts.error,
            )
            lines.append(formats.counted(text, counts.error))
        elif counts.error:
            text = self.tr(
                "%n rows are in error. Correct or skip them in step 3, or choose "
                "“Valid rows only”.",
                "",
                counts.error,
            )
            lines.append(formats.counted(text, counts.error))
        left_out = counts.skipped + counts.unfilled
        if left_out:
            text = self.tr("%n rows are left out (skipped or not filled in).", "", left_out)
            lines.append(formats.counted(text, left_out))
        self._particulars.setText("\n".join(lines))
        self.edited.emit()

    @Slot(bool)
    def _mode_chosen(self, chosen: bool) -> None:
        if chosen:
            self._describe()
            self.moved.emit()

    @Slot(object)
    def _committed(self, result: ImportResult) -> None:
        choices, name = self.session.choices, self.session.file_name
        self.result.show_result(result, choices.lab_code, choices.year, name)
        self._stack.setCurrentIndex(2)
        self.edited.emit()

    @Slot()
    def _stopped(self) -> None:
        if self._stack.currentIndex() == 1:
            self._stack.setCurrentIndex(0)
            if not self.session.is_compared:
                self._offer_check(
                    Tone.INFORMATION,
                    self.tr("Check the rows again with the database as it is now, then go on."),
                )
            self._describe()
