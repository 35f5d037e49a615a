"""The problems of a file as a flat list: a heading per kind and column, its cells below."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from co2desk.models.columns import ROW_ROLE, STATE_ROLE
from co2desk.services.preparation.review_snapshot import Problem, ProblemGroup

Index = QModelIndex | QPersistentModelIndex

Entry = ProblemGroup | Problem | int


@dataclass(frozen=True, slots=True)
class ProblemWords:
    """How problems are put into words; built by the view."""

    group: Callable[[ProblemGroup], str]
    problem: Callable[[Problem], str]
    more: Callable[[int], str]


class ProblemListModel(QAbstractListModel):
    """Entries are a ProblemGroup (heading), a Problem, or how many more a group has."""

    def __init__(self, words: ProblemWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._entries: list[Entry] = []

    def show_groups(self, groups: Sequence[ProblemGroup]) -> None:
        """Show these problems."""
        self.beginResetModel()
        self._entries = []
        for group in groups:
            self._entries.append(group)
            self._entries.extend(group.problems)
            if group.count > len(group.problems):
                self._entries.append(group.count - len(group.problems))
        self.endResetModel()

    @property
    def first(self) -> ProblemGroup | None:
        """The first heading, None where there is none."""
        return next((one for one in self._entries if isinstance(one, ProblemGroup)), None)

    def group_of(self, problem: Problem) -> ProblemGroup:
        """The heading above a problem of this list."""
        before = reversed(self._entries[: self._entries.index(problem)])
        return next(one for one in before if isinstance(one, ProblemGroup))

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Headings and cells."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What an entry says; ROW_ROLE gives the entry itself."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                match entry:
                    case ProblemGroup():
                        return self._words.group(entry)
                    case Problem():
                        return self._words.problem(entry)
                    case _:
                        return self._words.more(entry)
            case _ if role == ROW_ROLE:
                return entry
            case _ if role == STATE_ROLE and isinstance(entry, ProblemGroup):
                return entry.severity.value
        return None
