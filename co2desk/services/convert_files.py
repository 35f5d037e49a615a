"""Writes the data tables of many files as plain CSV, each by itself, and stops at none."""

import csv
import multiprocessing
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from co2desk.domain.errors import Co2deskError, ErrorCode, UnusableInput
from co2desk.domain.progress import NoProgress, Progress
from co2desk.importing.readers import open_source, read_table
from co2desk.services.export_table import replaced_when_done

# Below this, starting other processes costs more than they save.
_FEW_FILES = 24
_FILES_PER_JOB = 16


@dataclass(frozen=True, slots=True)
class Converted:
    """What became of one file; `problem` is None when `target` was written with `rows` rows."""

    source: Path
    target: Path
    rows: int = 0
    problem: Co2deskError | None = None


def convert_files(
    paths: Sequence[Path], folder: Path, progress: Progress = NoProgress()
) -> Iterator[Converted]:
    """Write the data table of each file to `folder`, under the file's own name, in their order.

    UTF-8, comma, every field in double quotes, CRLF; header row first; preamble and footers left
    out; cells exactly as text. A bad file, even one at which a reader crashes, is told and the
    others go on. A second file of one name, or a file that would be overwritten by its own
    table, is refused.

    Raises:
        UnusableInput: CANNOT_WRITE_FILE where `folder` cannot be made.
        Cancelled: asked for through `progress`.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnusableInput(
            ErrorCode.CANNOT_WRITE_FILE, path=folder, detail=error.strerror or error
        ) from error
    jobs = list(_jobs(paths, folder))
    results = map(_convert, jobs) if len(jobs) < _FEW_FILES else _convert_many(jobs)
    for done, converted in enumerate(results, start=1):
        yield converted
        progress.report(done, len(jobs), "converting")


@dataclass(frozen=True, slots=True)
class _Job:
    source: Path
    target: Path
    refused: bool = False


def _jobs(paths: Sequence[Path], folder: Path) -> Iterator[_Job]:
    taken: set[str] = set()
    for path in paths:
        target = folder / path.name
        name = os.path.normcase(target.name)
        itself = target.exists() and path.exists() and target.samefile(path)
        yield _Job(path, target, refused=name in taken or itself)
        taken.add(name)


def _convert(job: _Job) -> Converted:
    if job.refused:
        refusal = UnusableInput(
            ErrorCode.CANNOT_WRITE_FILE, path=job.target, detail="another_file_of_this_name"
        )
        return Converted(job.source, job.target, problem=refusal)
    try:
        table = read_table(open_source(job.source))
        with (
            replaced_when_done(job.target) as partial,
            partial.open("w", encoding="utf-8", errors="surrogatepass", newline="") as file,
        ):
            writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
            if table.header_row:
                writer.writerow(table.header)
            writer.writerows(table.rows)
    except Co2deskError as problem:
        return Converted(job.source, job.target, problem=problem)
    return Converted(job.source, job.target, rows=len(table.rows))


def _convert_batch(jobs: Sequence[_Job]) -> list[Converted]:
    return [_convert(job) for job in jobs]


def _convert_many(jobs: Sequence[_Job]) -> Iterator[Converted]:
    batches = [jobs[at : at + _FILES_PER_JOB] for at in range(0, len(jobs), _FILES_PER_JOB)]
    with _pool(os.cpu_count() or 1) as pool:
        futures = [pool.submit(_convert_batch, batch) for batch in batches]
        for batch, future in zip(batches, futures, strict=True):
            yield from _results(batch, future)


def _results(batch: Sequence[_Job], future: Future[list[Converted]]) -> Iterator[Converted]:
    try:
        yield from future.result()
    except BrokenProcessPool:
        # A reader took its process down with it, and this batch too: find out which file it was.
        yield from map(_convert_apart, batch)


def _convert_apart(job: _Job) -> Converted:
    with _pool(1) as pool:
        try:
            return pool.submit(_convert, job).result()
        except BrokenProcessPool:
            refusal = UnusableInput(
                ErrorCode.DAMAGED_FILE, path=job.source.name, detail="reader_crashed"
            )
            return Converted(job.source, job.target, problem=refusal)


def _pool(workers: int) -> ProcessPoolExecutor:
    # Forking takes a millisecond where a fresh start takes half a second; no thread runs yet here.
    method = "fork" if sys.platform == "linux" else "spawn"
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context(method))
