"""Which columns of a table hold which fields, and how their cells are read."""

from dataclasses import dataclass
from datetime import date

from co2desk.importing.cells import ParsedCells
from co2desk.importing.kinds.field import Field
from co2desk.importing.kinds.kind import Kind
from co2desk.importing.verdict import Verdicts


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the file that holds a field."""

    index: int
    field: Field


@dataclass(frozen=True)
class Layout:
    """A table's columns sorted by what they do for a row.

    `deciding` columns together give a row's verdict; `free` ones hold text that decides nothing;
    `amount` and `override` are numbers of their own. `default_day` is for rows without a date.
    """

    kind: Kind
    width: int
    columns: tuple[Column, ...]
    cells: dict[str, ParsedCells]
    verdicts: Verdicts
    deciding: tuple[Column, ...]
    free: tuple[Column, ...]
    amount: Column | None
    override: Column | None
    default_day: date
