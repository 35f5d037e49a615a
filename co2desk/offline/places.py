"""Airports and towns from the shipped data, read when the first one is asked for."""

import gzip
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from co2desk.domain.reference import Airport, Station


def load_airports() -> Mapping[str, Airport]:
    """Airports by IATA code (some 8,000), from the package airportsdata."""
    import airportsdata  # only travel needs it

    return {
        iata: Airport(
            iata=iata,
            name=entry["name"],
            city=entry["city"],
            country=entry["country"],
            latitude=entry["lat"],
            longitude=entry["lon"],
        )
        for iata, entry in airportsdata.load("IATA").items()
    }


def load_stations(file: Path) -> Mapping[str, tuple[Station, ...]]:
    """Towns by place key, the largest first, from `stations.csv.gz`.

    A town is found by its name and by its other names; towns of one name share the key.
    """
    return _Stations(file)


class _Stations(Mapping[str, tuple[Station, ...]]):
    """Keeps the lines as they are and makes stations of those that are asked for."""

    def __init__(self, file: Path) -> None:
        lines = gzip.decompress(file.read_bytes()).decode("utf-8").splitlines()[1:]
        self._lines_by_key: dict[str, list[str]] = defaultdict(list)
        for line in lines:
            for key in line[line.rindex(",") + 1 :].split("|"):
                self._lines_by_key[key].append(line)
        self._lines_by_key.default_factory = None

    def __getitem__(self, key: str) -> tuple[Station, ...]:
        return tuple(map(_station, self._lines_by_key[key]))

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines_by_key)

    def __len__(self) -> int:
        return len(self._lines_by_key)


def _station(line: str) -> Station:
    # Only the name may hold a comma; it is quoted then.
    name, country, latitude, longitude, population, _keys = line.rsplit(",", 5)
    return Station(
        name=name.strip('"').replace('""', '"'),
        country=country,
        latitude=float(latitude),
        longitude=float(longitude),
        population=int(population),
    )
