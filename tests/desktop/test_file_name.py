"""A name that anybody may have chosen stays in its folder."""

from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from co2desk.desktop.file_name import safe_file_name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Énergie 2025.xlsx", "Énergie 2025.xlsx"),
        ("../../etc/passwd", "___.._etc_passwd"),
        ("..", "__"),
        ("", "_"),
        ("C:\\Windows\\system.ini", "C__Windows_system.ini"),
        ("aux.csv", "_aux.csv"),
        ("a\u202egnp.exe", "a_gnp.exe"),
        ("a\x00b\n", "a_b_"),
        ("%2e%2e%2fx", "_2e_2e_2fx"),
        ("trailing. ", "trailing__"),
    ],
)
def test_that_tricks_are_taken_out(name: str, safe: str) -> None:
    assert safe_file_name(name) == safe


def test_that_a_long_name_keeps_its_ending() -> None:
    safe = safe_file_name("é" * 300 + ".xlsx")
    assert safe.endswith("é.xlsx")
    assert len(safe.encode()) <= 180


@given(st.text(st.characters(exclude_categories=()), max_size=300))
def test_that_every_name_is_one_part_of_a_path(name: str) -> None:
    safe = safe_file_name(name)
    assert safe_file_name(safe) == safe
    assert 0 < len(safe.encode()) <= 180
    assert len(PurePosixPath(safe).parts) == len(PureWindowsPath(safe).parts) == 1
    assert not PureWindowsPath(safe).is_reserved()
    assert set(safe) != {"."}
