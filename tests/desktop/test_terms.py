"""Stored values have readable names in three languages, and names lead back to the values."""

import csv

import pytest

from co2desk.desktop.language import LANGUAGES
from co2desk.desktop.messages import Messages, read_texts
from co2desk.desktop.paths import resource
from co2desk.desktop.terms import Terms
from co2desk.domain.plain_words import plain_words
from co2desk.importing.kinds.words import CABINS, CATEGORIES, FUELS

FIELDS = ("category", "subcategory", "unit", "haul", "cabin_class")


def shipped(file: str, column: str) -> set[str]:
    with resource("factors", file).open(encoding="utf-8", newline="") as lines:
        return {row[column] for row in csv.DictReader(lines)} - {""}


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_value_that_ships_has_a_name_in_each_language(language: str) -> None:
    own = read_texts(resource("messages", language))
    files = [path.name for path in resource("factors").glob("*.csv")]
    wanted = {
        "category": set(CATEGORIES).union(*(shipped(file, "category") for file in files)),
        # Those of purchases are codes, each with a factor of its own.
        "subcategory": set(FUELS)
        | shipped("laboratory-reference.csv", "subcategory")
        | shipped("uk-government-2024.csv", "subcategory"),
        "cabin_class": set(CABINS),
    }
    assert len(wanted["category"]) > 40
    missing = [
        (field, value)
        for field, values in wanted.items()
        for value in values
        if f"terms.{field}.{value}" not in own
    ]
    assert not missing


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("field", FIELDS)
def test_that_a_name_leads_back_to_its_value_and_to_no_other(language: str, field: str) -> None:
    terms = Terms(Messages.load(language))
    values = [
        key.removeprefix(f"terms.{field}.")
        for key in terms.messages.texts
        if key.startswith(f"terms.{field}.")
    ]
    names = [plain_words(terms.shown(field, value)) for value in values]
    assert len(set(names)) == len(values) > 1
    for value in values:
        assert terms.stored(field, terms.shown(field, value)) == value
        assert terms.stored(field, value) == value


def test_that_what_is_no_name_stays_as_it_was_typed() -> None:
    german = Terms(Messages.load("de"))
    assert german.shown("category", "Solvents") == "Solvents"
    assert german.stored("category", "Solvents") == "Solvents"
    assert german.stored("category", "prozessgas") == "process_gas"
    # Letters that plain words leave out make it another word.
    assert german.stored("category", "Bus Ж") == "Bus Ж"
    assert german.stored("category", "") == ""


def test_that_words_lead_to_the_values_whose_names_hold_them() -> None:
    french = Terms(Messages.load("fr"))
    assert set(french.holding("procede")) == {"process_gas"}
    assert {"short/economy", "long/economy"} <= set(french.holding("courrier, éco"))
    assert french.holding("  ") == ()
