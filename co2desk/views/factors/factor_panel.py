"""One emission factor, with the details of its family."""

from datetime import date

from PySide6.QtWidgets import QWidget

from co2desk.domain.factor import EmissionFactor
from co2desk.views.surroundings import Surroundings
from co2desk.views.widgets.details_panel import DetailsPanel, Section
from co2desk.views.words import factor_type_word


class FactorPanel(DetailsPanel):
    """What a factor has not is left out."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around.icons, parent)
        self._formats = around.formats
        self._terms = around.terms

    def show_factor(self, factor: EmissionFactor) -> None:
        """Show a factor."""
        unit = self._terms.shown("unit", factor.unit)
        self.show_details(
            factor.name,
            f"{self._formats.number(factor.value)} kg CO₂e / {unit}",
            "",
            [Section("", self._lines(factor))],
        )

    def _lines(self, factor: EmissionFactor) -> list[tuple[str, str]]:
        lines = [
            (self.tr("Code"), factor.code),
            (self.tr("Type"), factor_type_word(factor.factor_type)),
            (self.tr("Category"), self._terms.shown("category", factor.category)),
            (self.tr("Subcategory"), self._terms.shown("subcategory", factor.subcategory)),
            (self.tr("Source"), factor.source),
            (self.tr("Valid from"), self._day(factor.valid_from)),
            (self.tr("Valid until"), self._day(factor.valid_to)),
            (self.tr("Version"), str(factor.version)),
            (self.tr("Haul"), self._terms.shown("haul", factor.haul)),
            (self.tr("Cabin class"), self._terms.shown("cabin_class", factor.cabin_class)),
            (self.tr("Country"), self._terms.shown("subcategory", factor.country)),
            (self.tr("Energy carrier"), self._terms.shown("subcategory", factor.carrier)),
            (self.tr("Heating value"), factor.heating_value),
            (self.tr("Purchase code"), factor.purchase_code),
            (self.tr("Currency"), factor.currency),
            (self.tr("Justification"), factor.justification),
        ]
        return [(label, text) for label, text in lines if text]

    def _day(self, day: date | None) -> str:
        return self._formats.day(day) if day is not None else ""
