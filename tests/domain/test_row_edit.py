"""A correction and its inverse cancel out."""

from hypothesis import given
from hypothesis import strategies as st

from co2desk.domain.row_edit import CellEdit, EditAction, EditStep, SkipEdit

_TEXT = st.none() | st.text(max_size=5)
_CELLS = st.lists(
    st.builds(CellEdit, st.integers(0, 3), st.integers(0, 3), before=_TEXT, after=_TEXT)
)
_SKIPS = st.lists(st.builds(SkipEdit, st.integers(0, 3), before=st.booleans(), after=st.booleans()))


@given(_CELLS, _SKIPS)
def test_that_the_inverse_of_the_inverse_is_the_step(
    cells: list[CellEdit], skips: list[SkipEdit]
) -> None:
    step = EditStep(EditAction.PASTE, tuple(cells), tuple(skips))
    assert step.inverse.inverse == step


def test_that_two_edits_of_one_cell_are_undone_last_first() -> None:
    step = EditStep(
        EditAction.EDIT,
        (CellEdit(2, 0, "a", "b"), CellEdit(2, 0, "b", "c")),
        (SkipEdit(5, before=False, after=True),),
    )
    assert step.inverse.cells == (CellEdit(2, 0, "c", "b"), CellEdit(2, 0, "b", "a"))
    assert step.inverse.skips == (SkipEdit(5, before=True, after=False),)
    assert step.rows == {2, 5}
