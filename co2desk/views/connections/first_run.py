"""The first start: three ways to begin, on one page; each can be taken later too."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from co2desk.views.icons import Icons
from co2desk.views.start.card import Card
from co2desk.views.widgets.text import heading, secondary


class FirstRun(QWidget):
    """`here_chosen()`, `server_chosen()`, `draft_chosen()`: the way that the person takes."""

    here_chosen = Signal()
    server_chosen = Signal()
    draft_chosen = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("first_run")
        here = Card(
            icons,
            "database",
            self.tr("Work on this computer"),
            self.tr(
                "A private database is made here, with a demonstration laboratory to try things "
                "on. No server and no administrator are needed."
            ),
            self.tr("Begin here"),
        )
        server = Card(
            icons,
            "link",
            self.tr("Connect to a server"),
            self.tr(
                "Work on the database that you share with others. You need its address and your "
                "login; the connection is tried step by step."
            ),
            self.tr("Connect…"),
        )
        draft = Card(
            icons,
            "draft",
            self.tr("Open a draft"),
            self.tr(
                "Go on with an import that was begun elsewhere, on this computer until you "
                "connect to a server."
            ),
            self.tr("Choose a draft…"),
        )
        here.action.setProperty("look", "primary")
        row = QHBoxLayout()
        row.setSpacing(16)
        for card, name, chosen in (
            (here, "first_here", self.here_chosen),
            (server, "first_server", self.server_chosen),
            (draft, "first_draft", self.draft_chosen),
        ):
            card.action.setObjectName(name)
            card.action.clicked.connect(chosen)
            card.setMaximumWidth(360)
            row.addWidget(card, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 24)
        box.setSpacing(16)
        box.addStretch(2)
        centre = Qt.AlignmentFlag.AlignHCenter
        box.addWidget(heading(self.tr("Welcome to co2desk"), self), 0, centre)
        why = secondary(
            self.tr("Where are the activities of your laboratory kept? You can change this later."),
            self,
        )
        why.setAlignment(centre)
        box.addWidget(why)
        box.addLayout(row)
        box.addStretch(3)
        self.setFocusProxy(here.action)
