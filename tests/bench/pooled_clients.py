"""Many workstations import at once through PgBouncer: what is lost, doubled or not whole."""

import statistics
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import UUID

from co2desk.database.import_commit import send_import
from co2desk.database.unit_of_work import Database
from tests.bench.clock import Effort
from tests.bench.figure import Figure
from tests.bench.pooled_site import NEEDS, Workstation, is_possible, pooled_site
from tests.database.builders import good_row, import_of

ROWS = 1000
_FULL, _SHORT = (100, 10), (20, 2)
# Jobs that are whole, and whose rows lie in the laboratory of the person who sent them.
_RIGHT = f"""
SELECT count(*) FILTER (
    WHERE status = 'completed' AND rows_valid = {ROWS} AND found = {ROWS} AND made = {ROWS}
        AND right(db_role, 4) = right(code, 4)
)
FROM (
    SELECT j.status, j.rows_valid, u.db_role, l.code,
        (SELECT count(*) FROM import_rows r WHERE r.import_job_id = j.id) AS found,
        (SELECT count(*) FROM activities a JOIN import_rows r ON r.id = a.import_row_id
         WHERE r.import_job_id = j.id AND a.lab_id = j.lab_id) AS made
    FROM import_jobs j JOIN users u ON u.id = j.uploader_id JOIN laboratories l ON l.id = j.lab_id
) AS jobs
"""


def figures(effort: Effort, folder: Path) -> Iterator[Figure]:
    """Let all import at once; `folder` is not needed."""
    del folder
    clients, imports = _FULL if effort.full else _SHORT
    name = f"{clients} clients x {imports} imports of {ROWS:,} rows through PgBouncer"
    if not is_possible():
        yield Figure(name, None, "", note=NEEDS)
        return
    with pooled_site(clients) as site:
        began = time.perf_counter()
        with ThreadPoolExecutor(clients) as pool:
            done = list(pool.map(lambda one: _work(one, imports), site.workstations))
        taken = time.perf_counter() - began
        [right] = site.one(_RIGHT)
        ids = site.superuser.execute("SELECT id FROM import_jobs").fetchall()
        [summed] = site.one("SELECT coalesce(sum(activity_count), 0) FROM results")
    sent = [job for jobs, _ in done for job in jobs]
    there = {job for (job,) in ids}
    lost, doubled = len(set(sent) - there), len(there - set(sent))
    yield Figure(f"{name}: lost", float(lost), "imports", goal=0.0)
    yield Figure(f"{name}: doubled", float(doubled), "imports", goal=0.0)
    yield Figure(
        f"{name}: not whole and right", float(len(sent) - int(str(right))), "imports", goal=0.0
    )
    missing = len(sent) * ROWS - int(str(summed))
    yield Figure(f"{name}: missing in the results", float(missing), "activities", goal=0.0)
    rate = f"{len(sent) * ROWS / taken:,.0f} rows a second"
    yield Figure(f"{name}: all there after", taken, "s", note=rate)
    waits = sorted(wait for _, times in done for wait in times)
    slow = f"median; 95 % within {waits[len(waits) * 95 // 100]:.1f} s"
    yield Figure("of them one import", statistics.median(waits), "s", note=slow)


def _work(one: Workstation, imports: int) -> tuple[list[UUID], list[float]]:
    """Import one after the other; returns the jobs that were acknowledged, and the times."""
    database = Database(one.way)
    rows = [good_row(number) for number in range(1, ROWS + 1)]
    jobs: list[UUID] = []
    times: list[float] = []
    try:
        for _ in range(imports):
            wanted = import_of(one.lab, rows)
            began = time.perf_counter()
            jobs.append(send_import(database, wanted).job.id)
            times.append(time.perf_counter() - began)
    finally:
        database.close()
    return jobs, times
