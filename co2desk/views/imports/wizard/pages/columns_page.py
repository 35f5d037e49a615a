"""Step 2: which column of the file is which field, and what the file's own words mean."""

from dataclasses import replace
from enum import IntEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from co2desk.models.import_session import ImportSession
from co2desk.models.word_session import WordSession
from co2desk.services.remembered_mappings import RememberedMappings
from co2desk.views.imports.wizard.columns.mapping_tab import MappingTab
from co2desk.views.imports.wizard.columns.remembered_tab import RememberedTab
from co2desk.views.imports.wizard.columns.words_tab import WordsTab
from co2desk.views.imports.wizard.wizard_page import WizardPage
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.message_bar import MessageBar, Tone
from co2desk.views.widgets.text import SUBHEADING_SCALE, heading
from co2desk.views.words import field_word, kind_word


class _Tab(IntEnum):
    COLUMNS = 0
    WORDS = 1
    REMEMBERED = 2


class ColumnsPage(WizardPage):
    """Three tabs: columns onto fields, words onto values, and what is remembered of both.

    `moved` when another tab is looked at.
    """

    moved = Signal()

    def __init__(
        self,
        around: Surroundings,
        session: ImportSession,
        remembered: RememberedMappings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(around, session, parent)
        words = WordSession(session, remembered, self)
        self._title = heading("", self, SUBHEADING_SCALE)
        self._missing = MessageBar(around.icons, self, closable=False)
        self._missing.setObjectName("missing_fields")
        self._mapping = MappingTab(around, self)
        self._mapping.column_matched.connect(self._match)
        self._words = WordsTab(around, words, self)
        self._words.counted.connect(self._count_words)
        self._remembered = RememberedTab(around, words, self)
        self._remembered.counted.connect(self._count_remembered)
        self._tabs = QTabWidget(self)
        self._tabs.setObjectName("columns_tabs")
        self._tabs.setDocumentMode(True)
        self._tabs.addTab(self._mapping, self.tr("Columns"))
        self._tabs.addTab(self._words, self.tr("Words"))
        self._tabs.addTab(self._remembered, self.tr("Remembered"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self._title)
        box.addWidget(self._missing)
        box.addWidget(self._tabs, 1)
        around.memory.restore("columns_splitter", self._mapping.splitter)
        self._mapping.splitter.splitterMoved.connect(self._remember_sizes)
        self._tabs.currentChanged.connect(self._turned)
        session.inspected.connect(self._show)

    @property
    def tab(self) -> int:
        """Which tab is looked at, from 0."""
        return self._tabs.currentIndex()

    def show_tab(self, tab: int) -> None:
        """Look at a tab."""
        if 0 <= tab < self._tabs.count():
            self._tabs.setCurrentIndex(tab)

    def show_words(self) -> None:
        """Look at the words of the file."""
        self.show_tab(_Tab.WORDS)

    def enter(self) -> None:
        """Show the columns as they are matched now, and look the words up."""
        self._show()
        self._look_up()

    @Slot()
    def _show(self) -> None:
        seen = self.session.inspection
        if seen is None:
            return
        self._title.setText(
            self.tr("Columns of %1").replace("%1", kind_word(self.around.messages, seen.kind))
            if seen.kind
            else self.tr("Columns")
        )
        self._mapping.show_columns(seen)
        self._tell_missing(seen.missing_fields, has_kind=bool(seen.kind))
        if self.isVisible():
            self._look_up()
        self.edited.emit()

    def _look_up(self) -> None:
        seen = self.session.inspection
        if seen is not None:
            self._words.look_up(seen.kind)
            self._remembered.look_up(seen.kind)

    def _tell_missing(self, missing: tuple[str, ...], *, has_kind: bool) -> None:
        if not has_kind:
            self._missing.say(
                Tone.WARNING,
                self.tr("The kind of data was not recognised. Choose it in step 1, Source."),
            )
        elif missing:
            names = ", ".join(field_word(self.around.messages, field) for field in missing)
            self._missing.say(
                Tone.WARNING,
                self.tr("Still needed: %1. Choose below which column holds it.").replace(
                    "%1", names
                ),
            )
        else:
            self._missing.clear()

    @Slot(int)
    def _turned(self, _tab: int) -> None:
        self.moved.emit()

    @Slot(int)
    def _count_words(self, unknown: int) -> None:
        title = self.tr("Words")
        if unknown:
            number = self.around.formats.number(unknown)
            title = self.tr("Words (%1 not known)").replace("%1", number)
        self._tabs.setTabText(_Tab.WORDS, title)
        icon = self.around.icons.icon("warning", "warning") if unknown else None
        self._tabs.setTabIcon(_Tab.WORDS, icon or self.around.icons.icon("good", "good"))

    @Slot(int)
    def _count_remembered(self, entries: int) -> None:
        title = self.tr("Remembered")
        count = f" ({self.around.formats.number(entries)})" if entries else ""
        self._tabs.setTabText(_Tab.REMEMBERED, title + count)

    @Slot(int, str)
    def _match(self, index: int, field: str) -> None:
        if self.session.inspection is None:
            return
        columns = {at: column.field for at, column in enumerate(self.session.inspection.columns)}
        # A field has one column: the one chosen last.
        columns = {at: known for at, known in columns.items() if known and known != field}
        columns.pop(index, None)
        if field:
            columns[index] = field
        self.session.choose(replace(self.session.choices, columns=columns))

    @Slot(int, int)
    def _remember_sizes(self, _place: int, _index: int) -> None:
        self.around.memory.save("columns_splitter", self._mapping.splitter)
