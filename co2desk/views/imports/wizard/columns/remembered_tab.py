"""What earlier imports of the laboratory taught: shown, changed, forgotten."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from co2desk.importing.answers import Answer
from co2desk.importing.kinds.registry import KINDS
from co2desk.importing.vocabulary import Vocabulary
from co2desk.models.word_session import WordSession
from co2desk.models.words_model import RememberedColumn, RememberedModel
from co2desk.services.remembered_mappings import Remembered
from co2desk.views.imports.wizard.columns.word_titles import word_titles
from co2desk.views.imports.wizard.columns.words_table import WordsTable
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.text import secondary

_WIDTHS = {
    RememberedColumn.ABOUT: 100,
    RememberedColumn.FIELD: 200,
    RememberedColumn.TEXT: 380,
}


class RememberedTab(QWidget):
    """One line per column or word; `counted(entries)` after each look."""

    counted = Signal(int)

    def __init__(
        self, around: Surroundings, words: WordSession, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = words
        self._kind = ""
        self._entries: Sequence[Remembered] = ()
        self._answers: Mapping[str, tuple[Answer, ...]] = {}
        self._model = RememberedModel(word_titles(around), self)
        self._model.changed.connect(words.change)
        self._table = WordsTable(
            around, "remembered_table", self._model, RememberedColumn.MEANING, self
        )
        self._table.setAccessibleName(self.tr("Remembered columns and words"))
        self._table.forgetting_wanted.connect(self._forget_chosen)
        self._table.row_changed.connect(self._allow)
        for column, width in _WIDTHS.items():
            self._table.setColumnWidth(column, width)
        self._edit = QPushButton(self.tr("&Change…"), self)
        self._edit.setObjectName("remembered_edit")
        self._edit.clicked.connect(self._table.edit_meaning)
        self._forget = QPushButton(self.tr("For&get"), self)
        self._forget.setObjectName("remembered_forget")
        self._forget.clicked.connect(self._forget_chosen)
        self._note = secondary("", self)
        self._note.setObjectName("remembered_note")
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._edit)
        buttons.addWidget(self._forget)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.setSpacing(8)
        box.addWidget(
            secondary(
                self.tr(
                    "What earlier imports of this laboratory said of columns and words. It is "
                    "used for every file of this kind; activities that are there already stay as "
                    "they are."
                ),
                self,
            )
        )
        box.addLayout(buttons)
        box.addWidget(self._table, 1)
        box.addWidget(self._note)
        words.remembered_came.connect(self._came)
        words.words_came.connect(self._take_answers)

    def look_up(self, kind: str) -> None:
        """Read what is remembered for the laboratory and kind."""
        self._kind = kind
        if self._session.can_remember:
            self._session.list_remembered()
        else:
            self._came(())

    @Slot(object)
    def _came(self, entries: Sequence[Remembered]) -> None:
        self._entries = entries
        self._show()
        self.counted.emit(len(entries))

    @Slot(object)
    def _take_answers(self, found: Vocabulary) -> None:
        self._answers = found.answers
        self._show()

    def _show(self) -> None:
        kind = KINDS.get(self._kind)
        fields = [field.name for field in kind.fields] if kind is not None else []
        self._model.show_entries(self._entries, fields, self._answers)
        if not self._session.can_remember:
            note = self.tr("This is kept in the database; choose a laboratory while it answers.")
        elif not self._entries:
            note = self.tr("Nothing is remembered yet; it comes with the first commit.")
        else:
            note = ""
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._allow()

    @Slot()
    def _allow(self) -> None:
        chosen = self._table.chosen()
        self._edit.setEnabled(len(chosen) == 1)
        self._forget.setEnabled(bool(chosen))

    @Slot()
    def _forget_chosen(self) -> None:
        entries = [one for one in self._table.chosen() if isinstance(one, Remembered)]
        if entries:
            self._session.forget(entries)
