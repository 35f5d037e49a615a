"""The table of activities parted by year, under the same program: what it gives, what it breaks.

The table is made anew from the server's own description of it, with the changes that docs/scale.md
names, so that policies, triggers, grants and foreign keys are those of the program.
"""

import re
import subprocess
import time
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

from psycopg import Connection, Error, sql

from co2desk.database.activities import Activities
from co2desk.database.unit_of_work import Database
from co2desk.desktop.postgres_binaries import child_environment
from tests.bench.clock import seconds
from tests.bench.figure import Figure
from tests.bench.pooled_site import PooledSite
from tests.bench.scale_table import Taken, read, timed, written
from tests.servers.account import account, give_away
from tests.servers.cluster import PASSWORD, SYSTEM_15

_YEARS = range(2020, 2027)
_COLUMNS = """
SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
WHERE attrelid = 'aside.activities'::regclass AND attnum > 0 AND attgenerated = ''
    AND NOT attisdropped
"""
_PARTITION = """
CREATE TABLE public.activities_{name} PARTITION OF public.activities {values};
ALTER TABLE public.activities_{name} OWNER TO co2calculator_owner;
ALTER TABLE public.activities_{name} ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.activities_{name} FORCE ROW LEVEL SECURITY;
"""


def parted(site: PooledSite, whole: Sequence[Taken]) -> Iterator[Figure]:
    """Put the table aside, part a copy of it, and hold it beside `whole`, taken before."""
    superuser = site.superuser
    description = _described(site)
    superuser.execute("CREATE SCHEMA aside")
    superuser.execute("ALTER TABLE public.activities SET SCHEMA aside")
    began = time.perf_counter()
    table, keys = _statements(description)
    refused = _run(superuser, table)
    for year in _YEARS:
        values = f"FOR VALUES FROM ('{year}-01-01') TO ('{year + 1}-01-01')"
        superuser.execute(_PARTITION.format(name=year, values=values))  # type: ignore[arg-type]
    superuser.execute(_PARTITION.format(name="other", values="DEFAULT"))  # type: ignore[arg-type]
    [columns] = site.one(_COLUMNS)
    superuser.execute("SET session_replication_role = replica")
    superuser.execute(
        f"INSERT INTO public.activities ({columns}) SELECT {columns} FROM aside.activities"  # type: ignore[arg-type]
    )
    superuser.execute("SET session_replication_role = origin")
    refused += _run(superuser, keys)
    superuser.execute("VACUUM ANALYZE public.activities")
    name = "parted by year"
    yield Figure(f"{name}: made from the whole one", time.perf_counter() - began, "s")
    yield Figure(f"{name}: statements refused", float(len(refused)), "", note="; ".join(refused))
    before = {taken.name: taken for taken in whole}
    for taken in chain(read(site), written(site)):
        known = before.get(taken.name)
        yield taken.beside(known, "whole", name) if known else taken.alone()
    yield from _moved(site, name)
    yield from _put_aside(site, name)


def _described(site: PooledSite) -> str:
    """What the server's own program says of the table."""
    folder = site.cluster.folder
    passwords = folder / "pgpass"
    passwords.write_text(f"*:*:*:*:{PASSWORD}\n", encoding="utf-8")
    passwords.chmod(0o600)
    give_away(passwords)
    way = site.superuser.info
    done = subprocess.run(
        [
            SYSTEM_15 / "pg_dump", "--schema-only", "--table=public.activities", "-d",
            f"host={folder} port={way.port} user=postgres dbname={way.dbname} passfile={passwords}",
        ],
        check=True, stdin=subprocess.DEVNULL, capture_output=True, text=True, cwd=Path(folder),
        env=child_environment(), **account(),
    )  # fmt: skip
    return done.stdout


def _statements(description: str) -> tuple[list[str], list[str]]:
    """Return how to make the table, and what comes once it is filled: keys and indexes."""
    # Neither its remarks, nor its settings of the session, nor what only psql understands.
    lines = [one for one in description.splitlines() if not one.startswith(("--", "\\", "SE"))]
    whole = "\n".join(lines).replace("ALTER TABLE ONLY", "ALTER TABLE")
    whole = re.sub(
        r"(CREATE TABLE public\.activities \(.*?\n\));",
        r"\1 PARTITION BY RANGE (date);",
        whole,
        flags=re.DOTALL,
    )
    whole = whole.replace("PRIMARY KEY (id)", "PRIMARY KEY (id, date)")
    statements = [one.strip() for one in re.split(r";\n", whole) if one.strip()]
    late = ("CREATE INDEX", "PRIMARY KEY", "FOREIGN KEY")
    keys = [one for one in statements if any(sign in one for sign in late)]
    return [one for one in statements if one not in keys], keys


def _run(superuser: Connection[Any], statements: Sequence[str]) -> list[str]:
    """Run each; returns what was refused, and why."""
    refused = []
    for statement in statements:
        try:
            superuser.execute(sql.SQL(statement))  # type: ignore[arg-type]
        except Error as error:
            refused.append(f"{' '.join(statement.split())[:60]}: {error.diag.message_primary}")
    return refused


def _moved(site: PooledSite, name: str) -> Iterator[Figure]:
    """A change of date to another year, by the person whose laboratory it is."""
    one = site.workstations[3]
    database = Database(one.way)
    with database.transaction() as session:
        activities = Activities(session)
        [before] = activities.page(limit=1).rows
        taken = seconds(
            lambda: activities.change(before.id, before.version, {"date": date(2022, 5, 1)})
        )
        after = activities.get(before.id)
    database.close()
    assert after is not None
    entries = site.superuser.execute(
        "SELECT count(*) FROM audit_logs WHERE entity_id = %s AND action = 'update'",
        (str(before.id),),
    ).fetchone()
    right = (
        after.version == before.version + 1 and after.date == date(2022, 5, 1) and entries == (1,)
    )
    yield Figure(f"{name}: a date moved to another year", taken * 1000, "ms")
    yield Figure(f"{name}: of it version, date and log wrong", float(not right), "", goal=0.0)
    [wrong] = site.one("SELECT rebuild_results()")
    yield Figure(f"{name}: results wrong after all this", float(str(wrong)), "", goal=0.0)


def _put_aside(site: PooledSite, name: str) -> Iterator[Figure]:
    """The oldest year goes: a partition in one step, row by row in the whole table."""
    superuser = site.superuser
    superuser.execute("SET session_replication_role = replica")
    detached = timed(site, "ALTER TABLE public.activities DETACH PARTITION public.activities_2021")
    deleted = timed(site, "DELETE FROM aside.activities WHERE date < '2022-01-01'")
    superuser.execute("SET session_replication_role = origin")
    yield Figure(f"{name}: a year put aside", detached, "s", deleted, None, "whole, deleted")
    [wrong] = site.one("SELECT rebuild_results()")
    yield Figure(
        f"{name}: results of that year that rebuild_results() then takes away",
        float(str(wrong)), "",
    )  # fmt: skip
