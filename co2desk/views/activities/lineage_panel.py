"""Where one activity comes from: factor, import, file, line, cells, history."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from co2desk.domain.activity_list import ActivityRecord, Lineage
from co2desk.domain.errors import OF_THE_LINK
from co2desk.domain.people import AuditEntry
from co2desk.models.formats import Formats
from co2desk.services.browse_activities import Activities
from co2desk.views.errands import ask, failure_text
from co2desk.views.history_words import change_lines
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.details_panel import DetailsPanel, Section
from co2desk.views.words import field_word, no_factor, type_word

_HISTORY_SHOWN = 20


class LineagePanel(DetailsPanel):
    """Shows what is known at once, and the rest when the server has answered."""

    def __init__(
        self, around: Surroundings, activities: Activities, parent: QWidget | None = None
    ) -> None:
        super().__init__(around.icons, parent)
        self._around = around
        self._activities = activities
        self._shown: ActivityRecord | None = None
        self._is_cut_off = False

    def show_activity(self, record: ActivityRecord) -> None:
        """Show an activity, then fetch where it comes from."""
        self._shown = record
        self._is_cut_off = False
        self._show(record, [])
        ask(
            self._around.runner,
            lambda _: (self._activities.lineage(record.id), self._activities.history(record.id)),
            self._came,
            self._failed,
        )

    def link_is_back(self) -> None:
        """Fetch what could not be fetched."""
        if self._shown is not None and self._is_cut_off:
            self.show_activity(self._shown)

    @Slot(object)
    def _came(self, found: tuple[Lineage, Sequence[AuditEntry]]) -> None:
        lineage, history = found
        if self._shown is None or lineage.activity.id != self._shown.id:
            return
        formats = self._around.formats
        sections = [
            Section(self.tr("Where it comes from"), self._origin(lineage)),
        ]
        if lineage.cells:
            sections.append(Section(self.tr("As in the file"), list(lineage.cells.items())))
        changes = [
            line
            for entry in history[:_HISTORY_SHOWN]
            for line in change_lines(entry, self._around.messages, formats)
        ]
        if changes:
            sections.append(Section(self.tr("History"), changes))
        self._show(lineage.activity, sections)

    @Slot(object)
    def _failed(self, error: object) -> None:
        if self._shown is not None:
            self._is_cut_off = getattr(error, "code", None) in OF_THE_LINK
            text = failure_text(self._around.messages, error)
            self._show(self._shown, [Section("", [("", text)])])

    def _show(self, record: ActivityRecord, sections: list[Section]) -> None:
        formats = self._around.formats
        shown = self._around.terms.shown
        named = shown("category", record.category), shown("subcategory", record.subcategory)
        title = " / ".join(filter(None, named))
        figure = no_factor() if record.co2e_kg is None else formats.kg(record.co2e_kg)
        lines = [
            (self.tr("Date"), formats.day(record.date)),
            (self.tr("Laboratory"), record.lab_code),
            (self.tr("Type"), type_word(record.activity_type)),
            (self.tr("Quantity"), f"{formats.number(record.quantity)} {self._unit(record.unit)}"),
            *(
                (field_word(self._around.messages, name), self._around.terms.shown(name, text))
                for name, text in record.attributes.items()
            ),
        ]
        if record.note:
            lines.append((self.tr("Note"), record.note))
        self.show_details(
            title,
            figure,
            self._sum(record, formats),
            [Section("", lines), *sections],
            tone="warning" if record.co2e_kg is None else "",
        )

    def _sum(self, record: ActivityRecord, formats: Formats) -> str:
        if record.factor_value is None or record.co2e_kg is None:
            return ""
        return f"{formats.number(record.quantity)} {self._unit(record.unit)} × " + self.tr(
            "%1 (factor %2)"
        ).replace("%1", formats.number(record.factor_value)).replace("%2", record.factor_code)

    def _origin(self, lineage: Lineage) -> list[tuple[str, str]]:
        formats = self._around.formats
        lines = []
        if lineage.factor_name:
            version = f" (v{lineage.factor_version})" if lineage.factor_version else ""
            lines.append((self.tr("Factor"), lineage.factor_name + version))
        value = lineage.activity.factor_value
        if value is not None and lineage.factor_unit:
            per = f"{formats.number(value)} kg CO₂e / {self._unit(lineage.factor_unit)}"
            lines.append((self.tr("Value"), per))
        if lineage.factor_source:
            lines.append((self.tr("Source"), lineage.factor_source))
        if lineage.filename:
            lines.append((self.tr("File"), lineage.filename))
            if lineage.row_number:
                lines.append((self.tr("Line"), str(lineage.row_number)))
        else:
            lines.append((self.tr("File"), self.tr("entered by hand")))
        created = f"{lineage.created_by}, {formats.moment(lineage.created_at)}"
        lines.append((self.tr("Added by"), created))
        if lineage.updated_by and lineage.activity.version > 1:
            changed = f"{lineage.updated_by}, {formats.moment(lineage.activity.updated_at)}"
            lines.append((self.tr("Changed by"), changed))
        return lines

    def _unit(self, unit: str) -> str:
        return self._around.terms.shown("unit", unit)
