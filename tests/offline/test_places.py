"""People's words for a town find the town."""

from pathlib import Path

import pytest

from co2desk.desktop.paths import resource
from co2desk.domain.place_name import place_key, place_keys
from co2desk.domain.reference import Station
from co2desk.offline.places import load_stations

_STATIONS = load_stations(resource("stations.csv.gz"))


def _found(name: str, country: str) -> list[Station]:
    for key in place_keys(name):
        towns = [town for town in _STATIONS.get(key, ()) if town.country == country]
        if towns:
            return towns
    return []


@pytest.mark.parametrize(
    ("country", "names"),
    [
        ("CH", "Geneva Genève Genf Ginevra GENEVE Genève-Cornavin"),
        ("CH", "Zürich Zurich Zuerich Zurigo"),
        ("CH", "Basel Bâle Basle Basilea"),
        ("CH", "Sion Sitten"),
        ("CH", "Biel Bienne Biel/Bienne"),
        ("CH", "Visp Viège"),
        ("DE", "München Munich Muenchen Monaco_di_Baviera"),
        ("DE", "Köln Cologne Koeln"),
        ("AT", "Wien Vienna Vienne"),
        ("IT", "Milano Milan Mailand Milano_Centrale"),
        ("IT", "Bolzano Bozen"),
        ("FR", "Paris Paris_Gare_de_Lyon"),
        ("FR", "Strasbourg Straßburg Strassburg"),
        ("BE", "Bruxelles Brussels Brüssel Bruxelles-Midi"),
        ("CZ", "Praha Prague Prag"),
    ],
)
def test_that_all_names_of_a_town_find_it(country: str, names: str) -> None:
    towns = [_found(name.replace("_", " "), country) for name in names.split()]
    assert all(len(found) == 1 for found in towns)
    assert len({found[0].name for found in towns}) == 1


def test_that_towns_of_one_name_are_all_found_the_largest_first() -> None:
    towns = _found("Villeneuve", "FR")
    assert len(towns) > 1
    assert [town.population for town in towns] == sorted(
        (town.population for town in towns), reverse=True
    )


def test_that_an_invented_town_is_not_found() -> None:
    assert not _found("Entenhausen-Nord", "DE")


def test_that_every_key_in_the_file_is_as_a_lookup_makes_it() -> None:
    assert [key for key in _STATIONS if place_key(key) != key or not key] == []


def test_that_a_comma_in_a_name_is_no_column(tmp_path: Path) -> None:
    import gzip

    file = tmp_path / "stations.csv.gz"
    file.write_bytes(
        gzip.compress(
            b"name,country,latitude,longitude,population,keys\n"
            b'"Sils, Segl",CH,46.43,9.77,700,sils segl|segl\n'
        )
    )
    assert load_stations(file)["segl"] == (Station("Sils, Segl", "CH", 46.43, 9.77, 700),)
