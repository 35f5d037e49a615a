"""Measures tables and indexes: size, use, dead rows and bloat."""

from dataclasses import replace

from sqlalchemy import Connection, text

from co2desk.domain.database_health import TableSize, UnusedIndex

# Reading a table for its bloat costs time; below this it cannot matter.
_WORTH_MEASURING = 1_000_000
# Measuring a table waits for whoever holds it alone, and just then one wants to look: of such a
# table the last estimate is taken.
_LOCKED = """
WITH locked AS (
    SELECT DISTINCT l.relation FROM pg_locks AS l
    JOIN pg_database AS d ON d.oid = l.database AND d.datname = current_database()
    WHERE l.mode = 'AccessExclusiveLock' AND l.pid <> pg_backend_pid()
)
"""


def table_sizes(connection: Connection) -> tuple[TableSize, ...]:
    """Return the tables of the program, the largest first."""
    rows = connection.execute(
        text(
            _LOCKED
            + """
            SELECT s.relname, greatest(c.reltuples, s.n_live_tup)::bigint,
                CASE WHEN locked.relation IS NULL THEN pg_table_size(s.relid)
                    ELSE c.relpages * current_setting('block_size')::bigint END,
                CASE WHEN locked.relation IS NULL THEN pg_indexes_size(s.relid) ELSE 0 END,
                s.n_dead_tup,
                greatest(s.last_vacuum, s.last_autovacuum),
                greatest(s.last_analyze, s.last_autoanalyze),
                locked.relation IS NOT NULL
            FROM pg_stat_user_tables AS s JOIN pg_class AS c ON c.oid = s.relid
                LEFT JOIN locked ON locked.relation = s.relid
            WHERE s.schemaname = 'public'
            ORDER BY 3 DESC, s.relname
            """
        )
    ).all()
    sizes = tuple(TableSize(*row[:-1]) for row in rows)
    locked = {row[0] for row in rows if row[-1]}
    measure = _bloat_function(connection)
    if not measure:
        return sizes
    return tuple(
        replace(one, bloat_percent=_bloat(connection, measure, one.name))
        if one.table_bytes >= _WORTH_MEASURING and one.name not in locked
        else one
        for one in sizes
    )


def unused_indexes(connection: Connection) -> tuple[UnusedIndex, ...]:
    """Return indexes that cost writing and space and served no query yet, the largest first."""
    rows = connection.execute(
        text(
            _LOCKED
            + """
            SELECT s.indexrelname, s.relname, pg_relation_size(s.indexrelid)
            FROM pg_stat_user_indexes AS s JOIN pg_index AS i USING (indexrelid)
            WHERE s.relid NOT IN (SELECT relation FROM locked)
                AND s.indexrelid NOT IN (SELECT relation FROM locked)
                AND s.schemaname = 'public' AND s.idx_scan = 0 AND NOT i.indisunique
                AND NOT i.indisexclusion
            ORDER BY 3 DESC, 1
            """
        )
    )
    return tuple(UnusedIndex(*row) for row in rows)


def _bloat_function(connection: Connection) -> str:
    """Return the quoted name of pgstattuple's quick function, "" where we may not call it."""
    name = connection.execute(
        text(
            """
            SELECT p.oid::regproc::text
            FROM pg_proc AS p
            JOIN pg_depend AS d ON d.objid = p.oid AND d.deptype = 'e'
            JOIN pg_extension AS e ON e.oid = d.refobjid AND e.extname = 'pgstattuple'
            WHERE p.proname = 'pgstattuple_approx' AND has_function_privilege(p.oid, 'EXECUTE')
            """
        )
    ).scalar()
    return str(name or "")


def _bloat(connection: Connection, measure: str, table: str) -> float:
    row = connection.execute(
        text(
            f"SELECT dead_tuple_percent + approx_free_percent "
            f"FROM {measure}(format('public.%I', CAST(:t AS text))::regclass)"
        ),
        {"t": table},
    ).scalar_one()
    return round(float(row), 1)
