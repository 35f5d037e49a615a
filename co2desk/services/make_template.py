"""Writes an Excel template of one kind, with drop-downs from the real lists."""

from pathlib import Path

from co2desk.desktop.language import LANGUAGES
from co2desk.desktop.messages import Messages
from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.domain.reference import Reference
from co2desk.importing.template import template_workbook
from co2desk.services.export_table import replaced_when_done


def make_template(
    kind: str, path: Path, reference: Reference, *, lab_code: str = "", language: str = "en"
) -> None:
    """Write the template of `kind` in `language` ("en", "fr", "de") to `path` (.xlsx).

    Raises:
        UnusableInput: UNKNOWN_KIND, INVALID_VALUE (the language, the ending) or
            CANNOT_WRITE_FILE.
    """
    if language not in LANGUAGES:
        raise UnusableInput(
            ErrorCode.INVALID_VALUE, value=language, name="lang", detail=", ".join(LANGUAGES)
        )
    if path.suffix.lower() != ".xlsx":
        raise UnusableInput(ErrorCode.INVALID_VALUE, value=path, name="--out", detail=".xlsx")
    say = Messages.load(language).text
    book = template_workbook(kind, reference, say, lab_code=lab_code, language=language)
    with replaced_when_done(path) as partial:
        partial.write_bytes(book)
