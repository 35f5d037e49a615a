"""Amounts that people read: one look for a column, and nothing made 0 that is not."""

from decimal import Decimal

import pytest

from co2desk.domain.amount_texts import decimals_of, kilograms, plain_number, with_decimals


def test_that_decimals_have_no_exponent_and_no_needless_zeros():
    texts = ("1E+3", "0.0000075", "197.3000", "0E-4")
    assert [plain_number(Decimal(text)) for text in texts] == ["1000", "0.0000075", "197.3", "0"]


@pytest.mark.parametrize(
    ("kg", "text"),
    [
        ("288.0000", "288.0"),
        ("0.25", "0.3"),
        ("1E+3", "1000.0"),
        ("0", "0.0"),
        ("0.05", "0.1"),
        ("0.0499", "<0.1"),
        ("-0.01", ">-0.1"),
    ],
)
def test_that_kilograms_have_one_decimal_and_a_little_is_not_nothing(kg: str, text: str):
    assert kilograms(Decimal(kg)) == text


def test_that_a_column_takes_the_decimals_of_its_most_exact_amount():
    amounts = [Decimal("1200.0000"), Decimal("12.25"), Decimal(0)]
    assert decimals_of(amounts) == 2
    assert [with_decimals(amount, 2) for amount in amounts] == ["1200.00", "12.25", "0.00"]


def test_that_no_digit_is_lost_to_the_look_of_a_column():
    amounts = [Decimal("0.0000075"), Decimal(3)]
    assert decimals_of(amounts) == 4
    assert [with_decimals(amount, 4) for amount in amounts] == ["0.0000075", "3.0000"]
