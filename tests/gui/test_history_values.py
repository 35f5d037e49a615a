"""What the audit log says of a field, as a person writes it."""

import pytest
from PySide6.QtWidgets import QApplication

from co2desk.desktop.messages import Messages
from co2desk.models.formats import Formats
from co2desk.models.labelled import labelled
from co2desk.views.history_values import shown_value
from co2desk.views.translators import install_language
from tests.gui.conftest import SWISS


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("quantity", 3162.32, "3’162.32"),
        ("co2e_kg", "217650.1631", "217’650.1631"),
        ("date", "2025-12-31", "31.12.2025"),
        ("status", "completed", "committed"),
        ("activity_type", "travel", "travel"),
        ("kind", "activity", "Activities"),
        ("role", "lab_manager", "laboratory administrator"),
        ("active", True, "yes"),
        ("members", ["900001", "900002"], "900001, 900002"),
        ("members", [], "–"),
        ("note", None, "–"),
        ("year", 2025, "2025"),
        # what an older or a newer program wrote stands as it is
        ("status", "pondering", "pondering"),
        ("quantity", "much", "much"),
        ("date", "soon", "soon"),
    ],
)
def test_that_a_value_is_shown_as_a_person_writes_it(name: str, value: object, shown: str) -> None:
    assert shown_value(name, value, Messages.load("en"), Formats.of(SWISS)) == shown


def test_that_a_moment_has_no_fractions_of_a_second() -> None:
    moment = "2026-11-28T06:07:12.241795+00:00"
    shown = shown_value("completed_at", moment, Messages.load("en"), Formats.of(SWISS))
    assert shown.startswith(("28.11.2026", "27.11.2026", "29.11.2026"))
    assert len(shown) == len("28.11.2026 06:07")


def test_that_french_has_a_space_before_the_colon(qapp: QApplication) -> None:
    assert labelled("Row 3", "not a date") == "Row 3: not a date"
    translators = install_language(qapp, "fr")
    try:
        assert labelled("Ligne 3", "pas une date") == "Ligne 3\N{NO-BREAK SPACE}: pas une date"
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)
