"""Maintenance works while people work, tells how far it is, and can be stopped at any moment."""

import time
from dataclasses import replace

import pytest

from co2desk.database import provision
from co2desk.database.maintenance.tidy import tidy_tables
from co2desk.domain.errors import Cancelled, DatabaseProblem, ErrorCode
from tests.database.operations.conftest import add_activities
from tests.postgres import DatabaseForTest

VACUUMED = """
    SELECT count(*) FROM pg_stat_user_tables
    WHERE schemaname = 'public' AND (last_vacuum IS NULL OR last_analyze IS NULL)
"""
INVALID = "SELECT count(*) FROM pg_index WHERE NOT indisvalid"


class Watching:
    def __init__(self, stop_after: int | None = None, stage: str = "") -> None:
        self.seen: list[tuple[int, int | None, str]] = []
        self.stop = (stop_after, stage)

    def report(self, done: int, total: int | None = None, stage: str = "") -> None:
        self.seen.append((done, total, stage))
        after, stopped = self.stop
        if stage == stopped and after is not None and done >= after:
            raise Cancelled


def test_that_every_table_is_cleaned_and_reindexed_with_progress(filled: DatabaseForTest) -> None:
    files = "SELECT relname, pg_relation_filenode(oid) FROM pg_class WHERE relname LIKE '%activ%'"
    before = dict(filled.execute(files + " AND relkind = 'i'"))
    watching = Watching()
    tidy_tables(filled.superuser, reindex=True, progress=watching)
    assert filled.execute(VACUUMED) == [(0,)]
    after = dict(filled.execute(files + " AND relkind = 'i'"))
    assert before.keys() == after.keys()
    assert all(after[name] != before[name] for name in before)
    for stage in ("vacuuming", "reindexing"):
        reported = [one for one in watching.seen if one[2] == stage]
        assert [done for done, _, _ in reported] == sorted(done for done, _, _ in reported)
        assert reported[-1][0] == reported[-1][1]


def test_that_the_migrating_login_may_and_a_person_is_told_why_not(filled: DatabaseForTest) -> None:
    filled.execute("ALTER ROLE co2calculator_migrator PASSWORD 'm'")
    tidy_tables(replace(filled.superuser, user=provision.MIGRATOR, password="m"))
    assert filled.execute(VACUUMED) == [(0,)]
    if filled.server.major >= 17:
        tidy_tables(filled.parameters("ada"), reindex=True)  # an administrator has MAINTAIN
    with pytest.raises(DatabaseProblem) as caught:
        tidy_tables(filled.parameters("mia"))
    assert caught.value.code is ErrorCode.MAINTENANCE_NOT_PERMITTED
    assert "activities" in caught.value.params["tables"]
    with pytest.raises(DatabaseProblem) as caught:
        tidy_tables(replace(filled.superuser, pooled=True))
    assert caught.value.code is ErrorCode.NEEDS_DIRECT_CONNECTION


class Impatient:
    """Stops when nothing has moved for a while."""

    def __init__(self) -> None:
        self.last: tuple[int, str] = (0, "")
        self.still = 0

    def report(self, done: int, total: int | None = None, stage: str = "") -> None:
        self.still = self.still + 1 if (done, stage) == self.last else 0
        self.last = (done, stage)
        if stage == "reindexing" and self.still > 3:
            raise Cancelled


def test_that_a_stopped_reindex_answers_at_once_and_is_cleaned_up(filled: DatabaseForTest) -> None:
    add_activities(filled, "LAB-A", 5_000)
    with provision.connected(filled.parameters("ada")) as reader:
        # An open transaction keeps REINDEX CONCURRENTLY waiting, for as long as we like.
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM activities")
        began = time.monotonic()
        with pytest.raises(Cancelled):
            tidy_tables(filled.superuser, reindex=True, progress=Impatient())
        assert time.monotonic() - began < 20
        reader.execute("ROLLBACK")
    tidy_tables(filled.superuser, reindex=True)
    assert filled.execute(INVALID) == [(0,)]
