"""The catalogue of emission factors: search, pages, details."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from co2desk.domain.factor import EmissionFactor, FactorType
from co2desk.domain.ids import LabId
from co2desk.domain.reference import Laboratory
from co2desk.domain.roles import Role
from co2desk.models.paged_table_model import PagedTableModel
from co2desk.services.manage_factors import FactorFilter, FactorPage, Factors
from co2desk.services.manage_labs import Laboratories
from co2desk.views.action_table import ActionId
from co2desk.views.entry_style import entry_style
from co2desk.views.errands import ask
from co2desk.views.export_name import ask_export_name
from co2desk.views.factors.factor_columns import factor_columns
from co2desk.views.factors.factor_form import FactorForm
from co2desk.views.factors.factor_loading import FactorLoading
from co2desk.views.factors.factor_panel import FactorPanel
from co2desk.views.page import Page
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.choice_box import ChoiceBox
from co2desk.views.widgets.data_table import DataTable
from co2desk.views.widgets.empty_state import EmptyState
from co2desk.views.widgets.message_bar import Tone
from co2desk.views.words import factor_type_word

_PAGE = 200


class FactorsPage(Page):
    """Found by words without accents; `kg CO₂e per unit` is what a factor says."""

    has_details = True

    def __init__(
        self,
        around: Surroundings,
        factors: Factors,
        labs: Laboratories,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(around, parent)
        self._factors = factors
        self._labs = labs
        self._is_admin = False
        self._managed: dict[LabId, str] = {}
        self._form: FactorForm | None = None
        self.loading = FactorLoading(around, factors, self)
        self.loading.loaded.connect(self._loaded)
        self.loading.refused.connect(self._refused)
        self._wanted = FactorFilter()
        self._chosen: EmissionFactor | None = None
        self.set_title(self.tr("Emission factors"))
        self.head.offer_search(self.tr("Search name, code, category"))
        self.head.searched.connect(self._searched)
        export = self.head.add_icon("export", self.tr("Export…"), "export")
        load = self.head.add_action("load_factors", self.tr("Load a set of factors…"), "imports")
        self._new = self.head.add_action("new_factor", self.tr("New factor…"), "add")
        for action, button, slot in (
            (ActionId.EXPORT, export, self._export),
            (ActionId.LOAD_FACTORS, load, self.loading.choose_file),
            (ActionId.NEW, self._new, self._new_factor),
        ):
            button.clicked.connect(slot)
            self.commands.answer(action, button)
        self._new.setEnabled(False)
        self._type = ChoiceBox("factor_type", self.tr("&Type"), self)
        self._type.offer(
            [
                (None, self.tr("All")),
                *((one, factor_type_word(one)) for one in FactorType),
            ]
        )
        self._type.chosen.connect(self._type_chosen)
        self.head.add_filter(self._type.label)
        self.head.add_filter(self._type)
        columns = factor_columns(around.formats, around.terms)
        self.model = PagedTableModel(columns, self)
        self.model.page_wanted.connect(self._fetch)
        self.table = DataTable(around, "factors_table", self)
        self.table.setAccessibleName(self.title)
        self.table.use(self.model, [column.width for column in columns])
        self.table.row_chosen.connect(self._show)
        empty = EmptyState(
            around.icons,
            "factors",
            self.tr("No factor found"),
            self.tr("Try fewer or other words; accents and capitals do not matter."),
            action=self.tr("Show all factors"),
            help_text=self.tr("What is an emission factor?"),
            help_topic="factors",
        )
        empty.action_chosen.connect(self._show_all)
        empty.help_wanted.connect(self.help_wanted)
        self.body.addWidget(self.table)
        self.body.addWidget(empty)
        self._panel = FactorPanel(around)
        self._edit = self._panel.add_button("factor_edit", self.tr("Edit…"), "edit")
        self._edit.clicked.connect(self._edit_factor)
        self.commands.answer(ActionId.CHANGE, self._edit)
        self.table.row_opened.connect(self._opened)

    def details(self) -> QWidget | None:
        """The factor selected."""
        return self._panel if self._chosen is not None else None

    def reload(self) -> None:
        """Search again."""
        self.model.begin()
        self.ask(lambda _: self._labs.search(), self._labs_came, lane="counting")

    def look_again(self) -> None:
        """Go on where the list broke off; what has come stays in front of the person."""
        if self.model.stalled and self.model.rows:
            self.model.go_on()
        else:
            self.reload()

    @Slot(int)
    def _fetch(self, generation: int) -> None:
        wanted, offset = self._wanted, len(self.model.rows)
        task = self.ask(
            lambda _: (generation, self._factors.search(wanted, offset, _PAGE)), self._came
        )
        task.failed.connect(self.model.page_failed)

    @Slot(object)
    def _came(self, came: tuple[int, FactorPage]) -> None:
        generation, page = came
        more = len(self.model.rows) + len(page.rows) < page.total and bool(page.rows)
        if self.model.page_came(generation, page.rows, more=more):
            self.body.setCurrentIndex(0 if self.model.rowCount() else 1)
            total = self.tr("%n factors", "", page.total)
            self.count(self.around.formats.counted(total, page.total))
            if self.model.rowCount() and not self.table.currentIndex().isValid():
                self.table.choose_row(0)

    @Slot(object)
    def _show(self, factor: EmissionFactor | None) -> None:
        self._chosen = factor
        self._allow_edit()
        if factor is not None:
            self._panel.show_factor(factor)
        self.details_changed.emit()

    @Slot(str)
    def _searched(self, text: str) -> None:
        self._wanted = replace(self._wanted, text=text, named=self.around.terms.holding(text))
        self.reload()

    @Slot(object)
    def _type_chosen(self, factor_type: FactorType | None) -> None:
        self._wanted = replace(self._wanted, factor_type=factor_type)
        self.reload()

    @Slot()
    def _show_all(self) -> None:
        self._type.choose(None)
        self.head.search.clear()
        self._wanted = FactorFilter()
        self.reload()

    @Slot(str)
    def _loaded(self, text: str) -> None:
        self.notes.say(Tone.GOOD, text)
        self.wrote.emit()

    @Slot(str)
    def _refused(self, text: str) -> None:
        self.notes.say(Tone.ERROR, text)

    @Slot(object)
    def _labs_came(self, labs: Sequence[Laboratory]) -> None:
        self._is_admin = any(lab.role is Role.ADMIN for lab in labs)
        self._managed = {
            lab.id: lab.code for lab in labs if lab.role in (Role.ADMIN, Role.LAB_MANAGER)
        }
        self._new.setEnabled(bool(self._managed))
        self._allow_edit()

    def _allow_edit(self) -> None:
        one = self._chosen
        allowed = one is not None and (self._is_admin or one.lab_id in self._managed)
        self._edit.setEnabled(allowed)
        self._edit.setToolTip("" if allowed else self.tr("Only administrators may change it."))

    @Slot(object)
    def _opened(self, _factor: EmissionFactor) -> None:
        if self._edit.isEnabled():
            self._edit_factor()

    @Slot()
    def _new_factor(self) -> None:
        self._open_form(None)

    @Slot()
    def _edit_factor(self) -> None:
        if self._chosen is not None:
            self._open_form(self._chosen)

    def _open_form(self, factor: EmissionFactor | None) -> None:
        style = entry_style(self.around.formats)
        labs = sorted(self._managed.values())
        self._form = FactorForm(self.around, self._factors, style, factor, labs, self)
        self._form.saved.connect(self._save)
        self._form.finished.connect(self._form_closed)
        self._form.open()

    @Slot()
    def _form_closed(self) -> None:
        self._form = None

    @Slot(object, bool)
    def _save(self, factor: EmissionFactor, recalculate: bool) -> None:
        ask(
            self.around.runner,
            lambda progress: self._factors.save(factor, recalculate=recalculate, progress=progress),
            self._saved,
            self._not_saved,
            label=self.tr("Saving the factor…"),
            lane="writing",
        )

    @Slot(object)
    def _not_saved(self, error: object) -> None:
        if self._form is not None:
            self._form.tell(error)
        else:
            self.tell_failure(error)

    @Slot(object)
    def _saved(self, factor: EmissionFactor) -> None:
        if self._form is not None:
            self._form.accept()
        self.notes.say(Tone.GOOD, self.tr("%1 was saved.").replace("%1", factor.code))
        self.wrote.emit()

    @Slot()
    def _export(self) -> None:
        ask_export_name(self, self.tr("Export factors"), "factors.xlsx", self.export_to)

    @Slot(str)
    def export_to(self, name: str) -> None:
        """Write what is filtered to a file."""
        wanted = self._wanted
        self.ask(lambda _: self._factors.export(Path(name), wanted), self._exported)

    @Slot(object)
    def _exported(self, count: int) -> None:
        text = self.tr("%n factors were exported.", "", count)
        self.notes.say(Tone.GOOD, self.around.formats.counted(text, count))
