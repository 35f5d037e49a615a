"""What ships as emission factors is unambiguous and within what the database takes."""

import re
import unicodedata
from collections import Counter
from decimal import Decimal

from co2desk.desktop.paths import resource
from co2desk.offline.builtin_catalogue import builtin_reference, shipped_factors

_FACTORS = shipped_factors(resource())
_CURRENCIES = {"EUR", "USD"}
# The set counts what a battery car emits on the road, and charges its electricity elsewhere.
_NOTHING_AT_THE_EXHAUST = re.compile(r"Battery Electric Vehicle$|^WTT- biogas, Landfill gas$")


def test_that_every_code_is_unique() -> None:
    assert [code for code, n in Counter(f.code for f in _FACTORS).items() if n > 1] == []


def test_that_every_unit_is_known_in_its_normal_spelling() -> None:
    units = builtin_reference(resource()).units
    for unit in {factor.unit for factor in _FACTORS} - _CURRENCIES:
        assert units.normalised(unit) == unit


def test_that_every_currency_has_a_rate_for_each_year_that_laboratories_report() -> None:
    rates = builtin_reference(resource()).rates
    for currency in {factor.currency for factor in _FACTORS if factor.currency} | {"CHF"}:
        assert {year for year in range(2015, 2027) if (currency, year) not in rates} == set()


def test_that_a_factor_of_zero_is_meant() -> None:
    zero = [factor.name for factor in _FACTORS if factor.value == 0]
    assert zero
    assert [name for name in zero if not _NOTHING_AT_THE_EXHAUST.search(name)] == []


def test_that_values_keep_all_their_digits_in_the_database() -> None:
    for factor in _FACTORS:
        assert factor.value >= 0
        assert factor.value == round(factor.value, 10)
        assert factor.value < Decimal(10) ** 10


def test_that_one_name_and_unit_means_one_factor_within_a_set() -> None:
    same = Counter((f.code.split("-")[0], f.category, f.name, f.unit) for f in _FACTORS)
    assert [key for key, n in same.items() if n > 1] == []


def test_that_texts_are_composed_and_of_one_line() -> None:
    for factor in _FACTORS:
        for text in (factor.code, factor.name, factor.category, factor.subcategory, factor.source):
            assert unicodedata.is_normalized("NFC", text)
            assert text == text.strip()
            assert not any(unicodedata.category(mark).startswith("C") for mark in text)


def test_that_no_validity_ends_before_it_begins() -> None:
    for factor in _FACTORS:
        if factor.valid_from and factor.valid_to:
            assert factor.valid_from <= factor.valid_to
