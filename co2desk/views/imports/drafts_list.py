"""The imports in preparation on this computer: gone on with, begun anew, or thrown away."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from co2desk.models.list_table_model import ListTableModel
from co2desk.services.preparations import DraftSummary
from co2desk.views.dialogs.confirm import Confirm
from co2desk.views.imports.job_columns import draft_columns
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.data_table import DataTable
from co2desk.views.widgets.text import heading

_HEIGHT = 150


class DraftsList(QWidget):
    """`chosen(Path)` to go on with a draft, `anew(Path)` to begin with its file once more.

    `unwanted(Path)` once it is to be thrown away.
    """

    chosen = Signal(object)
    anew = Signal(object)
    unwanted = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._draft: DraftSummary | None = None
        title = heading(self.tr("In preparation on this computer"), self, 1.0)
        self._go_on = QPushButton(self.tr("Go on with it"), self)
        self._go_on.setObjectName("draft_go_on")
        around.icons.put(self._go_on, "draft")
        self._go_on.clicked.connect(self._choose)
        # Also of a draft that is damaged: the file is a part of its own in it.
        self._begin_anew = QPushButton(self.tr("Begin anew"), self)
        self._begin_anew.setToolTip(self.tr("Begins once more with the file of this draft"))
        self._begin_anew.setObjectName("draft_begin_anew")
        around.icons.put(self._begin_anew, "file")
        self._begin_anew.clicked.connect(self._choose_anew)
        self.throw_away = QPushButton(self.tr("Throw it away…"), self)
        self.throw_away.setObjectName("draft_throw_away")
        around.icons.put(self.throw_away, "delete")
        self.throw_away.clicked.connect(self._ask)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self._go_on)
        head.addWidget(self._begin_anew)
        head.addWidget(self.throw_away)
        columns = draft_columns(around.messages, around.formats)
        self._model = ListTableModel(columns, self)
        self._table = DataTable(around, "drafts_table", self)
        self._table.setAccessibleName(title.text())
        self._table.use(self._model, [column.width for column in columns], stretch=1)
        self._table.setFixedHeight(_HEIGHT)
        self._table.row_opened.connect(self._opened)
        self._table.row_chosen.connect(self._moved)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(head)
        box.addWidget(self._table)
        self._moved(None)

    def show_drafts(self, drafts: Sequence[DraftSummary]) -> None:
        """Show drafts, the last one first; without any the list goes."""
        self._model.show_rows(drafts)
        self.setVisible(bool(drafts))

    @Slot(object)
    def _moved(self, draft: DraftSummary | None) -> None:
        self._draft = draft
        for button in (self._go_on, self._begin_anew, self.throw_away):
            button.setEnabled(draft is not None)

    @Slot(object)
    def _opened(self, draft: DraftSummary) -> None:
        self.chosen.emit(draft.path)

    @Slot()
    def _choose(self) -> None:
        if self._draft is not None:
            self.chosen.emit(self._draft.path)

    @Slot()
    def _choose_anew(self) -> None:
        if self._draft is not None:
            self.anew.emit(self._draft.path)

    @Slot()
    def _ask(self) -> None:
        draft = self._draft
        if draft is None:
            return
        sure = Confirm(
            self._around.icons,
            self.tr("Throw this draft away?"),
            self.tr(
                "The draft of “%1” and all corrections in it are removed from this computer. "
                "Your own file and the database stay as they are."
            ).replace("%1", draft.filename or draft.path.name),
            self.tr("Throw it away"),
            parent=self,
        )
        sure.agreed.connect(self._agreed)
        sure.open()

    @Slot(str)
    def _agreed(self, _typed: str) -> None:
        if self._draft is not None:
            self.unwanted.emit(self._draft.path)
