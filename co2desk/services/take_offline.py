"""Takes reference data along, so that files can be prepared without the database."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from shutil import copyfile

from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.domain.progress import NoProgress, Progress
from co2desk.domain.reference import Reference
from co2desk.domain.write_failure import write_failure
from co2desk.offline.pack import read_pack, write_pack
from co2desk.services.references import References


@dataclass(frozen=True, slots=True)
class PackSummary:
    """What a pack holds and when it was taken."""

    path: Path
    taken_at: datetime
    laboratories: int
    factors: int


class Offline:
    """Packs; those in `folder` are used by themselves when the database cannot be reached."""

    def __init__(self, references: References, folder: Path, resources: Path) -> None:
        self._references = references
        self._resources = resources
        self.folder = folder

    def take(
        self, path: Path, lab_code: str = "", progress: Progress = NoProgress()
    ) -> PackSummary:
        """Write the laboratories the person may see, factors, mappings and roles to `path`.

        With `lab_code` what is remembered of that laboratory's imports goes along.

        Raises:
            UnusableInput: UNKNOWN_LABORATORY or CANNOT_WRITE_FILE.
        """
        progress.report(0, 2, "packing")
        reference = self._references.for_laboratory(lab_code)
        progress.report(1, 2, "packing")
        write_pack(reference, path)
        progress.report(2, 2, "packing")
        return _summary(path, reference)

    def adopt(self, path: Path) -> PackSummary:
        """Keep a copy of a pack from elsewhere in `folder`, as the newest one.

        Raises:
            UnusableInput: BAD_PACK and the like; nothing is kept.
        """
        reference = read_pack(path, self._resources)
        kept = self.folder / path.name
        if path.absolute() != kept.absolute():
            try:
                copyfile(path, kept)
            except OSError as problem:
                raise UnusableInput(
                    ErrorCode.CANNOT_WRITE_FILE, path=kept, detail=write_failure(problem)
                ) from problem
        kept.touch()
        return _summary(kept, reference)


def _summary(path: Path, reference: Reference) -> PackSummary:
    return PackSummary(
        path=path,
        taken_at=reference.taken_at or datetime.now(UTC),
        laboratories=len(reference.laboratories),
        factors=len(reference.factors),
    )
