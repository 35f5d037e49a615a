"""Numbers of a sheet become text alone or in a column with others, and mean the same number."""

from hypothesis import given
from hypothesis import strategies as st

from co2desk.importing.readers.cells import number_text, to_text

# Beyond it whole numbers are not exact, and no amount is as large.
_NUMBERS = (
    st.floats(-1e14, 1e14)
    | st.integers(-(10**14), 10**14).map(float)
    | st.sampled_from([1e-7, -0.0])
)


@given(st.lists(_NUMBERS, min_size=1))
def test_that_a_number_has_one_text_whatever_stands_beside_it(column: list[float]) -> None:
    texts, _ = to_text([[value] for value in column])
    assert [text for (text,) in texts] == [number_text(value) for value in column]
    assert [float(text) for (text,) in texts] == column


@given(st.lists(st.text() | st.floats(-1e14, 1e14), min_size=1))
def test_that_text_between_numbers_stays_as_it_is(column: list[str | float]) -> None:
    texts, _ = to_text([[value] for value in column])
    for (text,), value in zip(texts, column, strict=True):
        assert text == (value if isinstance(value, str) else number_text(value))
