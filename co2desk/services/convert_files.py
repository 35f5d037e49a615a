"""Writes the data tables of many files as plain CSV, on all processors, and stops at no file."""

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path

from co2desk.desktop.child_process import silence_last_words
from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.domain.progress import NoProgress, Progress
from co2desk.importing.convert import Converted, convert_file, unfinished, unwritable, with_names
from co2desk.importing.readers.gate import Hostile
from co2desk.importing.readers.limits import CPU_SECONDS, MEMORY_BYTES, limit_this_process

_FILES_PER_JOB = 16
_SECONDS = float(CPU_SECONDS)

_Job = tuple[Path, str]


def convert_files(
    paths: Sequence[Path], folder: Path, progress: Progress = NoProgress()
) -> Iterator[Converted]:
    """Write the data table of each file to `folder`, under the file's own name, in their order.

    UTF-8, comma, CRLF; header row first; preamble and footers left out; cells exactly as text. A
    bad file, even one at which a reader crashes, is told and the others go on: no file is read in
    this process.

    Raises:
        UnusableInput: CANNOT_WRITE_FILE where `folder` cannot be made.
        Cancelled: asked for through `progress`.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder, error) from error
    jobs = list(with_names(paths))
    for done, converted in enumerate(_convert_many(folder, jobs), start=1):
        yield converted
        progress.report(done, len(jobs), "converting")


def _convert(folder: Path, job: _Job) -> Converted:
    try:
        return convert_file(job[0], folder, job[1], _bounded_time())
    except MemoryError:
        unfinished(folder / job[1]).unlink(missing_ok=True)
        refusal = UnusableInput(
            ErrorCode.HOSTILE_FILE, path=job[0].name, detail=Hostile.INFLATES_TOO_MUCH.value
        )
        return Converted(job[0], None, error=refusal)


def _convert_batch(folder: Path, jobs: Sequence[_Job]) -> list[Converted]:
    return [_convert(folder, job) for job in jobs]


def _convert_many(folder: Path, jobs: Sequence[_Job]) -> Iterator[Converted]:
    batches = [jobs[at : at + _FILES_PER_JOB] for at in range(0, len(jobs), _FILES_PER_JOB)]
    with _pool(min(os.cpu_count() or 1, len(batches) or 1)) as pool:
        futures = [pool.submit(_convert_batch, folder, batch) for batch in batches]
        for batch, future in zip(batches, futures, strict=True):
            yield from _results(folder, batch, future)


def _results(
    folder: Path, batch: Sequence[_Job], future: Future[list[Converted]]
) -> Iterator[Converted]:
    try:
        yield from future.result()
    except BrokenProcessPool:
        # A reader took its process down with it, and this batch too: find out which file it was.
        yield from (_convert_apart(folder, job) for job in batch)


def _convert_apart(folder: Path, job: _Job) -> Converted:
    begin = time.monotonic()
    with _pool(1) as pool:
        try:
            return pool.submit(_convert, folder, job).result()
        except BrokenProcessPool:
            unfinished(folder / job[1]).unlink(missing_ok=True)
            refusal = UnusableInput(
                ErrorCode.DAMAGED_FILE, path=job[0].name, detail="reader_crashed"
            )
            if time.monotonic() - begin >= _SECONDS:
                refusal = UnusableInput(ErrorCode.READING_TOOK_TOO_LONG, path=job[0].name)
            return Converted(job[0], None, error=refusal)


@contextmanager
def _bounded_time() -> Iterator[None]:
    """End this process where one file takes it too long; the signal's own action needs no help."""
    if sys.platform == "win32":
        yield
        return
    signal.setitimer(signal.ITIMER_PROF, _SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _pool(workers: int) -> ProcessPoolExecutor:
    # Forking takes a millisecond where a fresh start takes half a second; no thread runs yet here.
    method = "fork" if sys.platform == "linux" else "spawn"
    context = multiprocessing.get_context(method)
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_begin_worker)


def _begin_worker() -> None:
    silence_last_words()
    # A worker holds a file's rows and its new text at once, and takes as many files as there are.
    limit_this_process(2 * MEMORY_BYTES, seconds=None)
