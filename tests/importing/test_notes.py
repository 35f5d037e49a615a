"""Whatever a reader finds beside a table has its words in every language."""

import pytest

from co2desk.desktop.language import LANGUAGES
from co2desk.desktop.messages import read_texts
from co2desk.desktop.paths import resource
from co2desk.importing.table import Note


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_note_has_its_text_and_every_text_its_note(language: str) -> None:
    texts = read_texts(resource("messages", language))
    assert {key for key in texts if key.startswith("notes.")} == {f"notes.{note}" for note in Note}
    for note in set(Note) - {Note.DATE_EPOCH}:
        assert "{value}" in texts[f"notes.{note}"]
