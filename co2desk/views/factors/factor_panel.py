"""One emission factor, with the details of its family."""

from datetime import date

from PySide6.QtWidgets import QWidget

from co2desk.domain.factor import EmissionFactor
from co2desk.models.formats import Formats
from co2desk.views.factors.factor_columns import shown_unit
from co2desk.views.icons import Icons
from co2desk.views.widgets.details_panel import DetailsPanel, Section
from co2desk.views.words import factor_type_word


class FactorPanel(DetailsPanel):
    """What a factor has not is left out."""

    def __init__(self, icons: Icons, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(icons, parent)
        self._formats = formats

    def show_factor(self, factor: EmissionFactor) -> None:
        """Show a factor."""
        self.show_details(
            factor.name,
            f"{self._formats.number(factor.value)} kg CO₂e / {shown_unit(factor.unit)}",
            "",
            [Section("", self._lines(factor))],
        )

    def _lines(self, factor: EmissionFactor) -> list[tuple[str, str]]:
        lines = [
            (self.tr("Code"), factor.code),
            (self.tr("Type"), factor_type_word(factor.factor_type)),
            (self.tr("Category"), factor.category),
            (self.tr("Subcategory"), factor.subcategory),
            (self.tr("Source"), factor.source),
            (self.tr("Valid from"), self._day(factor.valid_from)),
            (self.tr("Valid until"), self._day(factor.valid_to)),
            (self.tr("Version"), str(factor.version)),
            (self.tr("Haul"), factor.haul),
            (self.tr("Cabin class"), factor.cabin_class),
            (self.tr("Country"), factor.country),
            (self.tr("Energy carrier"), factor.carrier),
            (self.tr("Heating value"), factor.heating_value),
            (self.tr("Purchase code"), factor.purchase_code),
            (self.tr("Currency"), factor.currency),
            (self.tr("Justification"), factor.justification),
        ]
        return [(label, text) for label, text in lines if text]

    def _day(self, day: date | None) -> str:
        return self._formats.day(day) if day is not None else ""
