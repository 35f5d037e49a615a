"""The columns of results."""

from PySide6.QtCore import QCoreApplication

from co2desk.desktop.terms import Terms
from co2desk.domain.footprint import ResultRow
from co2desk.models.columns import Column, number_column
from co2desk.models.formats import Formats
from co2desk.views.words import type_word

translate = QCoreApplication.translate


def result_columns(formats: Formats, terms: Terms) -> list[Column[ResultRow]]:
    """What is shown of a total; one without CO2e of some activities says of how many."""
    return [
        Column(
            "lab", translate("ResultColumns", "Laboratory"), lambda row: row.lab_code, width=130
        ),
        Column(
            "year",
            translate("ResultColumns", "Year"),
            lambda row: str(row.year),
            width=70,
        ),
        Column(
            "type",
            translate("ResultColumns", "Type"),
            lambda row: type_word(row.activity_type),
            width=110,
        ),
        Column(
            "category",
            translate("ResultColumns", "Category"),
            lambda row: terms.shown("category", row.category),
            width=200,
        ),
        number_column(
            "co2e",
            translate("ResultColumns", "kg CO₂e"),
            lambda row: row.co2e_kg,
            formats,
            decimals=1,
            width=130,
        ),
        number_column(
            "count",
            translate("ResultColumns", "Activities"),
            lambda row: row.activity_count,
            formats,
            width=100,
        ),
        number_column(
            "missing",
            translate("ResultColumns", "Without CO₂e"),
            lambda row: row.missing_count,
            formats,
            nothing=lambda row: not row.missing_count,
            width=120,
            state=lambda row: "missing" if row.missing_count else "",
        ),
    ]
