"""What every page of the import window has."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from co2desk.models.import_session import ImportSession
from co2desk.views.surroundings import Surroundings


class WizardPage(QWidget):
    """A step. It knows the session and nothing of the other pages or their order.

    `edited` says that something was chosen, so that the window looks again whether the person
    may go on.
    """

    edited = Signal()

    def __init__(
        self, around: Surroundings, session: ImportSession, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.around = around
        self.session = session

    def enter(self) -> None:
        """The person comes to this page."""
