"""The columns of emission factors."""

from PySide6.QtCore import QCoreApplication

from co2desk.desktop.terms import Terms
from co2desk.domain.factor import EmissionFactor
from co2desk.models.columns import Column
from co2desk.models.formats import Formats
from co2desk.views.words import factor_type_word

translate = QCoreApplication.translate


def factor_columns(formats: Formats, terms: Terms) -> list[Column[EmissionFactor]]:
    """What is shown of a factor."""
    return [
        Column("code", translate("FactorColumns", "Code"), lambda factor: factor.code, width=150),
        Column("name", translate("FactorColumns", "Name"), lambda factor: factor.name, width=260),
        Column(
            "value",
            translate("FactorColumns", "kg CO₂e"),
            lambda factor: formats.number(factor.value),
            numeric=True,
            width=100,
        ),
        Column(
            "unit",
            translate("FactorColumns", "per"),
            lambda factor: terms.shown("unit", factor.unit),
            copied=lambda factor: factor.unit,
            width=110,
        ),
        Column(
            "category",
            translate("FactorColumns", "Category"),
            lambda factor: terms.shown("category", factor.category),
            copied=lambda factor: factor.category,
            width=120,
        ),
        Column(
            "type",
            translate("FactorColumns", "Type"),
            lambda factor: factor_type_word(factor.factor_type),
            width=90,
        ),
        Column(
            "source", translate("FactorColumns", "Source"), lambda factor: factor.source, width=160
        ),
    ]
