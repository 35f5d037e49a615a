"""Lists what may be meant while a person types into a field that takes any text."""

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget


class Completion(QCompleter):
    """Offers the words that contain what is typed: an editable box's entries, or those given.

    The list is a window of its own, and gives the focus back to the field whenever the window
    system comes round to it. A field that was hidden meanwhile would then swallow the next key,
    Ctrl+Z above all: who hides the field calls `let_go`, and `take_hold` when it is back.
    """

    def __init__(self, field: QComboBox | QLineEdit) -> None:
        super().__init__(field)
        self._field = field
        self._words = QStringListModel(self)
        self.setModel(field.model() if isinstance(field, QComboBox) else self._words)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        field.setCompleter(self)

    def offer(self, words: Iterable[str]) -> None:
        """Offer these words."""
        self._words.setStringList(list(words))

    def take_hold(self) -> None:
        """Give the focus back to the field from now on."""
        self._give_focus_to(self._field)

    def let_go(self) -> None:
        """Leave the focus where it is from now on."""
        self._give_focus_to(None)

    def _give_focus_to(self, field: QWidget | None) -> None:
        popup = self.popup()
        if popup is not None:
            popup.hide()
            popup.setFocusProxy(field)  # type: ignore[arg-type]  # the stubs forget None
