"""The readable names of values that are stored: categories, subcategories, units."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from co2desk.desktop.messages import Messages
from co2desk.domain.plain_words import loses_letters, plain_words


@dataclass(frozen=True)
class Terms:
    """Names in the language of `messages` (`resources/messages/*/terms.toml`).

    Files, exports and the database keep the values. A value without a name is shown as it is, and
    a text that is no name is stored as it was typed.
    """

    messages: Messages

    def shown(self, field: str, value: str) -> str:
        """What the value of a field ("category", "subcategory", "unit") is called."""
        if name := self.messages.texts.get(f"terms.{field}.{value}"):
            return name
        return value.replace("*", "·") if field == "unit" else value

    def stored(self, field: str, text: str) -> str:
        """The value that a person means who types its name, case and accents ignored."""
        if f"terms.{field}.{text}" in self.messages.texts or loses_letters(text):
            return text
        typed = plain_words(text)
        known = self._names.get(field, {})
        return next((value for value, name in known.items() if plain_words(name) == typed), text)

    def holding(self, words: str) -> tuple[str, ...]:
        """The categories and subcategories whose names hold these words."""
        wanted = plain_words(words)
        if not wanted:
            return ()
        return tuple(
            value
            for field in ("category", "subcategory")
            for value, name in self._names.get(field, {}).items()
            if wanted in plain_words(name)
        )

    @cached_property
    def _names(self) -> Mapping[str, Mapping[str, str]]:
        names: dict[str, dict[str, str]] = {}
        for key, name in self.messages.texts.items():
            if key.startswith("terms."):
                _, field, value = key.split(".", 2)
                names.setdefault(field, {})[value] = name
        return names
