"""Dates as people write them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from co2desk.domain.issue import IssueCode
from co2desk.importing.parsing.dates import EARLIEST, LATEST, date_order, parse_date

_DAYS = st.dates(EARLIEST, LATEST)


@pytest.mark.parametrize(
    "text",
    [
        "2025-03-12",
        "2025/3/12",
        "12.03.2025",
        "12.3.25",
        "12. 3. 2025",
        "20250312",
        "2025-03-12T08:30:00Z",
        "12.03.2025 08:30",
        "12 March 2025",
        "12. März 2025",
        "12 mars 2025",
        "March 12, 2025",
        "12-Mar-25",
        "45728",
        "45728.35",
    ],
)
def test_that_a_date_is_read_as_meant(text: str) -> None:
    assert parse_date(text) == date(2025, 3, 12)


@pytest.mark.parametrize(
    "text",
    [
        "soon",
        "31.02.2025",
        "00.01.2025",
        "13.13.2025",
        "1989-12-31",
        "2101-01-01",
        "2025",
        "03.2025",
        "12-Foo-25",
        "9999-99-99",
        "infinity",
        "1'000",
        "٢٠٢٥-٠٣-١٢",
        "2025-03-12" * 9,
    ],
)
def test_that_what_is_no_date_is_refused(text: str) -> None:
    assert parse_date(text) is IssueCode.NOT_A_DATE


def test_that_day_and_month_that_can_be_swapped_are_a_question() -> None:
    assert parse_date("03/04/2025") is IssueCode.AMBIGUOUS_DATE
    assert parse_date("03/04/2025", "dmy") == date(2025, 4, 3)
    assert parse_date("03/04/2025", "mdy") == date(2025, 3, 4)
    assert parse_date("05/05/2025") == date(2025, 5, 5)


@pytest.mark.parametrize(
    ("column", "order"),
    [
        (["13/04/2025", "03/04/2025"], "dmy"),
        (["04/13/2025", "03/04/2025"], "mdy"),
        (["03/04/2025"], ""),
        (["13/04/2025", "04/13/2025"], ""),
        (["13.04.2025", "03/04/2025"], ""),
    ],
)
def test_that_a_column_proves_its_order_or_does_not(column: list[str], order: str) -> None:
    assert date_order(column) == order


@given(_DAYS)
def test_that_what_people_write_is_read_back(day: date) -> None:
    for written in (f"{day:%d.%m.%Y}", f"{day:%Y-%m-%d}", f"{day:%Y%m%d}", f"{day:%d %B %Y}"):
        assert parse_date(written) == day
    assert parse_date(f"{day:%d/%m/%Y}", "dmy") == day
    assert parse_date(f"{day:%m/%d/%Y}", "mdy") == day


@given(_DAYS)
def test_that_serial_numbers_count_from_both_epochs(day: date) -> None:
    assert parse_date(str((day - date(1899, 12, 30)).days)) == day
    serial = (day - date(1904, 1, 1)).days
    assert parse_date(str(serial), epoch_1904=True) == date(1904, 1, 1) + timedelta(serial)


@given(st.text(max_size=12), st.sampled_from(["", "dmy", "mdy"]))
def test_that_any_text_is_a_day_within_bounds_or_refused(text: str, order: str) -> None:
    day = parse_date(text, order)
    assert isinstance(day, IssueCode) or EARLIEST <= day <= LATEST
