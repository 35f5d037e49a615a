"""People's spellings of towns and stations meet in one key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from co2desk.domain.place_name import place_key, place_keys


@pytest.mark.parametrize(
    ("spelling", "key"),
    [
        ("Genève", "geneve"),
        ("GENEVE", "geneve"),
        ("  Gene\u0300ve ", "geneve"),
        ("Aix-les-Bains", "aix les bains"),
        ("Biel/Bienne", "biel bienne"),
        ("Gießen", "giessen"),
        ("København", "kobenhavn"),
        ("L’Isle-d'Abeau", "l isle d abeau"),
        ("北京", ""),
    ],
)
def test_that_spellings_of_one_town_share_a_key(spelling: str, key: str) -> None:
    assert place_key(spelling) == key


@given(st.text())
def test_that_the_key_of_a_key_is_the_key(name: str) -> None:
    assert place_key(place_key(name)) == place_key(name)


@pytest.mark.parametrize(
    ("station", "town"),
    [
        ("Genève Cornavin", "geneve"),
        ("Zürich HB", "zurich"),
        ("Paris Gare de Lyon", "paris"),
        ("Milano Centrale", "milano"),
        ("Lyon Part-Dieu", "lyon"),
        ("Bruxelles-Midi", "bruxelles"),
        ("London St Pancras International", "london"),
    ],
)
def test_that_a_station_leads_to_its_town(station: str, town: str) -> None:
    assert place_keys(station)[-1] == town


def test_that_the_whole_name_is_tried_first() -> None:
    assert place_keys("Bad Ragaz Bahnhof") == ("bad ragaz bahnhof", "bad ragaz")
    assert place_keys("Nord") == ("nord",)
