"""The same activities in a table partitioned by year: what it needs, and what it changes."""

import statistics
from collections.abc import Iterator
from dataclasses import replace
from typing import LiteralString

from psycopg import Connection

from co2desk.database import provision
from tests.bench.clock import seconds
from tests.bench.figure import Figure
from tests.bench.pooled_site import PooledSite

_YEARS = range(2021, 2026)
_NEW = 100_000
# Keys of a partitioned table hold the column that it is parted by; policies are the parent's.
_TABLES = {
    "parted": "PARTITION BY RANGE (date)",
    "whole": "",
}
_TABLE = """
CREATE TABLE twin.{name} (LIKE public.activities INCLUDING ALL EXCLUDING INDEXES) {how};
ALTER TABLE twin.{name} ENABLE ROW LEVEL SECURITY;
ALTER TABLE twin.{name} FORCE ROW LEVEL SECURITY;
GRANT SELECT ON twin.{name} TO co2calculator_app;
CREATE POLICY app_select ON twin.{name} FOR SELECT TO co2calculator_app
    USING (lab_id = ANY ((SELECT authz.my_labs('viewer'))::uuid[]));
"""
_INDEXES = """
ALTER TABLE twin.{name} ADD PRIMARY KEY (id, date);
CREATE INDEX ON twin.{name} (lab_id, date DESC, id);
CREATE INDEX ON twin.{name} (import_row_id) WHERE import_row_id IS NOT NULL;
CREATE INDEX ON twin.{name} (lab_id, year) WHERE co2e_kg IS NULL;
ALTER TABLE twin.{name} ADD FOREIGN KEY (lab_id) REFERENCES laboratories ON DELETE CASCADE;
ANALYZE twin.{name};
"""
_PARTITION = """
CREATE TABLE twin.parted_{year} PARTITION OF twin.parted
    FOR VALUES FROM ('{year}-01-01') TO ('{next}-01-01');
"""
_COPIED = """
INSERT INTO twin.{name} (lab_id, activity_type, category, subcategory, quantity, unit, co2e_kg,
    date, note, co2e_source, factor_value)
SELECT lab_id, activity_type, category, subcategory, quantity, unit, co2e_kg, date, note,
    co2e_source, factor_value
FROM public.activities {which}
"""
_PAGE = """
SELECT id, date, category, quantity FROM twin.{name} {which} ORDER BY date DESC, id LIMIT 200
"""


def partitions(site: PooledSite, rows: int) -> Iterator[Figure]:
    """Make both tables with the same rows, and hold one beside the other."""
    superuser = site.superuser
    superuser.execute("CREATE SCHEMA twin")
    superuser.execute("GRANT USAGE ON SCHEMA twin TO co2calculator_app")
    for name, how in _TABLES.items():
        superuser.execute(_TABLE.format(name=name, how=how))
    for year in _YEARS:
        superuser.execute(_PARTITION.format(year=year, next=year + 1))
    for name in _TABLES:
        _run(superuser, _COPIED.format(name=name, which=f"LIMIT {rows}"))
        superuser.execute(_INDEXES.format(name=name))

    among = f"parted by year, {rows:,} rows"
    with provision.connected(replace(site.workstations[0].way, port=site.cluster.port)) as viewer:
        for what, which in (
            ("newest page of all laboratories", ""),
            ("page of one year", "WHERE year = 2022"),
            ("page of one year, by dates", "WHERE date BETWEEN '2022-01-01' AND '2022-12-31'"),
        ):
            parted, whole = (
                _asked(viewer, _PAGE.format(name=name, which=which)) for name in _TABLES
            )
            yield Figure(f"{among}: {what}", parted, "ms", whole, None, "not parted", "median of 5")
    added = f"WHERE date >= '2025-01-01' LIMIT {_NEW}"
    parted, whole = (
        seconds(lambda: _run(superuser, _COPIED.format(name=name, which=added)))  # noqa: B023
        for name in _TABLES
    )
    yield Figure(f"{among}: {_NEW:,} rows added", parted, "s", whole, None, "not parted")
    gone = "ALTER TABLE twin.parted DETACH PARTITION twin.parted_2021"
    deleted = "DELETE FROM twin.whole WHERE date < '2022-01-01'"
    parted, whole = (seconds(lambda: _run(superuser, one)) for one in (gone, deleted))  # noqa: B023
    yield Figure(f"{among}: a year put aside", parted, "s", whole, None, "not parted")


def _asked(viewer: Connection[tuple[object, ...]], query: LiteralString) -> float:
    """Milliseconds, the median of five."""
    _run(viewer, query)
    return statistics.median(seconds(lambda: _run(viewer, query)) * 1000 for _ in range(5))


def _run(connection: Connection[tuple[object, ...]], statement: LiteralString) -> None:
    cursor = connection.execute(statement)
    if cursor.description:
        cursor.fetchall()
