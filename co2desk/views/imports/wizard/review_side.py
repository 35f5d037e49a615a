"""The right side of the review: problems by kind, and what the rows stand for."""

from collections.abc import Collection

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from co2desk.domain.issue import IssueCode
from co2desk.services.preparation.review_snapshot import ReviewSnapshot
from co2desk.views.imports.wizard.co2e_preview import Co2ePreview
from co2desk.views.imports.wizard.problem_list import ProblemList
from co2desk.views.surroundings import Surroundings


class ReviewSide(QWidget):
    """`fix_wanted(ProblemGroup, word)`: one answer is to mend all cells of a problem.

    `no_factor_allowed(bool)` when the person decides about rows without a factor;
    `words_wanted` to say what codes without a factor mean; `unusual_wanted` to see the rows far
    outside what the laboratory had before.
    """

    fix_wanted = Signal(object, str)
    no_factor_allowed = Signal(bool)
    words_wanted = Signal()
    unusual_wanted = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.problems = ProblemList(around, self)
        self._preview = Co2ePreview(around, self)
        self._preview.unusual_wanted.connect(self.unusual_wanted)
        self._no_factor = QCheckBox(self.tr("Commit rows without a factor too"), self)
        self._no_factor.setObjectName("allow_no_factor")
        self._no_factor.setToolTip(
            self.tr("Their CO₂e is then stored as missing and shown as such, never as 0.")
        )
        self._no_factor.clicked.connect(self.no_factor_allowed)
        self._words = QPushButton(self.tr("Find factors for these codes…"), self)
        self._words.setObjectName("find_factors")
        self._words.setToolTip(
            self.tr("In step 2 each code is given a factor once, for all of its rows.")
        )
        around.icons.put(self._words, "search")
        self._words.clicked.connect(self.words_wanted)
        self._words.hide()
        self._fix = QPushButton(self.tr("Fi&x all…"), self)
        self._fix.setObjectName("offer_fix")
        self._fix.setToolTip(
            self.tr("Give one answer to all cells with the same problem, or skip their rows.")
        )
        self._fix.clicked.connect(self._offer_fix)
        title = QLabel(self.tr("&Problems"), self)
        title.setBuddy(self.problems)
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self._fix)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.problems, 3)
        column.addWidget(self._words)
        column.addWidget(self._no_factor)
        column.addWidget(self._preview, 1)
        self.problems.fix_wanted.connect(self.fix_wanted)
        self.problems.selectionModel().currentChanged.connect(self._moved)
        self.problems.problems.modelReset.connect(self._allow)

    def show_snapshot(self, snapshot: ReviewSnapshot, codes: Collection[int | None]) -> None:
        """Show these problems and totals; `codes` are columns whose codes lead to a factor."""
        self._words.setVisible(
            any(
                one.code is IssueCode.NO_FACTOR and one.column_index in codes
                for one in snapshot.groups
            )
        )
        self._preview.show_totals(snapshot.co2e_by_category, snapshot.missing_count)
        unusual = [one for one in snapshot.groups if one.code is IssueCode.UNUSUAL_QUANTITY]
        self._preview.show_unusual(sum(one.count for one in unusual))
        self.problems.show_groups(snapshot.groups)

    def show_no_factor(self, *, allowed: bool) -> None:
        """Show what was decided about rows without a factor."""
        self._no_factor.setChecked(allowed)

    def offer_fix(self) -> None:
        """Ask for one answer to the problem that is chosen, or to the first that takes one."""
        self.problems.ask_fix()

    @Slot()
    def _offer_fix(self) -> None:
        self.offer_fix()

    @Slot(QModelIndex, QModelIndex)
    def _moved(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._allow()

    @Slot()
    def _allow(self) -> None:
        self._fix.setEnabled(self.problems.fixable is not None)
