"""The list of problems beside the review grid."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetrics
from PySide6.QtWidgets import QListView, QMenu, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from co2desk.models.columns import ROW_ROLE
from co2desk.models.labelled import labelled
from co2desk.models.problem_list_model import ProblemListModel, ProblemWords
from co2desk.services.preparation.review_snapshot import Problem, ProblemGroup
from co2desk.views.issue_titles import issue_title
from co2desk.views.surroundings import Surroundings

_INDENT = 22
_ICON = 30


class ProblemList(QListView):
    """`cell_wanted(Problem)` and `group_wanted(ProblemGroup)` when an entry is chosen.

    `fix_wanted(ProblemGroup, text)` when one answer is to mend all cells of a heading.
    """

    cell_wanted = Signal(object)
    group_wanted = Signal(object)
    fix_wanted = Signal(object, str)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self.setObjectName("problems")
        self.setAccessibleName(self.tr("Problems, by kind"))
        self.setWordWrap(True)
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_ProblemDelegate(around, self))
        words = ProblemWords(self._group_text, self._problem_text, self._more_text)
        self.problems = ProblemListModel(words, self)
        self.setModel(self.problems)
        self.clicked.connect(self._chosen)
        self.activated.connect(self._chosen)

    @Slot(object)
    def show_groups(self, groups: Sequence[ProblemGroup]) -> None:
        """Show these problems; the place in the list stays where it was."""
        scrolled = self.verticalScrollBar().value()
        self.problems.show_groups(groups)
        self.verticalScrollBar().setValue(scrolled)

    @property
    def fixable(self) -> tuple[ProblemGroup, str] | None:
        """The problem that is chosen with its text, else the first one; None for no problem."""
        entry = self.currentIndex().data(ROW_ROLE)
        if isinstance(entry, ProblemGroup):
            return entry, ""
        if isinstance(entry, Problem):
            return self.problems.group_of(entry), entry.issue.value
        first = self.problems.first
        return (first, "") if first is not None else None

    def ask_fix(self) -> None:
        """Ask for one answer to what is `fixable`."""
        if self.fixable is not None:
            self.fix_wanted.emit(*self.fixable)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done about a problem."""
        self.setCurrentIndex(self.indexAt(event.pos()))
        if self.fixable is not None:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addAction(self.tr("Fix all…"), self.ask_fix)
            menu.popup(event.globalPos())

    def _group_text(self, group: ProblemGroup) -> str:
        what = f"{issue_title(group.code)} ({self._around.formats.number(group.count)})"
        return labelled(group.column, what) if group.column else what

    def _problem_text(self, problem: Problem) -> str:
        row = self.tr("Row %1").replace("%1", str(problem.issue.row))
        return labelled(row, self._around.messages.issue(problem.issue))

    def _more_text(self, count: int) -> str:
        return self.tr("… and %n more", "", count)

    @Slot(QModelIndex)
    def _chosen(self, index: QModelIndex) -> None:
        entry = index.data(ROW_ROLE)
        if isinstance(entry, Problem):
            self.cell_wanted.emit(entry)
        elif isinstance(entry, ProblemGroup):
            self.group_wanted.emit(entry)


class _ProblemDelegate(QStyledItemDelegate):
    """Headings bold with an icon, cells indented and wrapped to the width of the list."""

    def __init__(self, around: Surroundings, view: QListView) -> None:
        super().__init__(view)
        self._around = around
        self._view = view

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        super().initStyleOption(option, index)
        entry = index.data(ROW_ROLE)
        if isinstance(entry, ProblemGroup):
            severity = entry.severity.value
            option.font.setWeight(QFont.Weight.DemiBold)
            option.icon = self._around.icons.icon(severity, severity)
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        else:
            option.rect.adjust(_INDENT, 0, 0, 0)

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]
        heading = isinstance(index.data(ROW_ROLE), ProblemGroup)
        font = QFont(self._view.font())
        font.setWeight(QFont.Weight.DemiBold if heading else QFont.Weight.Normal)
        width = max(self._view.viewport().width() - 8, 80)
        beside = _ICON if heading else _INDENT
        bounds = QFontMetrics(font).boundingRect(
            0, 0, width - beside - 12, 4000, Qt.TextFlag.TextWordWrap, index.data()
        )
        return QSize(width, bounds.height() + (14 if heading else 8))
