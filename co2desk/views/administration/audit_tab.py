"""The audit log: who changed what, before and after; newest first, page by page."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from co2desk.domain.people import AuditEntry
from co2desk.models.columns import Column
from co2desk.models.labelled import labelled
from co2desk.models.paged_table_model import PagedTableModel
from co2desk.services.administer import Administration, AuditFilter, AuditVerification
from co2desk.services.manage_labs import Laboratories
from co2desk.views.administration.audit_entry_dialog import AuditEntryDialog
from co2desk.views.administration.tab import Tab
from co2desk.views.dialogs.confirm import Confirm
from co2desk.views.history_words import action_word, changed_fields, column_word, entity_word
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.choice_box import ChoiceBox
from co2desk.views.widgets.data_table import DataTable
from co2desk.views.widgets.message_bar import Tone

_PAGE = 200
# What people look for; the rest is found by words.
_ENTITIES = (
    "activities",
    "import_jobs",
    "laboratories",
    "emission_factors",
    "users",
    "user_roles",
    "published_years",
)


class AuditTab(Tab):
    """Search, pages, and whether the seals of the log are whole."""

    def __init__(
        self,
        around: Surroundings,
        administration: Administration,
        labs: Laboratories,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(around, parent)
        self._administration = administration
        self._labs = labs
        self._search = QLineEdit(self)
        self.search = self._search
        self._search.setObjectName("audit_search")
        self._search.setPlaceholderText(self.tr("Search what changed"))
        self._search.setAccessibleName(self._search.placeholderText())
        self._search.setClearButtonEnabled(True)
        self._search.setMaximumWidth(320)
        self._search.editingFinished.connect(self.reload)
        verify = QPushButton(self.tr("Verify the log"), self)
        verify.setObjectName("audit_verify")
        around.icons.put(verify, "shield")
        verify.clicked.connect(self._verify)
        self._entity = ChoiceBox("audit_entity", self.tr("&Where"), self)
        every: list[tuple[object, str]] = [("", self.tr("everywhere"))]
        self._entity.offer(every + [(one, entity_word(one)) for one in _ENTITIES])
        self._lab = ChoiceBox("audit_lab", self.tr("&Laboratory"), self)
        self._lab.offer([("", self.tr("all"))])
        for filter_box in (self._entity, self._lab):
            filter_box.chosen.connect(self._filtered)
        columns: list[Column[AuditEntry]] = [
            Column("at", self.tr("When"), lambda entry: around.formats.moment(entry.at), width=140),
            Column("who", self.tr("Who"), lambda entry: entry.who, width=140),
            Column("action", self.tr("What"), lambda entry: action_word(entry.action), width=100),
            Column("entity", self.tr("Where"), lambda entry: entity_word(entry.entity), width=140),
            Column("lab", self.tr("Laboratory"), lambda entry: entry.lab_code or "–", width=110),
            Column("changes", self.tr("Before → after"), self._changes, width=300),
        ]
        self._model = PagedTableModel(columns, self)
        self._model.page_wanted.connect(self._fetch)
        self._table = DataTable(around, "audit_table", self)
        self._table.setAccessibleName(self.tr("Audit log"))
        self._table.use(self._model, [column.width for column in columns], stretch=5)
        self._table.row_opened.connect(self._open)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._search, 2)
        for filter_box in (self._entity, self._lab):
            row.addWidget(filter_box.label)
            row.addWidget(filter_box)
        row.addStretch(1)
        row.addWidget(verify)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.setSpacing(8)
        box.addLayout(row)
        box.addWidget(self._table, 1)

    def reload(self) -> None:
        """Read the log from the newest entry."""
        self._model.begin()
        self.ask(lambda _: [lab.code for lab in self._labs.search()], self._labs_came)

    def _changes(self, entry: AuditEntry) -> str:
        """What changed, or what was there of a thing that came or went; shortened by the table."""
        messages = self.around.messages
        changed = entry.before is not None and entry.after is not None
        return "; ".join(
            labelled(
                column_word(messages, name),
                f"{before} → {after}" if changed else (after if entry.after else before),
            )
            for name, before, after in changed_fields(entry, messages, self.around.formats)
        )

    @Slot(object)
    def _labs_came(self, codes: list[str]) -> None:
        self._lab.offer([("", self.tr("all")), *((one, one) for one in codes)], self._lab.value)

    @Slot(object)
    def _filtered(self, _value: object) -> None:
        self._model.begin()

    @Slot(object)
    def _open(self, entry: AuditEntry) -> None:
        AuditEntryDialog(self.around, entry, self.window()).open()

    @Slot(int)
    def _fetch(self, generation: int) -> None:
        wanted = AuditFilter(
            text=self._search.text().strip(),
            entity=str(self._entity.value or ""),
            lab_code=str(self._lab.value or ""),
        )
        before = self._model.rows[-1].id if self._model.rows else None
        task = self.ask(
            lambda _: (generation, self._administration.audit(wanted, before, _PAGE)), self._came
        )
        task.failed.connect(self._model.page_failed)

    @Slot(object)
    def _came(self, came: tuple[int, Sequence[AuditEntry]]) -> None:
        generation, entries = came
        self._model.page_came(generation, entries, more=len(entries) == _PAGE)

    @Slot()
    def _verify(self) -> None:
        self.ask(
            lambda _: self._administration.verify_audit(),
            self._verified,
            label=self.tr("Verifying the log…"),
        )

    @Slot(object)
    def _verified(self, found: AuditVerification) -> None:
        if found.intact:
            text = self.tr("The log is whole: %n entries fit their seals.", "", found.entries)
            self.said.emit(Tone.GOOD, self.around.formats.counted(text, found.entries))
        elif found.only_gone:
            self._ask_about_restore(str(found.broken_at))
        else:
            text = self.tr("The log was tampered with: seal %1 does not fit its entries.")
            self.said.emit(Tone.ERROR, text.replace("%1", str(found.broken_at)))

    def _ask_about_restore(self, seal: str) -> None:
        restored = Confirm(
            self.around.icons,
            self.tr("Was a backup restored?"),
            self.tr(
                "Seal %1 of the log, which this computer saw earlier, is gone; all that is there "
                "is whole. If a backup was restored since then, that is why. If not, the end of "
                "the log was cut off: change nothing, and tell who looks after the server."
            ).replace("%1", seal),
            self.tr("Yes, a backup was restored"),
            parent=self.window(),
        )
        restored.agreed.connect(self._accept)
        restored.open()

    @Slot(str)
    def _accept(self, _typed: str) -> None:
        self.ask(lambda _: self._administration.accept_audit(), self._accepted)

    @Slot(object)
    def _accepted(self, _nothing: object) -> None:
        text = self.tr("From now on this computer compares with the log as it is today.")
        self.said.emit(Tone.INFORMATION, text)
