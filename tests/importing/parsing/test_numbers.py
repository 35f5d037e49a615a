"""Numbers as people write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from co2desk.domain.issue import IssueCode
from co2desk.importing.parsing.numbers import (
    NumberStyle,
    number_style,
    numbers_at_once,
    parse_number,
    parse_plain_number,
)

_OPEN = NumberStyle()
_SEPARATORS = ["", "'", "\u2019", " ", "\u00a0", "\u202f", "\u2009"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1'234.50", "1234.50"),
        ("1’234,50", "1234.50"),
        ("1 234,5", "1234.5"),
        ("1\u00a0234\u00a0567", "1234567"),
        ("1\u202f234,5", "1234.5"),
        ("12,5", "12.5"),
        ("0.123", "0.123"),
        ("1234.567", "1234.567"),
        ("1'234.567", "1234.567"),
        ("1.234.567", "1234567"),
        ("1,234,567.8", "1234567.8"),
        ("1.234,5", "1234.5"),
        ("80 %", "0.80"),
        ("80%", "0.80"),
        ("+3", "3"),
        ("-3,5", "-3.5"),
        ("−3", "-3"),
        ("3-", "-3"),
        ("(3)", "-3"),
        ("100.-", "100"),
        ("100.–", "100"),
        (".5", "0.5"),
        ("12.", "12"),
        ("7.5E-06", "0.0000075"),
        ("1e3", "1000"),
        (" 12 ", "12"),
    ],
)
def test_that_a_number_is_read_as_meant(text: str, number: str) -> None:
    assert parse_number(text, _OPEN) == Decimal(number)


@pytest.mark.parametrize(
    "text",
    [
        "NaN",
        "Infinity",
        "inf",
        "1e999",
        "viel",
        "１２",
        "١٢",
        "1_000",
        "0x10",
        "1'23",
        "1 23",
        "1,23,456",
        "1.2.3",
        "1'234’567",
        "12 kWh",
        ".",
        "-",
        "%",
        "e5",
        "1" * 61,
    ],
)
def test_that_what_is_no_number_is_refused(text: str) -> None:
    assert parse_number(text, _OPEN) is IssueCode.NOT_A_NUMBER


@pytest.mark.parametrize(
    ("column", "text", "number"),
    [
        (["1.234"], "1.234", None),
        (["12,5"], "1.234", None),
        (["12.5"], "1.234", "1.234"),
        (["12,5"], "1,234", "1.234"),
        (["12.5", "12,5"], "1.234", None),
        (["1.234,50"], "1.234", "1234"),
        (["1,234,567"], "1,234", "1234"),
        (["1.234,50", "12.5"], "1.234", None),
        (["1'234.5"], "1,234", None),
    ],
)
def test_that_a_column_decides_by_its_evidence_or_not_at_all(
    column: list[str], text: str, number: str | None
) -> None:
    read = parse_number(text, number_style(column))
    assert read == (IssueCode.AMBIGUOUS_NUMBER if number is None else Decimal(number))


@pytest.mark.parametrize(("mark", "number"), [(",", "1234"), (".", "1.234")])
def test_that_the_persons_answer_settles_it(mark: str, number: str) -> None:
    assert parse_number("1.234", number_style([], chosen=mark)) == Decimal(number)


@given(
    st.decimals(0, Decimal("999999999.99"), places=2),
    st.sampled_from(_SEPARATORS),
    st.sampled_from([".", ","]),
)
def test_that_what_people_write_is_read_back(number: Decimal, separator: str, mark: str) -> None:
    text = f"{number:,.2f}".replace(",", "\0").replace(".", mark).replace("\0", separator)
    assert parse_number(text, _OPEN) == number


@given(st.decimals(0, 10**9 - 1, places=3), st.sampled_from([".", ","]))
def test_that_three_decimals_are_right_once_the_mark_is_known(number: Decimal, mark: str) -> None:
    text = f"{number:.3f}".replace(".", mark)
    other = {".": ",", ",": "."}[mark]
    assert parse_number(text, number_style([f"12{mark}5"])) == number
    with_doubt = parse_number(text, number_style([f"12{other}5"]))
    assert with_doubt in (number, IssueCode.AMBIGUOUS_NUMBER)


@given(st.text(max_size=12))
def test_that_any_text_is_a_number_or_refused(text: str) -> None:
    read = parse_number(text, _OPEN)
    if isinstance(read, Decimal):
        assert read.is_finite()
        assert any(digit in text for digit in "0123456789")


@given(st.lists(st.text("0123456789.,'’ -%\n", max_size=9), min_size=1))
def test_that_reading_at_once_is_reading_one_by_one(texts: list[str]) -> None:
    numbers, doubtful = numbers_at_once(texts)
    assert len(numbers) == len(texts)
    assert numbers_at_once(["1\n2"]) == ([0], [0])
    for place, text in enumerate(texts):
        if place not in doubtful:
            for style in (_OPEN, NumberStyle(chosen=","), NumberStyle(chosen=".")):
                assert parse_number(text, style) == numbers[place]


@pytest.mark.parametrize("text", ["1.234", "1e-06", "-0.5", "12", "1.5E+20"])
def test_that_a_number_cell_is_read_with_its_point(text: str) -> None:
    assert parse_plain_number(text) == Decimal(text)


@pytest.mark.parametrize("text", ["1,5", "nan", "1e999", "", "."])
def test_that_a_number_cell_without_a_number_is_refused(text: str) -> None:
    assert isinstance(parse_plain_number(text), IssueCode)
