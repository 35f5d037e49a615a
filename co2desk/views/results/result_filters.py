"""The laboratory and the year whose results are shown."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from co2desk.domain.activity_list import ActivityFilter
from co2desk.services.summarise import ResultFilter
from co2desk.views.widgets.choice_box import ChoiceBox
from co2desk.views.widgets.page_header import PageHeader


class ResultFilters(QObject):
    """Two boxes in the head of the view; `changed` when a person chooses in one of them."""

    changed = Signal()

    def __init__(self, head: PageHeader) -> None:
        super().__init__(head)
        self._lab = ChoiceBox("results_lab", self.tr("&Laboratory"), head)
        self._year = ChoiceBox("results_year", self.tr("&Year"), head)
        for box in (self._lab, self._year):
            head.add_filter(box.label)
            head.add_filter(box)
            box.chosen.connect(self._chosen)

    @property
    def lab(self) -> str:
        """The code of the laboratory, "" for all."""
        return str(self._lab.value or "")

    @property
    def year(self) -> int | None:
        """The year, None for all."""
        return self._year.value if isinstance(self._year.value, int) else None

    @property
    def wanted(self) -> ResultFilter:
        """Which results are shown."""
        return ResultFilter(lab_codes=(self.lab,) if self.lab else (), year=self.year)

    @property
    def activities(self) -> ActivityFilter:
        """The activities that are behind what is shown."""
        return ActivityFilter(lab_codes=(self.lab,) if self.lab else (), year=self.year)

    def offer(self, labs: Sequence[str], years: Sequence[int]) -> None:
        """Offer these, and keep what is chosen, also where nothing is left of it."""
        every = self.tr("All")
        if self.lab:
            labs = sorted({*labs, self.lab})
        if self.year is not None:
            years = sorted({*years, self.year}, reverse=True)
        self._lab.offer([(None, every), *((code, code) for code in labs)], self._lab.value)
        self._year.offer([(None, every), *((year, str(year)) for year in years)], self._year.value)

    def take(self, wanted: ResultFilter) -> None:
        """Choose a laboratory and a year that may be newer than what was offered."""
        lab = wanted.lab_codes[0] if len(wanted.lab_codes) == 1 else None
        self._lab.offer([(lab, lab or self.tr("All"))], lab)
        self._year.offer([(wanted.year, str(wanted.year or self.tr("All")))], wanted.year)

    @Slot(object)
    def _chosen(self, _value: object) -> None:
        self.changed.emit()
