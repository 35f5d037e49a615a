"""The columns of activities."""

from PySide6.QtCore import QCoreApplication

from co2desk.desktop.terms import Terms
from co2desk.domain.activity import Co2eSource
from co2desk.domain.activity_list import ActivityColumn, ActivityRecord
from co2desk.models.columns import Column
from co2desk.models.formats import Formats
from co2desk.views.words import no_factor, type_word

translate = QCoreApplication.translate


def activity_columns(formats: Formats, terms: Terms) -> list[Column[ActivityRecord]]:
    """What is shown of an activity; keys are the columns that the server can sort by."""
    return [
        Column(
            ActivityColumn.DATE,
            translate("ActivityColumns", "Date"),
            lambda row: formats.day(row.date),
            width=84,
            editable=True,
            # ISO is the one order that no locale reads otherwise.
            edit_text=lambda row: row.date.isoformat(),
        ),
        Column(
            ActivityColumn.LAB,
            translate("ActivityColumns", "Laboratory"),
            lambda row: row.lab_code,
            width=88,
        ),
        Column(
            ActivityColumn.TYPE,
            translate("ActivityColumns", "Type"),
            lambda row: type_word(row.activity_type),
            copied=lambda row: row.activity_type.value,
            width=88,
        ),
        Column(
            ActivityColumn.CATEGORY,
            translate("ActivityColumns", "Category"),
            lambda row: terms.shown("category", row.category),
            width=98,
            editable=True,
            typed=lambda text: terms.stored("category", text),
            copied=lambda row: row.category,
        ),
        Column(
            ActivityColumn.SUBCATEGORY,
            translate("ActivityColumns", "Subcategory"),
            lambda row: terms.shown("subcategory", row.subcategory),
            width=106,
            editable=True,
            typed=lambda text: terms.stored("subcategory", text),
            copied=lambda row: row.subcategory,
        ),
        Column(
            ActivityColumn.QUANTITY,
            translate("ActivityColumns", "Quantity"),
            lambda row: formats.amount(row.quantity),
            tooltip=lambda row: formats.number(row.quantity),
            edit_text=lambda row: formats.number(row.quantity),
            numeric=True,
            width=88,
            editable=True,
        ),
        Column(
            ActivityColumn.UNIT,
            translate("ActivityColumns", "Unit"),
            lambda row: terms.shown("unit", row.unit),
            width=100,
            editable=True,
            typed=lambda text: terms.stored("unit", text),
            copied=lambda row: row.unit,
        ),
        Column(
            ActivityColumn.CO2E,
            translate("ActivityColumns", "kg CO₂e"),
            lambda row: co2e_text(row, formats),
            numeric=True,
            width=86,
            state=lambda row: "missing" if row.co2e_source is Co2eSource.MISSING else "",
            tooltip=_co2e_origin,
            copied=lambda row: co2e_text(row, formats, decimals=None),
        ),
        Column(
            ActivityColumn.FACTOR,
            translate("ActivityColumns", "Factor"),
            lambda row: row.factor_code,
            width=150,
            editable=True,
        ),
        Column(
            "note",
            translate("ActivityColumns", "Note"),
            lambda row: row.note,
            width=160,
            editable=True,
        ),
    ]


def co2e_text(row: ActivityRecord, formats: Formats, decimals: int | None = 1) -> str:
    """kg CO2e, or that there is no factor: never a zero in its place."""
    return no_factor() if row.co2e_kg is None else formats.number(row.co2e_kg, decimals)


def _co2e_origin(row: ActivityRecord) -> str:
    match row.co2e_source:
        case Co2eSource.FACTOR:
            return translate("ActivityColumns", "From the emission factor")
        case Co2eSource.OVERRIDE:
            return translate("ActivityColumns", "As given in the file or by hand")
        case Co2eSource.MISSING:
            return translate(
                "ActivityColumns", "No emission factor is known; this is missing, not zero"
            )
