"""Writes an Excel template of one kind, with drop-downs from the real lists."""

from pathlib import Path

from co2desk.desktop.messages import Messages
from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.domain.reference import Reference
from co2desk.importing.template import template_workbook


def make_template(
    kind: str, path: Path, reference: Reference, *, lab_code: str = "", language: str = "en"
) -> None:
    """Write the template of `kind` in `language` ("en", "fr", "de") to `path` (.xlsx).

    Raises:
        UnusableInput: UNKNOWN_KIND or CANNOT_WRITE_FILE.
    """
    say = Messages.load(language).text
    data = template_workbook(kind, reference, say, lab_code=lab_code, language=language)
    try:
        path.write_bytes(data)
    except OSError as problem:
        raise UnusableInput(
            ErrorCode.CANNOT_WRITE_FILE, path=str(path), detail=problem.strerror or ""
        ) from problem
