"""What the words of a file are taken for, and which of them nobody knows."""

from dataclasses import replace

from co2desk.domain.reference import Reference
from co2desk.importing.checked import CheckChoices
from co2desk.importing.columns import recognise
from co2desk.importing.find_factors import find_factors
from co2desk.importing.lookups import Lookups
from co2desk.importing.vocabulary import Origin, Vocabulary, Word, vocabulary
from tests.importing.tables import table

ACTIVITIES = """date;activity_type;category;subcategory;quantity;unit;factor_code
02.01.2025;Energie;electricity;grid;1;kWh;CH-ELECTRICITY
03.01.2025;Spannung;Wärme;grid;2;Stündchen;CH-ELECTRICITY
04.01.2025;Spannung;electricity;grid;3;kWh;CH-ELECTRICITI
"""
PURCHASES = """name;total_spent_amount;currency;purchase_institutional_code;code description
Acetone;10;CHF;X-1;Organic chemicals
Ethanol;20;CHF;X-1;Other words
Laptop;30;CHF;334111;Computers
"""


def words_in(
    text: str, reference: Reference, choices: CheckChoices = CheckChoices(year=2025)
) -> Vocabulary:
    found = table(text)
    seen = recognise(found, choices.kind)
    lookups = Lookups(reference, choices, 2025)
    return vocabulary(found, seen.kind, seen.columns, choices, lookups)


def word(found: Vocabulary, text: str) -> Word:
    [one] = [word for word in found.words if word.text == text]
    return one


def test_that_unknown_words_come_first_with_their_rows(reference: Reference) -> None:
    found = words_in(ACTIVITIES, reference)
    unknown = [(one.field, one.text, one.count) for one in found.words[: found.unknown]]
    assert unknown == [
        ("activity_type", "Spannung", 2),
        ("unit", "Stündchen", 1),
        ("factor_code", "CH-ELECTRICITI", 1),
    ]
    assert word(found, "CH-ELECTRICITI").suggestion == "CH-ELECTRICITY"
    assert (word(found, "Energie").meaning, word(found, "Energie").origin) == (
        "energy",
        Origin.KNOWN,
    )
    assert [one.value for one in found.answers["activity_type"]] == [
        "travel", "energy", "purchase", "service",
    ]  # fmt: skip


def test_that_a_category_of_the_persons_own_is_no_unknown_word(reference: Reference) -> None:
    assert word(words_in(ACTIVITIES, reference), "Wärme").origin is Origin.FREE
    assert word(words_in(ACTIVITIES, reference), "electricity").origin is Origin.KNOWN


def test_that_what_was_said_and_what_is_remembered_are_told_apart(reference: Reference) -> None:
    said = CheckChoices(year=2025, values={("activity_type", "Spannung"): "energy"})
    one = word(words_in(ACTIVITIES, reference, said), "Spannung")
    assert (one.meaning, one.origin) == ("energy", Origin.CHOSEN)
    taught = replace(reference, value_mappings={("activity_type", "spannung"): "energy"})
    one = word(words_in(ACTIVITIES, taught), "Spannung")
    assert (one.meaning, one.origin) == ("energy", Origin.REMEMBERED)


def test_that_a_code_of_what_was_bought_says_what_the_file_says_of_it(
    reference: Reference,
) -> None:
    found = words_in(PURCHASES, reference)
    one = word(found, "X-1")
    assert (one.origin, one.count, one.about) == (Origin.UNKNOWN, 2, "Organic chemicals")
    assert word(found, "334111").origin is Origin.KNOWN
    said = CheckChoices(
        year=2025, values={("purchase_institutional_code", "X-1"): "USEPA-SC-325199"}
    )
    assert word(words_in(PURCHASES, reference, said), "X-1").origin is Origin.CHOSEN


def test_that_factors_are_found_by_any_of_their_words(reference: Reference) -> None:
    factors = reference.factors.values()
    codes = [one.factor.code for one in find_factors(factors, "Électricité CH ELECTRICITY")]
    assert codes[0] == "CH-ELECTRICITY"
    chemicals = find_factors(factors, "organic chemical and solvents")
    assert "Organic Chem" in chemicals[0].factor.name
    fits = [one.fit for one in chemicals]
    assert fits == sorted(fits, reverse=True)
    assert find_factors(factors, "xyzzy qwfp") == ()
    assert len(find_factors(factors, "", limit=7)) == 7
