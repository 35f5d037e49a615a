"""A workbench in a process of its own; where that is lost, another goes on from the draft."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from co2desk.desktop.child_process import ChildCrashedError, ChildOutOfMemoryError
from co2desk.desktop.spare_worker import SpareWorker
from co2desk.desktop.worker_process import Worker
from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.domain.progress import NoProgress, Progress
from co2desk.services.preparation.reference_link import (
    Ask,
    ReferenceGiver,
    ReferenceSource,
    ReferenceTaker,
)
from co2desk.services.preparation.values import Standing
from co2desk.services.preparation.workbench import Workbench
from co2desk.services.read_apart import SECONDS_TO_READ, reading

Given = ParamSpec("Given")
Came = TypeVar("Came")

_log = logging.getLogger(__name__)


class BenchApart:
    """Calls of a Workbench whose draft is at `path`, in one of the processes of `workers`.

    A process that was cancelled, crashed or was killed is no loss: everything that was done is in
    the draft, and the next call reads it again.
    """

    def __init__(
        self, path: Path, references: ReferenceSource, workers: SpareWorker[Workbench]
    ) -> None:
        self._path = path
        self._workers = workers
        self._references = ReferenceGiver(references)
        self._worker: Worker[Workbench] | None = None
        self._was_checked = False

    def read(
        self,
        name: str,
        work: Callable[Concatenate[Workbench, Progress, Given], Standing],
        progress: Progress,
        *arguments: Given.args,
        **named: Given.kwargs,
    ) -> Standing:
        """Let a foreign file `name` be read, which may harm the process, but nothing else.

        Raises:
            UnusableInput: raised by the work; READING_TOOK_TOO_LONG, HOSTILE_FILE, DAMAGED_FILE.
            Cancelled: asked for through `progress`.
        """
        begun = self._path.exists()
        worker = self._reached(progress) if begun else self._new_worker()
        try:
            with reading(name):
                standing = worker.carry_out_within(
                    SECONDS_TO_READ, work, progress, *arguments, **named
                )
        finally:
            self._workers.replace()  # now, so that it does not take turns from the reading
        self._was_checked = False
        return standing

    def resume(self, progress: Progress) -> Standing:
        """Go on where the draft was left.

        Raises:
            UnusableInput: DAMAGED_DRAFT and the like.
        """
        try:
            with self._kept():
                return self._new_worker().carry_out(Workbench.resume, progress, self._path)
        finally:
            self._workers.replace()

    def call(
        self,
        work: Callable[Concatenate[Workbench, Given], Came],
        *arguments: Given.args,
        **named: Given.kwargs,
    ) -> Came:
        """What `work(bench, *arguments)` returns, after a moment.

        Raises:
            Co2deskError: raised by the work.
            UnusableInput: HELPER_STOPPED; what was done before is not lost.
        """
        worker = self._reached(NoProgress())
        with self._kept():
            return worker.call(work, *arguments, **named)

    def carry_out(
        self,
        work: Callable[Concatenate[Workbench, Progress, Given], Came],
        progress: Progress,
        *arguments: Given.args,
        **named: Given.kwargs,
    ) -> Came:
        """What `work(bench, progress, *arguments)` returns, however long it takes.

        Raises:
            as `call`, and Cancelled.
        """
        worker = self._reached(progress)
        with self._kept():
            came = worker.carry_out(work, progress, *arguments, **named)
        self._was_checked = self._was_checked or work is Workbench.check
        return came

    def close(self) -> None:
        """Leave the draft for another day, as one file."""
        try:
            if self._worker is not None and self._worker.is_open:
                with self._kept():
                    self._worker.call(Workbench.close)
        finally:
            self.end()

    def end(self) -> None:
        """End the process at once."""
        if self._worker is not None:
            self._worker.end()

    def _new_worker(self) -> Worker[Workbench]:
        self.end()
        self._worker = self._workers.take(self._references.answers)
        return self._worker

    def _reached(self, progress: Progress) -> Worker[Workbench]:
        if self._worker is None or not self._worker.is_open:
            self.resume(progress)
            if self._was_checked:
                self.carry_out(Workbench.check, progress)
        assert self._worker is not None  # resumed
        return self._worker

    @contextmanager
    def _kept(self) -> Iterator[None]:
        """Say of a lost process that the draft has everything."""
        try:
            yield
        except (ChildCrashedError, ChildOutOfMemoryError) as lost:
            _log.warning("the process of %s was lost: %s", self._path.name, lost)
            raise UnusableInput(ErrorCode.HELPER_STOPPED) from lost


def workbench(ask: Ask) -> Workbench:
    """What a process keeps."""
    return Workbench(ReferenceTaker(ask))
