"""What was decided about columns of dates is told, and nothing where nothing was."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from co2desk.importing.date_readings import DateReading, date_readings
from co2desk.importing.parsing.dates import parse_date


def test_that_a_cell_that_decides_for_the_others_is_named() -> None:
    texts = {"03/04/2025": 2, "05/04/2025": 1, "13/04/2025": 4, "2025-01-02": 1}
    assert list(date_readings(3, texts, "")) == [
        DateReading(3, "dmy", 3, "03/04/2025", date(2025, 4, 3), "13/04/2025")
    ]


def test_that_what_a_person_said_names_no_cell() -> None:
    [one] = date_readings(0, {"03/04/2025": 1, "13/04/2025": 1}, "mdy")
    assert (one.order, one.day, one.proof) == ("mdy", date(2025, 3, 4), "")


def test_that_days_counted_by_a_spreadsheet_are_told_with_their_epoch() -> None:
    [one] = date_readings(0, {"45718": 2, "2025-01-02": 1}, "")
    assert (one.order, one.count, one.sample, one.day) == ("", 2, "45718", date(2025, 3, 2))
    [later] = date_readings(0, {"44256": 1}, "", epoch_1904=True)
    assert later.day == date(2025, 3, 2)


def test_that_dates_that_say_themselves_which_day_they_are_need_no_word() -> None:
    assert not list(date_readings(0, {"2025-03-04": 1, "04.03.2025": 1, "13/04/2025": 1}, ""))
    assert not list(date_readings(0, {"03/04/2025": 1}, "")), "this is a question to the person"
    assert not list(date_readings(0, {"5/5/2025": 1}, "dmy")), "either way the same day"


@given(
    st.dictionaries(
        st.builds(
            "{:02}/{:02}/{}".format,
            st.integers(1, 31), st.integers(1, 31), st.integers(1990, 2100),
        ),
        st.integers(1, 9),
        max_size=12,
    ),
    st.sampled_from(["", "dmy", "mdy"]),
)  # fmt: skip
def test_that_all_rows_that_a_decision_changed_are_counted(
    texts: dict[str, int], chosen: str
) -> None:
    readings = [one for one in date_readings(0, texts, chosen) if one.order]
    decided = sum(one.count for one in readings)
    order = readings[0].order if readings else chosen
    open_rows = sum(
        count
        for text, count in texts.items()
        if isinstance(parse_date(text, "dmy"), date)
        and isinstance(parse_date(text, "mdy"), date)
        and parse_date(text, "dmy") != parse_date(text, "mdy")
    )
    assert decided == (open_rows if order else 0)
