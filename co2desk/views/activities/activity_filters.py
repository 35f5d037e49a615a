"""The filters of the activities, as boxes that stay and chips that go."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from co2desk.desktop.terms import Terms
from co2desk.domain.activity import ActivityType, Co2eSource
from co2desk.domain.activity_list import ActivityFilter
from co2desk.views.widgets.choice_box import ChoiceBox
from co2desk.views.words import type_word


class ActivityFilters(QWidget):
    """`changed` when the person chose; `wanted` is the filter as it stands."""

    changed = Signal()

    def __init__(self, terms: Terms, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._terms = terms
        self.wanted = ActivityFilter()
        self._lab = ChoiceBox("filter_lab", self.tr("&Laboratory"), self)
        self._year = ChoiceBox("filter_year", self.tr("&Year"), self)
        self._type = ChoiceBox("filter_type", self.tr("&Type"), self)
        self._type.offer([(None, self.tr("All")), *((one, type_word(one)) for one in ActivityType)])
        self._source = ChoiceBox("filter_source", self.tr("&CO₂e"), self)
        self._source.offer(
            [
                (None, self.tr("All")),
                (Co2eSource.MISSING, self.tr("missing")),
                (Co2eSource.OVERRIDE, self.tr("as given")),
                (Co2eSource.FACTOR, self.tr("by factor")),
            ]
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for box in (self._lab, self._year, self._type, self._source):
            row.addWidget(box.label)
            row.addWidget(box)
            row.addSpacing(6)
            box.chosen.connect(self._chosen)

    def offer(self, lab_codes: Sequence[str], years: Sequence[int]) -> None:
        """Offer the laboratories and years that there are."""
        lab = self.wanted.lab_codes[0] if len(self.wanted.lab_codes) == 1 else None
        self._lab.offer([(None, self.tr("All")), *((code, code) for code in lab_codes)], lab)
        self._year.offer(
            [(None, self.tr("All")), *((year, str(year)) for year in years)], self.wanted.year
        )

    def show_filter(self, wanted: ActivityFilter) -> None:
        """Take a filter from elsewhere."""
        self.wanted = replace(wanted, named=self._terms.holding(wanted.text))
        self._lab.choose(wanted.lab_codes[0] if len(wanted.lab_codes) == 1 else None)
        self._year.choose(wanted.year)
        self._type.choose(wanted.activity_type)
        self._source.choose(wanted.co2e_source)

    def search(self, text: str) -> None:
        """Look for words too."""
        self.wanted = replace(self.wanted, text=text, named=self._terms.holding(text))

    def chips(self) -> Mapping[str, str]:
        """What is filtered, by key."""
        wanted = self.wanted
        chips = {
            "lab_codes": ", ".join(wanted.lab_codes),
            "year": str(wanted.year) if wanted.year else "",
            "activity_type": type_word(wanted.activity_type) if wanted.activity_type else "",
            "category": self._terms.shown("category", wanted.category),
            "co2e_source": self._source.currentText() if wanted.co2e_source else "",
            "first_day": _day(self.tr("from %1"), wanted.first_day),
            "last_day": _day(self.tr("until %1"), wanted.last_day),
            "import_job_id": self.tr("one import") if wanted.import_job_id else "",
        }
        return {key: text for key, text in chips.items() if text}

    def drop(self, key: str) -> None:
        """Take one filter away."""
        empty = ActivityFilter()
        self.show_filter(replace(self.wanted, **{key: getattr(empty, key)}))

    @Slot(object)
    def _chosen(self, _value: object) -> None:
        lab, year = self._lab.value, self._year.value
        kind, source = self._type.value, self._source.value
        self.wanted = replace(
            self.wanted,
            lab_codes=(str(lab),) if lab else (),
            year=year if isinstance(year, int) else None,
            activity_type=kind if isinstance(kind, ActivityType) else None,
            co2e_source=source if isinstance(source, Co2eSource) else None,
        )
        self.changed.emit()


def _day(words: str, day: date | None) -> str:
    return words.replace("%1", day.isoformat()) if day else ""
