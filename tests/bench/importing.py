"""The whole import and its undo, beside a bare COPY of the same rows into the same tables."""

import gc
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

from psycopg import sql

from co2desk.importing.checked import CheckChoices
from co2desk.services.check_file import check_file
from co2desk.services.import_file import CommitMode
from tests.bench.clock import Effort
from tests.bench.figure import Figure
from tests.bench.files import YEAR, activities_csv
from tests.bench.world import LABORATORY, World, world

_OF_COPY, _UNDO_OF_COMMIT = 1.8, 1.0
# What the two tables hold of an import, in the order in which they are filled.
_TABLES = ("import_rows", "activities")


def figures(effort: Effort, folder: Path) -> Iterator[Figure]:
    """Measure import, undo and COPY in turns, on tables that are emptied before each."""
    path = activities_csv(folder, effort.rows)
    wholes, commits, undos, copies = [], [], [], []
    computed: list[float] = []
    copied: list[float] = []
    with world() as made:
        bare: BareTables | None = None
        # The first turn warms everything up.
        for _ in range((effort.runs if effort.full else 1) + 1):
            empty(made)
            with made.computing() as import_computed:
                whole, commit = import_once(made, path)
            if bare is None:
                bare = BareTables(made)
            [job] = made.services.imports.jobs()
            settle(made)
            began = time.perf_counter()
            undone = made.services.imports.undo(job.id)
            undo = time.perf_counter() - began
            if undone.kept or undone.removed != effort.rows - effort.rows // 100:
                raise AssertionError(f"the undo removed {undone.removed} rows")
            wholes.append(whole)
            commits.append(commit)
            undos.append(undo)
            with made.computing() as copy_computed:
                copies.append(bare.copy(made))
            computed += import_computed
            copied += copy_computed
    whole, commit, undo, copy = (
        statistics.median(times[1:]) for times in (wholes, commits, undos, copies)
    )
    name, note = f"whole import of {effort.rows:,} rows", "" if effort.full else "one run"
    yield Figure(name, whole, "s", copy, _OF_COPY, "bare COPY", note)
    ours, theirs = statistics.median(computed[1:]), statistics.median(copied[1:])
    taken = f"processor time; {note}".removesuffix("; ")
    yield Figure(f"{name}, computing", ours, "s", theirs, _OF_COPY, "bare COPY", taken)
    yield Figure("of it the commit", commit, "s", copy, None, "bare COPY", note)
    yield Figure("undo of that import", undo, "s", commit, _UNDO_OF_COMMIT, "its commit", note)


def import_once(made: World, path: Path) -> tuple[float, float]:
    """Read, check and commit; returns the seconds of all and of the commit."""
    services = made.services
    settle(made)
    began = time.perf_counter()
    reference = services.references.for_laboratory(LABORATORY)
    done = check_file(path, reference, CheckChoices(lab_code=LABORATORY, year=YEAR))
    checked = time.perf_counter()
    services.import_file.commit(done, CommitMode.VALID_ONLY)
    ended = time.perf_counter()
    return ended - began, ended - checked


def settle(made: World) -> None:
    """Let neither side pay for what the other left behind."""
    made.execute("CHECKPOINT")
    gc.collect()


def empty(made: World) -> None:
    """Take everything that an import wrote out again, unseen by triggers."""
    made.execute("SET session_replication_role = replica")
    made.execute("TRUNCATE import_jobs, import_rows, activities, results, audit_logs CASCADE")
    made.execute("SET session_replication_role = origin")


class BareTables:
    """Copies of the two tables with their indexes, checks and foreign keys, and nothing else.

    The rows are those that the import just wrote.
    """

    def __init__(self, made: World) -> None:
        made.execute("CREATE SCHEMA bare")
        made.execute("CREATE TABLE bare.import_jobs (LIKE import_jobs INCLUDING ALL)")
        made.execute("INSERT INTO bare.import_jobs SELECT * FROM import_jobs")
        self._rows: dict[str, bytes] = {}
        self._columns: dict[str, sql.Composed] = {}
        for table in _TABLES:
            self._make(made, table)

    def copy(self, made: World) -> float:
        """Empty the tables and fill them again; returns the seconds of the COPY."""
        made.execute("TRUNCATE bare.import_rows, bare.activities")
        settle(made)
        began = time.perf_counter()
        with made.superuser.transaction():
            for table in _TABLES:
                query = sql.SQL("COPY {} ({}) FROM STDIN").format(
                    sql.Identifier("bare", table), self._columns[table]
                )
                with made.superuser.cursor().copy(query) as copy:
                    copy.write(self._rows[table])
        return time.perf_counter() - began

    def _make(self, made: World, table: str) -> None:
        name, copied = sql.Identifier("public", table), sql.Identifier("bare", table)
        made.superuser.execute(
            sql.SQL("CREATE TABLE {} (LIKE {} INCLUDING ALL)").format(copied, name)
        )
        keys = made.execute(
            """SELECT pg_get_constraintdef(oid) FROM pg_constraint
               WHERE conrelid = %s::regclass AND contype = 'f'""",
            f"public.{table}",
        )
        for (key,) in keys:
            # To the copies where there are some: an activity's row is among them.
            target = str(key).replace("REFERENCES import_", "REFERENCES bare.import_")
            made.superuser.execute(sql.SQL("ALTER TABLE {} ADD {}").format(copied, sql.SQL(target)))
        columns = made.execute(
            """SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass
               AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum""",
            f"public.{table}",
        )
        listed = sql.SQL(", ").join(sql.Identifier(str(column)) for (column,) in columns)
        self._columns[table] = listed
        query = sql.SQL("COPY (SELECT {} FROM {}) TO STDOUT").format(listed, name)
        with made.superuser.cursor().copy(query) as copy:
            self._rows[table] = b"".join(bytes(block) for block in copy)
