"""Reads a file that says which column holds which field, and what values mean."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.importing.checked import CheckChoices
from co2desk.importing.table import SourceTable


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """A person's mapping by header, so that it serves every file of the same layout.

    `columns` gives a field for a header (as the file writes it) or a column letter; an empty
    field leaves the column out. `values` gives the value meant for (field, text in the file);
    `decimal_marks` and `date_orders` are by header or letter too.
    """

    kind: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[tuple[str, str], str] = field(default_factory=dict)
    decimal_marks: Mapping[str, str] = field(default_factory=dict)
    date_orders: Mapping[str, str] = field(default_factory=dict)

    def applied(self, choices: CheckChoices, table: SourceTable) -> CheckChoices:
        """`choices` with this mapping's columns found in `table`.

        Raises:
            UnusableInput: BAD_MAPPING_FILE where a header is not in the table.
        """

        def by_index(named: Mapping[str, str]) -> dict[int, str]:
            return {
                _column(name, table.header, table.letters): value for name, value in named.items()
            }

        columns = by_index(self.columns)
        return replace(
            choices,
            kind=choices.kind or self.kind or None,
            columns={**(choices.columns or {}), **columns} if columns else choices.columns,
            values={**self.values, **choices.values},
            decimal_marks={**by_index(self.decimal_marks), **choices.decimal_marks},
            date_orders={**by_index(self.date_orders), **choices.date_orders},
        )


def read_mapping(path: Path) -> ColumnMapping:
    """Read a mapping from JSON.

    `{"kind": "fuel", "columns": {"Brennstoff": "name"}, "values": {"name": {"Gas":
    "natural_gas"}}, "decimal_marks": {"Menge": ","}, "date_orders": {"Datum": "dmy"}}`; every
    key may be left out.

    Raises:
        UnusableInput: FILE_NOT_FOUND, NO_PERMISSION or BAD_MAPPING_FILE.
    """
    try:
        document = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise UnusableInput(ErrorCode.FILE_NOT_FOUND, path=path) from None
    except PermissionError:
        raise UnusableInput(ErrorCode.NO_PERMISSION, path=path) from None
    except (ValueError, RecursionError) as error:
        raise UnusableInput(ErrorCode.BAD_MAPPING_FILE, path=path, detail="not_json") from error
    except OSError as error:
        raise UnusableInput(ErrorCode.BAD_MAPPING_FILE, path=path, detail=error) from error
    known = {"kind", "columns", "values", "decimal_marks", "date_orders"}
    if not isinstance(document, dict) or not set(document) <= known:
        detail = ", ".join(sorted(known))
        raise UnusableInput(ErrorCode.BAD_MAPPING_FILE, path=path, detail=detail)
    values = document.get("values", {})
    if not isinstance(values, dict):
        raise UnusableInput(ErrorCode.BAD_MAPPING_FILE, path=path, detail="values")
    return ColumnMapping(
        kind=str(document.get("kind") or ""),
        columns=_texts(path, document, "columns"),
        values={
            (field_name, text): meant
            for field_name in values
            for text, meant in _texts(path, values, field_name).items()
        },
        decimal_marks=_texts(path, document, "decimal_marks"),
        date_orders=_texts(path, document, "date_orders"),
    )


def _texts(path: Path, document: Mapping[str, object], name: str) -> dict[str, str]:
    found = document.get(name, {})
    if not isinstance(found, dict) or not all(isinstance(one, str) for one in found.values()):
        raise UnusableInput(ErrorCode.BAD_MAPPING_FILE, path=path, detail=name)
    return found


def _column(name: str, header: Sequence[str], letters: Sequence[str]) -> int:
    plain = name.strip().casefold()
    for index, title in enumerate(header):
        if title.strip().casefold() == plain:
            return index
    if name in letters:
        return letters.index(name)
    raise UnusableInput(ErrorCode.BAD_MAPPING_FILE, path=name, detail=", ".join(header))
