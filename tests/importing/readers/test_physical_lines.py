"""Lines are cut where an editor cuts them, however long the text is."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from co2desk.importing.readers import lines


@given(st.text(alphabet="ab\r\n", max_size=60), st.integers(1, 7))
def test_that_chunks_do_not_change_the_lines(text: str, chunk: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lines, "_CHUNK", chunk)
        assert list(lines.physical_lines(text)) == list(io.StringIO(text, newline=""))
