"""What the process of an import tells the program, as frozen values that a window may keep."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from co2desk.domain.ids import ImportJobId
from co2desk.domain.issue import IssueCode
from co2desk.importing.answers import Answer
from co2desk.importing.checked import CheckChoices
from co2desk.importing.table import ReadOptions
from co2desk.services.inspect_file import Inspection
from co2desk.services.preparation.review_snapshot import ReviewSnapshot
from co2desk.services.touched_rows import Difference


@dataclass(frozen=True, slots=True)
class Standing:
    """What the file was taken for, and under which choices; the import job that it becomes.

    `place` is where the person was when the draft was left, as it was given.
    """

    job_id: ImportJobId
    inspection: Inspection
    choices: CheckChoices
    options: ReadOptions
    place: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answers:
    """What may stand in a column with a problem; `remembered` where a word is given a meaning."""

    code: IssueCode
    column: int
    answers: tuple[Answer, ...]
    remembered: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed in the database since the rows were checked, and the rows before and now."""

    differences: tuple[Difference, ...]
    before: ReviewSnapshot
    now: ReviewSnapshot
