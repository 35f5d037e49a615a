"""Dialects met in the wild are recognised from few lines."""

import pytest

from co2desk.importing.readers.dialects import detect_dialect
from tests.importing.readers.wild_dialects import wild_files

FILES = list(wild_files())


@pytest.mark.parametrize(
    ("text", "delimiter", "quote"), [file[1:] for file in FILES], ids=[file[0] for file in FILES]
)
def test_that_the_dialect_is_recognised(text: str, delimiter: str, quote: str) -> None:
    found = detect_dialect(text).dialect
    assert found.delimiter == delimiter
    assert not quote or found.quote == quote


def test_that_doubt_shows_in_the_confidence() -> None:
    clear = detect_dialect("a;b;c\n1,5;2;x\n2,5;3;y\n").confidence
    doubtful = detect_dialect("12,5\n13,7\n14,8\n").confidence
    assert clear > 0.85
    assert doubtful < 0.65


def test_that_one_cell_in_apostrophes_keeps_them() -> None:
    """It proves no other quote; two such cells, or a delimiter inside, would."""
    assert detect_dialect("name;note\na;'quoted'\nb;plain\n").dialect.quote == '"'
    assert detect_dialect("name;note\na;'x'\nb;'y'\n").dialect.quote == "'"
    assert detect_dialect("name;note\na;'x;y'\nb;plain\n").dialect.quote == "'"
