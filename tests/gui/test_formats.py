from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale

from co2desk.models.formats import Formats

GERMAN = QLocale.Language.German
FRENCH = QLocale.Language.French
ENGLISH = QLocale.Language.English
SWISS = QLocale.Country.Switzerland


def formats(language: QLocale.Language, country: QLocale.Country) -> Formats:
    return Formats.of(QLocale(language, country))


def test_that_numbers_follow_the_locale() -> None:
    value = Decimal("1234567.891")
    assert formats(GERMAN, SWISS).number(value, 2) == "1’234’567.89"
    assert formats(GERMAN, QLocale.Country.Germany).number(value, 2) == "1.234.567,89"
    assert formats(ENGLISH, QLocale.Country.UnitedKingdom).number(value, 0) == "1,234,568"


def test_that_no_digit_of_a_decimal_is_lost() -> None:
    swiss = formats(GERMAN, SWISS)
    assert swiss.number(Decimal("99999999999.1234")) == "99’999’999’999.1234"
    assert swiss.number(Decimal("0.0000075")) == "0.0000075"
    assert swiss.number(Decimal("1200.0000")) == "1’200"
    assert swiss.number(Decimal("-3.5")) == "−3.5"


@pytest.mark.parametrize(
    ("language", "country", "shown"),
    [
        (GERMAN, SWISS, "05.03.2025"),
        (FRENCH, SWISS, "05.03.2025"),
        (FRENCH, QLocale.Country.France, "05/03/2025"),
        (ENGLISH, QLocale.Country.UnitedStates, "03/05/2025"),
    ],
)
def test_that_dates_have_four_digit_years_and_line_up(
    language: QLocale.Language, country: QLocale.Country, shown: str
) -> None:
    assert formats(language, country).day(date(2025, 3, 5)) == shown


def test_that_large_footprints_are_told_in_tonnes() -> None:
    swiss = formats(GERMAN, SWISS)
    assert swiss.co2e(Decimal("197.34")) == "197.3 kg CO₂e"
    assert swiss.co2e(Decimal(41872)) == "41.9 t CO₂e"


def test_that_without_a_locale_dates_are_iso() -> None:
    assert Formats.of(QLocale.c()).day(date(2025, 12, 31)) == "2025-12-31"
