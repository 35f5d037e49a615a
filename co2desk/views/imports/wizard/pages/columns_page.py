"""Step 2: which column of the file is which field, and what the file's own words mean."""

from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from co2desk.importing.kinds.registry import KINDS
from co2desk.models.import_session import ImportSession
from co2desk.views.imports.wizard.column_row import ColumnRow
from co2desk.views.imports.wizard.value_mappings import ValueMappings
from co2desk.views.imports.wizard.wizard_page import WizardPage
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.message_bar import MessageBar, Tone
from co2desk.views.widgets.text import SUBHEADING_SCALE, heading, secondary
from co2desk.views.words import field_word, kind_word


class ColumnsPage(WizardPage):
    """One line per column of the file: name, samples, the field it is, and how sure that is."""

    def __init__(
        self, around: Surroundings, session: ImportSession, parent: QWidget | None = None
    ) -> None:
        super().__init__(around, session, parent)
        self._rows: list[ColumnRow] = []
        self._title = heading("", self, SUBHEADING_SCALE)
        self._explained = secondary(
            self.tr(
                "Each column of the file is matched to a field. Change what is not right; "
                "columns without a field are kept with the row and otherwise left alone."
            ),
            self,
        )
        self._missing = MessageBar(around.icons, self)
        self._missing.setObjectName("missing_fields")
        self._list = QWidget(self)
        self._grid = QGridLayout(self._list)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(self._list)
        self._values = ValueMappings(around, session, self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self._title)
        box.addWidget(self._explained)
        box.addWidget(self._missing)
        row = QHBoxLayout()
        row.addWidget(area, 1)
        box.addLayout(row, 1)
        box.addWidget(self._values)
        session.inspected.connect(self._show)

    def enter(self) -> None:
        """Show the columns as they are matched now."""
        self._show()

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
        fields = [field.name for field in KINDS[seen.kind].fields] if seen.kind else []
        if len(self._rows) != len(seen.columns):
            self._build(len(seen.columns))
        for row, column in zip(self._rows, seen.columns, strict=True):
            row.show_column(column, fields)
        self._tell_missing(seen.missing_fields, has_kind=bool(seen.kind))
        self._values.show_mappings()
        self.edited.emit()

    def _build(self, count: int) -> None:
        for row in self._rows:
            row.remove()
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        for at, title in enumerate(
            (self.tr("In the file"), self.tr("Examples"), self.tr("Field"), self.tr("How sure"))
        ):
            self._grid.addWidget(secondary(title, self._list), 0, at)
        self._rows = [ColumnRow(self.around, index, self._list) for index in range(count)]
        for at, row in enumerate(self._rows, start=1):
            for place, widget in enumerate(row.widgets):
                self._grid.addWidget(widget, at, place, Qt.AlignmentFlag.AlignVCenter)
            row.field_chosen.connect(self._field_chosen)
        self._grid.setColumnStretch(1, 1)
        self._grid.setRowStretch(count + 1, 1)

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

    @Slot(int, str)
    def _field_chosen(self, index: int, field: str) -> None:
        if self.session.inspection is None:
            return
        columns = {at: column.field for at, column in enumerate(self.session.inspection.columns)}
        # A field has one column: the one chosen last.
        columns = {at: known for at, known in columns.items() if known and known != field}
        columns.pop(index, None)
        if field:
            columns[index] = field
        self.session.choose(replace(self.session.choices, columns=columns))
