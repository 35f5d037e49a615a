"""Writes the person's own file with an error column and comments, to be imported again."""

from pathlib import Path

from co2desk.desktop.messages import Messages
from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.domain.progress import NoProgress, Progress
from co2desk.importing.annotate import annotated_copy
from co2desk.importing.readers import Source
from co2desk.services.check_file import CheckedImport


def annotate(
    source: Source,
    done: CheckedImport,
    target: Path,
    messages: Messages,
    progress: Progress = NoProgress(),
) -> None:
    """Write a copy of `source` to `target` that says what is wrong in each row.

    Raises:
        UnusableInput: CANNOT_WRITE_FILE.
    """
    data = annotated_copy(
        source, done.source, done.checked.rows, messages.issue, messages.language, progress
    )
    try:
        target.write_bytes(data)
    except OSError as problem:
        raise UnusableInput(
            ErrorCode.CANNOT_WRITE_FILE, path=str(target), detail=problem.strerror or ""
        ) from problem
