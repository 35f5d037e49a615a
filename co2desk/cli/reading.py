"""How a file is to be read, as the person said it in the terminal."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from co2desk.importing.table import ReadOptions

_DECIMAL_MARKS = (".", ",")
_TABS = ("\\t", "tab", "TAB")
"""How people write the tabulator on a command line, where it can hardly be typed."""


def read_options(
    encoding: str | None,
    delimiter: str | None,
    decimal_mark: str | None,
    sheet: str | None,
    header_row: int | None,
) -> "ReadOptions":
    """What is None is left to be detected.

    Raises:
        UnusableInput: INVALID_VALUE for a decimal mark that none is.
    """
    from co2desk.domain.errors import ErrorCode, UnusableInput
    from co2desk.importing.table import ReadOptions

    if decimal_mark is not None and decimal_mark not in _DECIMAL_MARKS:
        raise UnusableInput(
            ErrorCode.INVALID_VALUE,
            name="--decimal-mark",
            value=decimal_mark,
            detail=" ".join(_DECIMAL_MARKS),
        )
    return ReadOptions(
        encoding=encoding,
        delimiter="\t" if delimiter in _TABS else delimiter,
        decimal_mark=decimal_mark,
        sheet=sheet,
        header_row=header_row,
    )
