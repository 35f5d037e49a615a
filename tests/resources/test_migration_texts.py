"""Every migration says what it does in every language, in the window and the terminal."""

import pytest

from co2desk.database import migrate
from co2desk.desktop.language import LANGUAGES
from co2desk.desktop.messages import Messages, read_texts
from co2desk.desktop.paths import migrations_dir, resource
from co2desk.services.change_schema import Revision, revision_title


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_migration_says_what_it_does(language: str) -> None:
    known = [step.id for step in migrate.known(migrations_dir())]
    texts = read_texts(resource("messages", language))
    said = {key.removeprefix("migrations."): text for key, text in texts.items()
            if key.startswith("migrations.")}  # fmt: skip
    assert sorted(said) == known, "resources/messages/*/migrations.toml"
    assert all(text.endswith(".") for text in said.values())
    assert len(set(said.values())) == len(known)


def test_that_the_english_text_is_what_the_migration_itself_says() -> None:
    messages = Messages.load("en")
    for step in migrate.known(migrations_dir()):
        assert revision_title(messages, step) == step.title


def test_that_no_language_repeats_another() -> None:
    steps = migrate.known(migrations_dir())
    for step in steps:
        titles = {revision_title(Messages.load(language), step) for language in LANGUAGES}
        assert len(titles) == len(LANGUAGES), step.id


def test_that_a_migration_without_a_text_says_its_own() -> None:
    assert revision_title(
        Messages.load("de"), Revision("999", "Its own words.", applied=False)
    ) == ("Its own words.")
