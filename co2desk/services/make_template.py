"""Writes an Excel template of one kind, with drop-downs from the real lists."""

from pathlib import Path

from co2desk.domain.reference import Reference


def make_template(
    kind: str, path: Path, reference: Reference, *, lab_code: str = "", language: str = "en"
) -> None:
    """Write the template of `kind` in `language` ("en", "fr", "de") to `path` (.xlsx).

    Raises:
        UnusableInput: UNKNOWN_KIND or CANNOT_WRITE_FILE.
    """
    raise NotImplementedError
