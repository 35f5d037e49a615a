"""The words of the file in preparation and what is remembered of them: asked here, by signal."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from co2desk.domain.progress import Progress
from co2desk.models.import_session import ImportSession
from co2desk.services.inspect_file import Inspection
from co2desk.services.prepare_import import Preparation
from co2desk.services.remembered_mappings import Remembered, RememberedMappings


class WordSession(QObject):
    """Shares the lane of an import session.

    `words_came(Vocabulary)`, `remembered_came(tuple of Remembered)`, `factors_came(tuple of
    FoundFactor)` answer; What fails
    is told by the import session.
    """

    words_came = Signal(object)
    remembered_came = Signal(object)
    factors_came = Signal(object)

    def __init__(
        self, session: ImportSession, remembered: RememberedMappings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._remembered = remembered

    @property
    def can_remember(self) -> bool:
        """Whether what is remembered can be shown: a laboratory, a kind, and a database."""
        return bool(self._lab and self._kind) and self._remembered.is_within_reach

    def look_up(self) -> None:
        """Ask for the words of the file."""
        self._session.ask(
            lambda preparation, progress: preparation.words(progress), self._words_were_found
        )

    def say(self, field: str, text: str, meaning: str) -> None:
        """Take a word for a value from now on; with "" for what the program makes of it."""
        choices = self._session.choices
        values = {known: meant for known, meant in choices.values.items() if known != (field, text)}
        if meaning:
            values[field, text] = meaning
        self._session.choose(replace(choices, values=values))

    def find_factors(self, text: str, field: str) -> None:
        """Ask for factors that may stand for a word of a field, by the words of a text."""
        self._session.ask(
            lambda preparation, _: preparation.factors_for(text, field), self._factors_were_found
        )

    def list_remembered(self) -> None:
        """Ask for everything that is remembered of the laboratory and kind."""
        lab, kind = self._lab, self._kind
        self._session.ask(
            lambda _preparation, _progress: self._remembered.of(lab, kind), self._were_listed
        )

    def change(self, entry: Remembered) -> None:
        """Remember another meaning, and take the file anew by it."""
        lab, kind = self._lab, self._kind

        def work(preparation: Preparation, _progress: Progress) -> Inspection:
            self._remembered.change(lab, kind, entry)
            return preparation.look_again()

        self._session.take_anew(work)

    def forget(self, entries: Sequence[Remembered]) -> None:
        """Forget entries, and take the file anew without them."""
        lab, kind = self._lab, self._kind

        def work(preparation: Preparation, _progress: Progress) -> Inspection:
            self._remembered.forget(lab, kind, entries)
            return preparation.look_again()

        self._session.take_anew(work)

    @property
    def _lab(self) -> str:
        return self._session.choices.lab_code

    @property
    def _kind(self) -> str:
        seen = self._session.inspection
        return seen.kind if seen is not None else ""

    @Slot(object)
    def _words_were_found(self, words: object) -> None:
        self.words_came.emit(words)

    @Slot(object)
    def _factors_were_found(self, found: object) -> None:
        self.factors_came.emit(found)

    @Slot(object)
    def _were_listed(self, entries: Sequence[Remembered]) -> None:
        self.remembered_came.emit(tuple(entries))
