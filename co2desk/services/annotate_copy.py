"""Writes the person's own file with an error column and comments, to be imported again."""

from pathlib import Path

from co2desk.desktop.messages import Messages
from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.domain.progress import NoProgress, Progress
from co2desk.importing.annotate import annotated_copy, suffix_of_copy
from co2desk.importing.readers import Source
from co2desk.services.check_file import CheckedImport
from co2desk.services.export_table import replaced_when_done


def annotate(
    source: Source,
    done: CheckedImport,
    target: Path,
    messages: Messages,
    progress: Progress = NoProgress(),
    *,
    own: Path | None = None,
) -> None:
    """Write a copy of `source` to `target` that says in each row what is wrong.

    `own` is the person's own file, which is never overwritten.

    Raises:
        UnusableInput: INVALID_VALUE where `target` is not of the copy's format, CANNOT_WRITE_FILE.
        Cancelled: asked for through `progress`; no file is left.
    """
    suffix = suffix_of_copy(done.source)
    if target.suffix.lower() != suffix:
        raise UnusableInput(
            ErrorCode.INVALID_VALUE,
            name="--annotated",
            value=target.name,
            detail=f"must_end_in_{suffix[1:]}",
        )
    if own is not None and target.exists() and target.samefile(own):
        raise UnusableInput(ErrorCode.CANNOT_WRITE_FILE, path=target.name, detail="own_file")
    copy = annotated_copy(
        source, done.source, done.checked.rows, messages.issue, messages.language, progress
    )
    with replaced_when_done(target) as partial:
        partial.write_bytes(copy)
