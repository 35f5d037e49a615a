"""The reporting year that step 1 offers, from the dates as people write them."""

from pathlib import Path

import pytest

from co2desk.models.likely_year import likely_year
from co2desk.services.inspect_file import inspect_file


@pytest.mark.parametrize(
    "days",
    [
        ("09/02/25", "16/11/25", "31/12/24"),
        ("2/28/25", "3/31/25", "12/31/24"),
        ("3.4.2025", "4.4.2025", "1.1.2024"),
        ("45658", "45690", "45300"),
        ("5 mars 2025", "6 mars 2025", "1 mars 2024"),
    ],
)
def test_that_the_year_most_dates_are_in_is_offered(tmp_path: Path, days: tuple[str, ...]) -> None:
    file = tmp_path / "electricity 2019.csv"
    rows = "".join(f"{day};energy;electricity;{at};kWh\n" for at, day in enumerate(days))
    file.write_text("date;activity_type;category;quantity;unit\n" + rows)
    assert likely_year(inspect_file(file)) == 2025


def test_that_the_name_of_the_file_says_it_where_no_date_does(tmp_path: Path) -> None:
    file = tmp_path / "electricity 2019.csv"
    file.write_text("date;activity_type;category;quantity;unit\n?;energy;electricity;1;kWh\n")
    assert likely_year(inspect_file(file)) == 2019
