"""A file of the program's own says what is wrong with it in the person's language."""

from contextlib import closing
from pathlib import Path

import pytest

from co2desk.desktop.language import LANGUAGES
from co2desk.desktop.messages import Messages
from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.offline.sealed_json import BrokenSealError, seal, unseal
from co2desk.offline.sqlite_file import create_file
from co2desk.offline.sqlite_trouble import FileFormat, Trouble

_FORMAT = FileFormat(7, (("CREATE TABLE thing (name TEXT)",),), ErrorCode.BAD_PACK)


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_trouble_has_words(language: str) -> None:
    texts = Messages.load(language).texts
    assert [trouble for trouble in Trouble if f"details.{trouble}" not in texts] == []


def test_that_a_missing_folder_and_a_taken_name_are_told_apart(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("somebody's")
    troubles = {}
    for path in (taken, tmp_path / "no folder" / "file"):
        with pytest.raises(UnusableInput) as caught:
            create_file(path, _FORMAT)
        troubles[path.name] = caught.value.params["detail"]
    assert troubles == {"taken": "already_there", "file": "folder_missing"}
    assert taken.read_text() == "somebody's"


@pytest.mark.parametrize("value", [None, 1, "é\udc80\x00", [1, [2]], {"a": {"b": "c"}}])
def test_that_a_sealed_value_is_read_back(value: object) -> None:
    assert seal(value).isascii()
    assert unseal(seal(value)) == value


@pytest.mark.parametrize("text", ["", "00000000", "xxxxxxxx[]", "é"])
def test_that_a_changed_text_is_noticed(text: str) -> None:
    with pytest.raises(BrokenSealError):
        unseal(text)


def test_that_the_schema_of_a_file_is_not_trusted(tmp_path: Path) -> None:
    with closing(create_file(tmp_path / "a", _FORMAT)) as made:
        assert made.execute("PRAGMA trusted_schema").fetchone() == (0,)
