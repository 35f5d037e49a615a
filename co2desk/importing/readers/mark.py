"""A cell that the spreadsheet library shows as blank although it is not."""

from dataclasses import dataclass

from co2desk.importing.table import CellKind

ERROR_TEXTS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}
"""Error values by their code in binary workbooks ([MS-XLS] 2.5.10, [MS-XLSB] 2.5.97.2)."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A cell at index `row`, `column` (from 0) that is an error or was never calculated."""

    row: int
    column: int
    kind: CellKind
    text: str


def error_mark(row: int, column: int, code: int) -> Mark:
    """Make the mark of an error cell of a binary workbook."""
    return Mark(row, column, CellKind.ERROR, ERROR_TEXTS.get(code, "#N/A"))


def uncalculated_mark(row: int, column: int, formula: str = "=\u2026") -> Mark:
    """Make the mark of a formula without a value; binary workbooks hold no text of it."""
    return Mark(row, column, CellKind.UNCALCULATED, formula)
