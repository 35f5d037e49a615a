"""The same activities in a table partitioned by year: what it needs, and what it changes."""

import statistics
from collections.abc import Iterator
from typing import LiteralString

from psycopg import Connection

from co2desk.database import provision
from tests.bench.clock import seconds
from tests.bench.figure import Figure
from tests.bench.pooled_site import PooledSite

_YEARS = range(2021, 2026)
_NEW = 100_000
# Keys of a partitioned table hold the column that it is parted by; policies are the parent's.
_TABLE = """
CREATE SCHEMA parted;
GRANT USAGE ON SCHEMA parted TO co2calculator_app;
CREATE TABLE parted.activities (LIKE public.activities INCLUDING ALL EXCLUDING INDEXES)
    PARTITION BY RANGE (date);
ALTER TABLE parted.activities ADD PRIMARY KEY (id, date);
CREATE INDEX ON parted.activities (lab_id, date DESC, id);
CREATE INDEX ON parted.activities (import_row_id) WHERE import_row_id IS NOT NULL;
CREATE INDEX ON parted.activities (lab_id, year) WHERE co2e_kg IS NULL;
ALTER TABLE parted.activities ADD FOREIGN KEY (lab_id) REFERENCES laboratories ON DELETE CASCADE;
ALTER TABLE parted.activities ENABLE ROW LEVEL SECURITY;
ALTER TABLE parted.activities FORCE ROW LEVEL SECURITY;
GRANT SELECT ON parted.activities TO co2calculator_app;
CREATE POLICY app_select ON parted.activities FOR SELECT TO co2calculator_app
    USING (lab_id = ANY ((SELECT authz.my_labs('viewer'))::uuid[]));
"""
_PARTITION = """
CREATE TABLE parted.activities_{year} PARTITION OF parted.activities
    FOR VALUES FROM ('{year}-01-01') TO ('{next}-01-01');
"""
_COPIED = """
INSERT INTO {table} (lab_id, activity_type, category, subcategory, quantity, unit, co2e_kg, date,
    note, co2e_source, factor_value)
SELECT lab_id, activity_type, category, subcategory, quantity, unit, co2e_kg, date, note,
    co2e_source, factor_value
FROM public.activities {which}
"""
_PAGE = """
SELECT id, date, category, quantity FROM {table} {which} ORDER BY date DESC, id LIMIT 200
"""


def partitions(site: PooledSite, rows: int) -> Iterator[Figure]:
    """Make and fill the table, and hold it beside the one that is not parted."""
    superuser = site.superuser
    superuser.execute(_TABLE)
    for year in _YEARS:
        superuser.execute(_PARTITION.format(year=year, next=year + 1))
    superuser.execute("SET session_replication_role = replica")
    fill = _COPIED.format(table="parted.activities", which=f"LIMIT {rows}")
    yield Figure("parted by year: filled in", seconds(lambda: _run(superuser, fill)), "s")
    superuser.execute("SET session_replication_role = origin")
    superuser.execute("ANALYZE parted.activities")

    person = site.workstations[0].way
    with provision.connected(person) as viewer:
        for name, which in (
            ("newest page of all laboratories", ""),
            ("page of one year", "WHERE year = 2022"),
            ("page of one year, by dates", "WHERE date BETWEEN '2022-01-01' AND '2022-12-31'"),
        ):
            parted, whole = (
                statistics.median(
                    seconds(lambda: _run(viewer, _PAGE.format(table=table, which=which)))  # noqa: B023
                    for _ in range(5)
                )
                for table in ("parted.activities", "public.activities")
            )
            yield Figure(
                f"parted by year: {name}", parted * 1000, "ms", whole * 1000, None, "not parted"
            )
    added = f"WHERE date >= '2025-01-01' LIMIT {_NEW}"
    parted, whole = (
        seconds(lambda: _run(superuser, _COPIED.format(table=table, which=added)))  # noqa: B023
        for table in ("parted.activities", "public.activities")
    )
    note = "the latter with all its triggers and keys"
    yield Figure(
        f"parted by year: {_NEW:,} rows added", parted, "s", whole, None, "not parted", note
    )
    gone = "ALTER TABLE parted.activities DETACH PARTITION parted.activities_2021"
    yield Figure("parted by year: a year put aside", seconds(lambda: _run(superuser, gone)), "s")


def _run(connection: Connection[tuple[object, ...]], statement: LiteralString) -> None:
    cursor = connection.execute(statement)
    if cursor.description:
        cursor.fetchall()
