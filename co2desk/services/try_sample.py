"""The shipped file that a newcomer may try, and who is one."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from co2desk.domain.import_job import ImportJob
from co2desk.offline.demo_laboratory import demo


@dataclass(frozen=True, slots=True)
class Sample:
    """A file to try, and the demonstration laboratory that it is meant for."""

    path: Path
    lab_code: str


class Samples:
    """What ships in `resources` to be tried out; nothing is ever written beside it."""

    def __init__(self, resources: Path) -> None:
        self._resources = resources

    def first(self) -> Sample:
        """The file of the tutorial."""
        sample = demo(self._resources).samples[0]
        return Sample(sample.path, sample.lab_code)

    def is_newcomer(self, jobs: Iterable[ImportJob]) -> bool:
        """Whether nothing was imported yet but what the demonstration laboratories begin with."""
        brought = {file.job_id for file in demo(self._resources).imported}
        return all(job.id in brought for job in jobs)
