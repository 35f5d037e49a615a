"""What a draft holds, as plain values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from co2desk.domain.ids import ImportJobId
from co2desk.domain.issue import Issue
from co2desk.domain.row_edit import EditStep

Json = Any
"""None, bool, int, float, str, list or dict with text keys, of the same."""


@dataclass(frozen=True, slots=True)
class DraftSource:
    """The file as the person gave it; `sha256` is the hex digest of `data`."""

    name: str
    sha256: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class DraftChoices:
    """What the person chose so far; the two mappings are kept as they are given."""

    kind: str = ""
    lab_code: str = ""
    year: int | None = None
    read_options: Mapping[str, Json] = field(default_factory=dict)
    check_choices: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DraftTable:
    """The rows as they were read, before any edit.

    `row_numbers[r]` is the physical row of `rows[r]`; `kinds[r][c]` tells the kind of a
    spreadsheet's cell as one byte, None for text files. `details` is kept as it is given.
    """

    header: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    row_numbers: Sequence[int]
    kinds: Sequence[bytes] | None = None
    details: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DraftProgress:
    """How far a draft is, for a list of drafts."""

    rows: int = 0
    rows_error: int = 0


@dataclass(frozen=True, slots=True)
class DraftContent:
    """Everything in a draft.

    `steps[:undo_position]` are in force, in this order; the others wait to be done again. `id` is
    the import job that the draft becomes: committing it twice commits it once. `place` is where
    the person was, kept as it is given.
    """

    id: ImportJobId
    source: DraftSource
    choices: DraftChoices
    table: DraftTable | None
    steps: tuple[EditStep, ...]
    undo_position: int
    issues: tuple[Issue, ...]
    progress: DraftProgress
    saved_at: datetime
    place: Mapping[str, Json] = field(default_factory=dict)
