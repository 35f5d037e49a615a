"""Holds the charts and what they compare; the plotting library is imported when first seen."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from co2desk.domain.activity import ActivityType
from co2desk.domain.activity_list import ActivityFilter
from co2desk.domain.footprint import MonthRow, ResultRow
from co2desk.models.footprint_series import (
    Share,
    Stacked,
    breakdown,
    stacked_labs,
    stacked_months,
    stacked_years,
)
from co2desk.views.export_name import follow_format
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.choice_box import ChoiceBox
from co2desk.views.widgets.text import secondary

if TYPE_CHECKING:
    from co2desk.views.results.plots import Plots

_MOST_LABS = 10


class Compared(StrEnum):
    """What the bars stand for."""

    YEARS = "years"
    MONTHS = "months"
    LABS = "labs"


class Charts(QWidget):
    """`wanted(ActivityFilter)` when a bar is clicked; `saved(Path)`, `not_saved(Path)` pictures.

    Months are known where one laboratory and one year are shown.
    """

    wanted = Signal(object)
    saved = Signal(object)
    not_saved = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._rows: Sequence[ResultRow] = ()
        self._months: Sequence[MonthRow] = ()
        self._filter = ActivityFilter()
        self._plots: Plots | None = None
        self._compare = ChoiceBox("charts_compare", self.tr("&Compare"), self)
        self._compare.offer(
            [
                (Compared.YEARS, self.tr("years")),
                (Compared.MONTHS, self.tr("months")),
                (Compared.LABS, self.tr("laboratories")),
            ]
        )
        self._compare.chosen.connect(self._compare_chosen)
        self._hint = secondary("", self)
        self._hint.setObjectName("charts_hint")
        self.save_button = QPushButton(self.tr("Save the &charts…"), self)
        self.save_button.setObjectName("charts_save")
        around.icons.put(self.save_button, "save")
        self.save_button.clicked.connect(self._choose_file)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._compare.label)
        row.addWidget(self._compare)
        row.addWidget(self._hint, 1)
        row.addWidget(self.save_button)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 8, 0, 0)
        self._box.setSpacing(8)
        self._box.addLayout(row)
        around.theme.changed.connect(self._redraw)

    def show_rows(
        self, rows: Sequence[ResultRow], months: Sequence[MonthRow], shown: ActivityFilter
    ) -> None:
        """Draw these results, which are those of the filter `shown`."""
        self._rows, self._months, self._filter = rows, months, shown
        self._redraw()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw for the first time."""
        super().showEvent(event)
        self._need_plots()

    def _need_plots(self) -> "Plots":
        if self._plots is None:
            # pyqtgraph costs 0.4 s: not while the window starts.
            from co2desk.views.results.plots import Plots

            self._plots = Plots(self._around, self)
            self._plots.bar_chosen.connect(self._bar_clicked)
            self._plots.share_chosen.connect(self._share_clicked)
            self._box.addWidget(self._plots, 1)
            self._redraw()
        return self._plots

    @Slot()
    def _redraw(self) -> None:
        if self._plots is None:
            return
        bars = self._bars()
        words = [self._word(key) for key in bars.keys]
        self._plots.draw(self._title(), bars, words, breakdown(self._rows))
        one_year = len(self._filter.lab_codes) == 1 and self._filter.year is not None
        self._hint.setText(
            self.tr("Choose a laboratory and a year to see its months.")
            if self._compare.value is Compared.MONTHS and not one_year
            else ""
        )

    def _bars(self) -> Stacked:
        match self._compare.value:
            case Compared.MONTHS:
                return stacked_months(self._months)
            case Compared.LABS:
                return stacked_labs(self._rows, _MOST_LABS)
        return stacked_years(self._rows)

    def _title(self) -> str:
        match self._compare.value:
            case Compared.MONTHS:
                return self.tr("By month")
            case Compared.LABS:
                return self.tr("By laboratory")
        return self.tr("By year")

    def _word(self, key: int | str) -> str:
        if self._compare.value is Compared.MONTHS and isinstance(key, int):
            locale = QLocale(self._around.messages.language)
            return locale.standaloneMonthName(key, QLocale.FormatType.ShortFormat)
        return str(key)

    @Slot(object)
    def _compare_chosen(self, _value: object) -> None:
        self._redraw()

    @Slot(object, object)
    def _bar_clicked(self, key: int | str, kind: ActivityType | None) -> None:
        labs, year = self._filter.lab_codes, self._filter.year
        first, last = None, None
        match self._compare.value:
            case Compared.LABS:
                labs = (str(key),)
            case Compared.MONTHS if year is not None:
                first, last = _month(year, int(key))
            case _:
                year = int(key)
        self.wanted.emit(
            ActivityFilter(
                lab_codes=labs, year=year, activity_type=kind, first_day=first, last_day=last
            )
        )

    @Slot(object)
    def _share_clicked(self, share: Share) -> None:
        self.wanted.emit(
            ActivityFilter(
                lab_codes=self._filter.lab_codes,
                year=self._filter.year,
                activity_type=share.activity_type,
                category=share.category,
            )
        )

    @Slot()
    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the charts"), "co2e.png")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(
            [self.tr("Picture (*.png)"), self.tr("Drawing (*.svg)"), "PDF (*.pdf)"]
        )
        follow_format(dialog)
        dialog.fileSelected.connect(self.save)
        dialog.open()

    @Slot(str)
    def save(self, name: str) -> None:
        """Save what is drawn: as a drawing (.svg, .pdf) by its name, else as a picture."""
        from co2desk.views.results.chart_file import save_chart

        path = Path(name)
        if save_chart(self._need_plots(), path):
            self.saved.emit(path)
        else:
            self.not_saved.emit(path)


def _month(year: int, month: int) -> tuple[date, date]:
    """The first and the last day of a month."""
    after = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), date.fromordinal(after.toordinal() - 1)
