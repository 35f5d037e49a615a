"""What the file's own words mean: units, choices, airports, codes of what was bought."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from co2desk.importing.answers import is_purchase_code
from co2desk.importing.kinds.field import FieldType
from co2desk.importing.kinds.registry import KINDS
from co2desk.importing.vocabulary import Origin, Vocabulary, Word
from co2desk.models.word_session import WordSession
from co2desk.models.words_model import WordColumn, WordsModel
from co2desk.views.imports.wizard.columns.factor_finder import FactorFinder
from co2desk.views.imports.wizard.columns.word_titles import word_titles
from co2desk.views.imports.wizard.columns.words_table import WordsTable
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.text import secondary

_WIDTHS = {WordColumn.FIELD: 150, WordColumn.TEXT: 380, WordColumn.ROWS: 70, WordColumn.ORIGIN: 150}


class WordsTab(QWidget):
    """One line per word; those that are not known first. `counted(unknown)` after each look."""

    counted = Signal(int)

    def __init__(
        self, around: Surroundings, words: WordSession, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._around = around
        self._session = words
        self._found = Vocabulary()
        self._kind = ""
        self._model = WordsModel(word_titles(around), self)
        self._model.said.connect(self._said)
        self._table = WordsTable(around, "words_table", self._model, WordColumn.MEANING, self)
        self._table.setAccessibleName(self.tr("Words of the file and what they mean"))
        self._table.forgetting_wanted.connect(self._take_back)
        self._table.row_changed.connect(self._allow)
        for column, width in _WIDTHS.items():
            self._table.setColumnWidth(column, width)
        self._group = QButtonGroup(self)
        self._unknown = self._chip("words_unknown")
        self._all = self._chip("words_all")
        self._unknown.setChecked(True)
        self._group.buttonClicked.connect(self._show)
        self._edit = QPushButton(self.tr("Say what it &means…"), self)
        self._edit.setObjectName("word_edit")
        self._edit.clicked.connect(self._table.edit_meaning)
        self._find = QPushButton(self.tr("Find a &factor…"), self)
        self._find.setObjectName("word_find")
        around.icons.put(self._find, "search")
        self._find.clicked.connect(self._find_factor)
        self._back = QPushButton(self.tr("Take it &back"), self)
        self._back.setObjectName("word_back")
        self._back.clicked.connect(self._take_back)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        for chip in (self._unknown, self._all):
            buttons.addWidget(chip)
        buttons.addStretch(1)
        for button in (self._edit, self._find, self._back):
            buttons.addWidget(button)
        self._note = secondary("", self)
        self._note.setObjectName("words_note")
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.setSpacing(8)
        box.addWidget(
            secondary(
                self.tr(
                    "Say once what a word of the file means; it counts for every row with this "
                    "word, and is remembered for the laboratory with the commit."
                ),
                self,
            )
        )
        box.addLayout(buttons)
        box.addWidget(self._table, 1)
        box.addWidget(self._note)
        words.words_came.connect(self._came)

    def look_up(self, kind: str) -> None:
        """Look the words up anew."""
        self._kind = kind
        self._session.look_up()

    @Slot(object)
    def _came(self, found: Vocabulary) -> None:
        everything_known_before = not self._found.unknown
        self._found = found
        if not found.unknown and (not everything_known_before or self._unknown.isChecked()):
            self._all.setChecked(True)
        elif found.unknown and everything_known_before:
            self._unknown.setChecked(True)
        number = self._around.formats.number
        self._unknown.setText(self.tr("Not known") + f" {number(found.unknown)}")
        self._all.setText(self.tr("All words") + f" {number(len(found.words))}")
        self._show()
        self.counted.emit(found.unknown)

    def _show(self) -> None:
        only_unknown = self._unknown.isChecked()
        place = self._table.currentIndex().row()
        shown = [
            word for word in self._found.words if word.origin is Origin.UNKNOWN or not only_unknown
        ]
        self._model.show_words(shown, self._found.answers)
        if shown:
            row = min(max(place, 0), len(shown) - 1)
            self._table.setCurrentIndex(self._model.index(row, WordColumn.MEANING))
        self._note.setText(self._said_below(len(shown)))
        self._note.setVisible(bool(self._note.text()))
        self._allow()

    def _said_below(self, shown: int) -> str:
        if not self._found.words:
            return self.tr("This kind of file has no words that could be unknown.")
        if not shown:
            return self.tr("Every word of the file is known.")
        if self._found.left_out:
            return self.tr("… and %n more", "", self._found.left_out)
        return ""

    @property
    def _word(self) -> Word | None:
        chosen = self._table.chosen()
        return chosen[0] if chosen and isinstance(chosen[0], Word) else None

    @Slot()
    def _allow(self) -> None:
        word = self._word
        self._edit.setEnabled(word is not None)
        self._back.setEnabled(word is not None and word.origin is Origin.CHOSEN)
        self._find.setVisible(word is not None and self._leads_to_a_factor(word))

    def _leads_to_a_factor(self, word: Word) -> bool:
        kind = KINDS.get(self._kind)
        field = kind.by_name.get(word.field) if kind is not None else None
        return field is not None and (field.type is FieldType.FACTOR or is_purchase_code(field))

    @Slot(object, str)
    def _said(self, word: Word, meaning: str) -> None:
        self._session.say(word.field, word.text, meaning)

    @Slot()
    def _take_back(self) -> None:
        word = self._word
        if word is not None and word.origin is Origin.CHOSEN:
            self._session.say(word.field, word.text, "")

    @Slot()
    def _find_factor(self) -> None:
        word = self._word
        if word is not None:
            finder = FactorFinder(
                self._around, self._session, word.about or word.text, word.field, self
            )
            finder.chosen.connect(self._factor_found)
            finder.open()

    @Slot(str)
    def _factor_found(self, code: str) -> None:
        word = self._word
        if word is not None:
            self._session.say(word.field, word.text, code)

    def _chip(self, name: str) -> QToolButton:
        chip = QToolButton(self)
        chip.setObjectName(name)
        chip.setProperty("look", "chip")
        chip.setCheckable(True)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._group.addButton(chip)
        return chip
