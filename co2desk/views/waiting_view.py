"""What stands in the middle while there is no database: that it starts, or why it does not."""

from PySide6.QtWidgets import QWidget

from co2desk.views.icons import Icons
from co2desk.views.widgets.empty_state import EmptyState


class WaitingView(EmptyState):
    """`action_chosen` to try again, `help_wanted` for the connections."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, "database", "", "", parent=parent)
        self.button.setText(self.tr("Try again"))
        self.link.setText(self.tr("Connections…"))
        self.link.show()
        self.show_starting()

    def show_starting(self) -> None:
        """The database is being started or reached."""
        self.say(
            self.tr("Starting the database…"),
            self.tr("The first start takes a few seconds; after that it is quicker."),
        )
        self.button.hide()

    def show_problem(self, why: str) -> None:
        """The database cannot be used; `why` says how to go on."""
        meanwhile = self.tr("Files can be prepared without it, and stay drafts until it is back.")
        self.say(self.tr("The database cannot be used"), f"{why}\n{meanwhile}")
        self.button.show()
