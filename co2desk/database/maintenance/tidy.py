"""VACUUM ANALYZE and REINDEX CONCURRENTLY of all tables, with progress."""

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, LiteralString

import psycopg
from psycopg import sql

from co2desk.database.engine import ConnectionParameters
from co2desk.database.errors import translated
from co2desk.database.maintenance.long_statement import connect_without_limits, run_watched
from co2desk.domain.errors import DatabaseProblem, ErrorCode
from co2desk.domain.progress import NoProgress, Progress

_log = logging.getLogger(__name__)

# What the server reports while it works; blocks of the table, then of its indexes.
_VACUUM: LiteralString = """
    SELECT coalesce(max(CASE WHEN phase = 'scanning heap' THEN heap_blks_scanned
        ELSE heap_blks_total END), 0) FROM pg_stat_progress_vacuum WHERE pid = %s
"""
_REINDEX: LiteralString = """
    SELECT coalesce(max(blocks_done), 0) FROM pg_stat_progress_create_index WHERE pid = %s
"""
_IN_THE_WAY = "200ms"
# A REINDEX CONCURRENTLY that was stopped leaves its unfinished index behind.
_LEFT_BEHIND: LiteralString = """
    SELECT n.nspname, c.relname FROM pg_index AS i
    JOIN pg_class AS c ON c.oid = i.indexrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('public', 'pg_toast') AND NOT i.indisvalid
        AND c.relname ~ '_cc(new|old)[0-9]*$'
"""


def tidy_tables(
    parameters: ConnectionParameters,
    *,
    reindex: bool = False,
    progress: Progress = NoProgress(),
) -> None:
    """Clean up every table and refresh its statistics; with `reindex` rebuild all indexes too.

    People can go on working. Progress counts blocks of 8 kB.

    Raises:
        DatabaseProblem: MAINTENANCE_NOT_PERMITTED with the tables (the server itself would skip
            them without an error), NEEDS_DIRECT_CONNECTION, or what went wrong.
        Cancelled: the statement was stopped; what was finished stays finished.
    """
    if parameters.pooled:
        raise DatabaseProblem(ErrorCode.NEEDS_DIRECT_CONNECTION)
    with (
        translated(parameters.host, parameters.user),
        connect_without_limits(parameters) as worker,
        connect_without_limits(parameters) as watcher,
    ):
        tables = _tables(watcher)
        _require_right(watcher, parameters.user)
        sessions = _Sessions(worker, watcher, progress)
        sessions.run_on_all(tables, "VACUUM (ANALYZE) public.{}", _VACUUM, "vacuuming")
        if not reindex:
            return
        sessions.drop_left_behind()
        try:
            rebuild: LiteralString = "REINDEX TABLE CONCURRENTLY public.{}"
            sessions.run_on_all(tables, rebuild, _REINDEX, "reindexing")
        except BaseException:
            _drop_at_once(watcher)
            raise


@dataclass(frozen=True, slots=True)
class _Sessions:
    """One session that works, one that watches it, and who is told."""

    worker: psycopg.Connection[Any]
    watcher: psycopg.Connection[Any]
    progress: Progress

    def run_on_all(
        self,
        tables: list[tuple[str, int]],
        statement: LiteralString,
        measure: LiteralString,
        stage: str,
    ) -> None:
        """Run `statement` on one table after the other; `measure` asks how many blocks are done."""
        done, total = 0, sum(blocks for _, blocks in tables)
        for name, blocks in tables:
            report = self._reporter(measure, done, blocks, total, stage)
            run_watched(self.worker, sql.SQL(statement).format(sql.Identifier(name)), report)
            done += blocks
            self.progress.report(done, total, stage)

    def drop_left_behind(self) -> None:
        """Drop unfinished indexes of earlier runs; waits for whoever still uses their table."""
        for schema, name in self.watcher.execute(_LEFT_BEHIND).fetchall():
            _log.info("dropping the unfinished index %s", name)
            statement = sql.SQL("DROP INDEX CONCURRENTLY IF EXISTS {}")
            run_watched(
                self.worker,
                statement.format(sql.Identifier(schema, name)),
                lambda: self.progress.report(0, None, "reindexing"),
            )

    def _reporter(
        self, measure: LiteralString, before: int, blocks: int, total: int, stage: str
    ) -> Callable[[], None]:
        def report() -> None:
            row = self.watcher.execute(measure, (self.worker.info.backend_pid,)).fetchone()
            within = min(row[0] if row is not None else 0, blocks)
            self.progress.report(before + within, total, stage)

        return report


def _tables(connection: psycopg.Connection[Any]) -> list[tuple[str, int]]:
    """Return names and blocks, the smallest first; an empty table counts as one block."""
    rows = connection.execute(
        """
        SELECT c.relname, greatest(pg_relation_size(c.oid) / 8192, 1) FROM pg_class AS c
        WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY 2, 1
        """
    )
    return [(name, int(blocks)) for name, blocks in rows]


def _require_right(connection: psycopg.Connection[Any], user: str) -> None:
    # Owners may; since PostgreSQL 17 also whoever was given MAINTAIN.
    granted: LiteralString = (
        "has_table_privilege(c.oid, 'MAINTAIN')"
        if connection.info.server_version >= 170000
        else "false"
    )
    query: LiteralString = f"""
        SELECT c.relname FROM pg_class AS c
        WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
            AND NOT (pg_has_role(c.relowner, 'USAGE') OR {granted})
        ORDER BY 1
    """
    refused = [name for (name,) in connection.execute(query)]
    if refused:
        raise DatabaseProblem(
            ErrorCode.MAINTENANCE_NOT_PERMITTED, user=user, tables=", ".join(refused)
        )


def _drop_at_once(connection: psycopg.Connection[Any]) -> None:
    """Drop unfinished indexes unless somebody is in the way; the next run drops those."""
    with suppress(psycopg.Error):
        connection.execute(sql.SQL("SET lock_timeout = {}").format(sql.Literal(_IN_THE_WAY)))
        for schema, name in connection.execute(_LEFT_BEHIND).fetchall():
            connection.execute(sql.SQL("DROP INDEX {}").format(sql.Identifier(schema, name)))
