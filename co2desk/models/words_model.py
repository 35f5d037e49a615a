"""Words of a file with what they mean, and what is remembered of earlier files."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from co2desk.importing.answers import Answer
from co2desk.importing.vocabulary import Origin, Word
from co2desk.models.columns import ROW_ROLE, STATE_ROLE, alignment
from co2desk.services.remembered_mappings import Remembered, Taught

Index = QModelIndex | QPersistentModelIndex

ANSWERS_ROLE = int(Qt.ItemDataRole.UserRole) + 10
"""What may stand in a cell: a tuple of Answer; the views offer them while it is edited."""

_STATES = {
    Origin.UNKNOWN: "warning",
    Origin.CHOSEN: "good",
    Origin.REMEMBERED: "good",
    Origin.KNOWN: "ready",
    Origin.FREE: "secondary",
}


class WordColumn(IntEnum):
    """The columns of the words."""

    FIELD = 0
    TEXT = 1
    ROWS = 2
    MEANING = 3
    ORIGIN = 4


class RememberedColumn(IntEnum):
    """The columns of what is remembered."""

    ABOUT = 0
    FIELD = 1
    TEXT = 2
    MEANING = 3


@dataclass(frozen=True, slots=True)
class WordTitles:
    """What the tables say in the person's language; built by the view."""

    words: Mapping[WordColumn, str]
    remembered: Mapping[RememberedColumn, str]
    origins: Mapping[Origin, str]
    about: Mapping[Taught, str]
    field: Callable[[str], str]
    meaning: Callable[[str, str], str]
    number: Callable[[int], str]
    unused: str
    choose: str
    maybe: Callable[[str], str]


class WordsModel(QAbstractTableModel):
    """Words of the file; `said(Word, meaning)` when a person says what one means."""

    said = Signal(object, str)

    def __init__(self, titles: WordTitles, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._titles = titles
        self._words: Sequence[Word] = ()
        self._answers: Mapping[str, tuple[Answer, ...]] = {}

    def show_words(self, words: Sequence[Word], answers: Mapping[str, tuple[Answer, ...]]) -> None:
        """Show words, with the values that each field takes."""
        self.beginResetModel()
        self._words, self._answers = words, answers
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Words shown."""
        return 0 if parent.isValid() else len(self._words)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Field, word, rows, meaning, how it is known."""
        return 0 if parent.isValid() else len(WordColumn)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A word; its ANSWERS_ROLE gives what it may mean."""
        if not index.isValid():
            return None
        word, column = self._words[index.row()], WordColumn(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(word, column)
            case Qt.ItemDataRole.EditRole:
                return word.meaning or word.suggestion
            case Qt.ItemDataRole.ToolTipRole:
                return word.about or self._text(word, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return alignment(numeric=column is WordColumn.ROWS)
            case _ if role == ROW_ROLE:
                return word
            case _ if role == ANSWERS_ROLE:
                return self._answers.get(word.field, ())
            case _ if role == STATE_ROLE and column is WordColumn.ORIGIN:
                return _STATES[word.origin]
            case _ if role == STATE_ROLE and column is WordColumn.MEANING and not word.meaning:
                return "secondary"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The titles."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(numeric=section == WordColumn.ROWS)
        return (
            self._titles.words[WordColumn(section)] if role == Qt.ItemDataRole.DisplayRole else None
        )

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The meaning can be said."""
        flags = super().flags(index)
        if index.isValid() and index.column() == WordColumn.MEANING:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another meaning; it is shown once the file was looked at again."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        word, meaning = self._words[index.row()], str(value).strip()
        if meaning == word.meaning:
            return False
        self.said.emit(word, meaning)
        return True

    def _text(self, word: Word, column: WordColumn) -> str:
        match column:
            case WordColumn.FIELD:
                return self._titles.field(word.field)
            case WordColumn.TEXT:
                return f"{word.text}  ({word.about})" if word.about else word.text
            case WordColumn.ROWS:
                return self._titles.number(word.count)
            case WordColumn.MEANING:
                idea = word.suggestion
                if word.meaning:
                    return self._titles.meaning(word.field, word.meaning)
                if idea:
                    return self._titles.maybe(self._titles.meaning(word.field, idea))
                return self._titles.choose
            case WordColumn.ORIGIN:
                return self._titles.origins[word.origin]


class RememberedModel(QAbstractTableModel):
    """What is remembered; `changed(Remembered)` when a person gives an entry another meaning."""

    changed = Signal(object)

    def __init__(self, titles: WordTitles, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._titles = titles
        self._entries: Sequence[Remembered] = ()
        self._fields: tuple[Answer, ...] = ()
        self._answers: Mapping[str, tuple[Answer, ...]] = {}

    def show_entries(
        self,
        entries: Sequence[Remembered],
        fields: Sequence[str],
        answers: Mapping[str, tuple[Answer, ...]],
    ) -> None:
        """Show entries; `fields` are those of the kind, `answers` the values that each takes."""
        self.beginResetModel()
        self._entries, self._answers = entries, answers
        self._fields = tuple(Answer(name, self._titles.field(name)) for name in fields)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Entries."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """What it is, in which field, as it stands in the file, what it means."""
        return 0 if parent.isValid() else len(RememberedColumn)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """An entry; its ANSWERS_ROLE gives what it may mean."""
        if not index.isValid():
            return None
        entry, column = self._entries[index.row()], RememberedColumn(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._text(entry, column)
            case Qt.ItemDataRole.EditRole:
                return entry.meaning
            case _ if role == ROW_ROLE:
                return entry
            case _ if role == ANSWERS_ROLE:
                is_column = entry.about is Taught.COLUMN
                return self._fields if is_column else self._answers.get(entry.field, ())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The titles."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return self._titles.remembered[RememberedColumn(section)]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The meaning can be changed."""
        flags = super().flags(index)
        if index.isValid() and index.column() == RememberedColumn.MEANING:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another meaning; a word without one is forgotten, not emptied."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        entry, meaning = self._entries[index.row()], str(value).strip()
        if meaning == entry.meaning or (entry.about is Taught.WORD and not meaning):
            return False
        self.changed.emit(replace(entry, meaning=meaning))
        return True

    def _text(self, entry: Remembered, column: RememberedColumn) -> str:
        is_column = entry.about is Taught.COLUMN
        match column:
            case RememberedColumn.ABOUT:
                return self._titles.about[entry.about]
            case RememberedColumn.FIELD:
                return "" if is_column else self._titles.field(entry.field)
            case RememberedColumn.TEXT:
                return entry.text
            case RememberedColumn.MEANING:
                if not is_column:
                    return self._titles.meaning(entry.field, entry.meaning)
                return self._titles.field(entry.meaning) if entry.meaning else self._titles.unused
