"""Results: what a laboratory's years add up to, as a table and as charts."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QLabel, QTabWidget, QWidget

from co2desk.domain.activity_list import ActivityFilter
from co2desk.domain.footprint import MonthRow, ResultRow
from co2desk.domain.ids import LabId
from co2desk.domain.reference import Laboratory
from co2desk.models.columns import ROW_ROLE
from co2desk.models.list_table_model import ListTableModel
from co2desk.services.administer import Administration
from co2desk.services.manage_labs import Laboratories
from co2desk.services.summarise import ResultFilter, Results
from co2desk.views.action_table import ActionId
from co2desk.views.export_name import ask_export_name
from co2desk.views.page import Page
from co2desk.views.places import PageId, Place
from co2desk.views.results.charts import Charts
from co2desk.views.results.publishing import Publishing
from co2desk.views.results.result_columns import result_columns
from co2desk.views.results.result_filters import ResultFilters
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.data_table import DataTable
from co2desk.views.widgets.empty_state import EmptyState
from co2desk.views.widgets.message_bar import Tone


class ResultsPage(Page):
    """Totals by laboratory, year, type and category; a row or a bar leads to its activities."""

    def __init__(
        self,
        around: Surroundings,
        results: Results,
        labs: Laboratories,
        administration: Administration,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(around, parent)
        self._results = results
        self._labs = labs
        self._administration = administration
        self._rows: Sequence[ResultRow] = ()
        self.set_title(self.tr("Results"))
        export = self.head.add_action("export", self.tr("Export…"), "export")
        publish = self.head.add_action("publish_year", self.tr("Publish the year…"), "shield")
        self._publishing = Publishing(around, administration, publish, self)
        self._publishing.done.connect(self._published)
        self._publishing.failed.connect(self.tell_not_done)
        self._report = self.head.add_action("year_report", self.tr("Report as PDF…"), "file")
        for action, button, slot in (
            (ActionId.EXPORT, export, self._export),
            (ActionId.YEAR_REPORT, self._report, self._ask_report_name),
        ):
            button.clicked.connect(slot)
            self.commands.answer(action, button)
        self._filters = ResultFilters(self.head)
        self._filters.changed.connect(self.reload)
        self._total = QLabel(self)
        self._total.setObjectName("results_total")
        self.head.add_filter(self._total)
        columns = result_columns(around.formats, around.terms)
        self._model = ListTableModel(columns, self)
        self.table = DataTable(around, "results_table", self)
        self.table.setAccessibleName(self.title)
        self.table.setSortingEnabled(True)
        self.table.use(self._model, [column.width for column in columns], stretch=3)
        self.table.row_opened.connect(self._open)
        self._charts = Charts(around, self)
        self._charts.wanted.connect(self._show_activities)
        self.commands.answer(ActionId.SAVE_CHARTS, self._charts.save_button)
        self.commands.answer(ActionId.SHOW_ACTIVITIES, self._show_all)
        self._charts.saved.connect(self._charts_saved)
        self._charts.not_saved.connect(self._charts_not_saved)
        self._tabs = QTabWidget(self)
        self._tabs.setObjectName("results_tabs")
        self._tabs.setDocumentMode(True)
        self._tabs.addTab(self._charts, around.icons.icon("results"), self.tr("Charts"))
        self._tabs.addTab(self.table, around.icons.icon("activities"), self.tr("Table"))
        empty = EmptyState(
            around.icons,
            "results",
            self.tr("Nothing to add up yet"),
            self.tr("Once activities are in the database, their CO₂e is added up here."),
            action=self.tr("Import a file…"),
            help_text=self.tr("How is CO₂e computed?"),
            help_topic="results",
        )
        empty.action_chosen.connect(self.import_wanted)
        empty.help_wanted.connect(self.help_wanted)
        nothing = EmptyState(
            around.icons,
            "search",
            self.tr("No activities here"),
            self.tr("Choose another laboratory or year."),
            action=self.tr("Show all"),
        )
        nothing.action_chosen.connect(self._drop_filter)
        self.body.addWidget(self._tabs)
        self.body.addWidget(empty)
        self.body.addWidget(nothing)

    def reload(self) -> None:
        """Read the totals again."""
        wanted, lab, year = self._filters.wanted, self._filters.lab, self._filters.year
        one_year = bool(lab) and year is not None
        self._report.setEnabled(one_year)
        self._report.setToolTip(
            "" if one_year else self.tr("Choose a laboratory and a year first.")
        )
        self.ask(
            lambda _: (
                self._results.rows(wanted),
                self._labs.search(),
                self._results.years(),
                self._results.months(lab, year) if lab and year is not None else (),
                self._administration.published_years(),
            ),
            self._came,
        )

    def show_place(self, wanted: object) -> None:
        """Show the results of one laboratory and year."""
        if isinstance(wanted, ResultFilter):
            self._filters.take(wanted)
            self.reload()

    @Slot()
    def _drop_filter(self) -> None:
        self.show_place(ResultFilter())

    @Slot(object)
    def _came(
        self,
        came: tuple[
            Sequence[ResultRow],
            Sequence[Laboratory],
            Sequence[int],
            Sequence[MonthRow],
            frozenset[tuple[LabId, int]],
        ],
    ) -> None:
        self._rows, known, years, months, published = came
        labs = [one.code for one in known]
        self._filters.offer(labs, years)
        chosen = [one for one in known if one.code == self._filters.lab]
        self._publishing.show(chosen[0] if chosen else None, self._filters.year, published)
        self._model.show_rows(self._rows)
        self._charts.show_rows(self._rows, months, self._filters.activities)
        filtered = self._filters.wanted != ResultFilter()
        self.body.setCurrentIndex(0 if self._rows else 2 if filtered else 1)
        total = sum((row.co2e_kg for row in self._rows), Decimal())
        missing = sum(row.missing_count for row in self._rows)
        text = self.around.formats.co2e(total) if self._rows else ""
        if missing:
            without = self.tr("%n activities without CO₂e", "", missing)
            text += " · " + self.around.formats.counted(without, missing)
        self._total.setText(text)
        count = sum(row.activity_count for row in self._rows)
        told = self.tr("%n activities", "", count)
        self.count(self.around.formats.counted(told, count))

    @Slot(object)
    def _show_activities(self, wanted: ActivityFilter) -> None:
        self.place_wanted.emit(Place(PageId.ACTIVITIES, wanted))

    @Slot(object)
    def _charts_saved(self, path: Path) -> None:
        text = self.tr("The charts are in %1.").replace("%1", path.name)
        self.notes.say(Tone.GOOD, text)

    @Slot(object)
    def _charts_not_saved(self, path: Path) -> None:
        text = self.tr("%1 cannot be written. Choose another folder or name.")
        self.notes.say(Tone.ERROR, text.replace("%1", path.name))

    @Slot(object)
    def _open(self, row: ResultRow) -> None:
        wanted = ActivityFilter(
            lab_codes=(row.lab_code,),
            year=row.year,
            activity_type=row.activity_type,
            category=row.category,
        )
        self.place_wanted.emit(Place(PageId.ACTIVITIES, wanted))

    @Slot(str)
    def _published(self, text: str) -> None:
        self.notes.say(Tone.GOOD, text)
        self.wrote.emit()

    @Slot()
    def _show_all(self) -> None:
        """The activities of the row in front of the person, else of all that is shown."""
        row = self.table.currentIndex().data(ROW_ROLE) if self.table.isVisible() else None
        if isinstance(row, ResultRow):
            self._open(row)
        else:
            self._show_activities(self._filters.activities)

    @Slot()
    def _ask_report_name(self) -> None:
        name = f"co2e-{self._filters.lab}-{self._filters.year}.pdf"
        dialog = QFileDialog(self, self.tr("Report of a year as PDF"), name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["PDF (*.pdf)"])
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(self.report_to)
        dialog.open()

    @Slot(str)
    def report_to(self, name: str) -> None:
        """Write the report of the laboratory and the year that are chosen."""
        path, lab, year = Path(name), self._filters.lab, self._filters.year
        if year is not None:
            self.ask(
                lambda _: (self._results.year_report(path, lab, year), path)[1],
                self._reported,
                label=self.tr("Writing the report…"),
                lane="exporting",
            )

    @Slot(object)
    def _reported(self, path: Path) -> None:
        self.notes.say(Tone.GOOD, self.tr("The report is in %1.").replace("%1", path.name))

    @Slot()
    def _export(self) -> None:
        ask_export_name(self, self.tr("Export results"), "results.xlsx", self.export_to)

    @Slot(str)
    def export_to(self, name: str) -> None:
        """Write what is filtered to a file."""
        wanted = self._filters.wanted
        self.ask(lambda _: self._results.export(Path(name), wanted), self._exported)

    @Slot(object)
    def _exported(self, count: int) -> None:
        text = self.tr("%n lines were exported.", "", count)
        self.notes.say(Tone.GOOD, self.around.formats.counted(text, count))
