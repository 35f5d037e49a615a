"""Every field and kind has a name in every language."""

import pytest

from co2desk.desktop.language import LANGUAGES
from co2desk.desktop.messages import Messages
from co2desk.importing.kinds.registry import KINDS


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_field_and_kind_has_a_name(language: str) -> None:
    messages = Messages.load(language)
    wanted = {f"kinds.{name}" for name in KINDS}
    wanted |= {f"fields.{field.name}" for kind in KINDS.values() for field in kind.fields}
    assert [key for key in sorted(wanted) if messages.text(key) == key] == []
    written = {key for key in messages.texts if key.startswith(("fields.", "kinds."))}
    assert written == wanted
