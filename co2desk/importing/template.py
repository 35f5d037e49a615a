"""An Excel template of a kind, with drop-downs from the real lists, hints and an example row."""

import io
from collections.abc import Callable, Sequence
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.domain.reference import Reference
from co2desk.importing.checked import CheckChoices
from co2desk.importing.kinds.common import LAB_CODE, OVERRIDE
from co2desk.importing.kinds.field import Field, FieldType
from co2desk.importing.kinds.kind import Kind
from co2desk.importing.kinds.process_gas import gas_name
from co2desk.importing.kinds.registry import KINDS
from co2desk.importing.lookups import Lookups
from co2desk.importing.marks import EXAMPLE, LISTS_SHEET
from co2desk.importing.template_examples import EXAMPLES, FILLED_IN_BEFOREHAND

_INSTRUCTION, _HEADER, _FIRST = 0, 1, 2  # rows, from 0
_ROWS_WITH_LISTS = 2_000
_HINT_LONGEST = 255  # Excel takes no longer input message
_TITLE_LONGEST = 32
_FUEL_UNITS = ("kWh", "MWh", "kg", "t", "m3", "l")

Say = Callable[[str], str]


def template_workbook(
    kind_name: str, reference: Reference, say: Say, *, lab_code: str = "", language: str = "en"
) -> bytes:
    """The bytes of an XLSX to fill in; the import knows its headers and its example row again.

    `say` gives the text of a key such as `fields.quantity` in `language` ("en", "fr", "de").

    Raises:
        UnusableInput: UNKNOWN_KIND.
    """
    kind = KINDS.get(kind_name)
    if kind is None:
        raise UnusableInput(ErrorCode.UNKNOWN_KIND, kind=kind_name, kinds=", ".join(KINDS))
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet(say(f"kinds.{kind.name}")[:31])
    writer = _Writer(book, sheet, kind, reference, say, lab_code)
    writer.write(EXAMPLE[language])
    book.close()
    return stream.getvalue()


class _Writer:
    """Writes one template."""

    def __init__(
        self,
        book: xlsxwriter.Workbook,
        sheet: Worksheet,
        kind: Kind,
        reference: Reference,
        say: Say,
        lab_code: str,
    ) -> None:
        self._book, self._sheet, self._kind, self._say = book, sheet, kind, say
        self._lookups = Lookups(reference, CheckChoices(lab_code=lab_code), _latest_year(reference))
        hidden = (OVERRIDE.name, LAB_CODE.name)  # accepted in any file, seldom needed in a new one
        self._fields = [field for field in kind.fields if field.name not in hidden]

    def write(self, example_note: str) -> None:
        book, sheet, say = self._book, self._sheet, self._say
        required = book.add_format({"bold": True, "bottom": 1, "bg_color": "#DCEFEE"})
        optional = book.add_format({"bottom": 1, "bg_color": "#F1F3F5"})
        pale = book.add_format({"italic": True, "font_color": "#57606A"})
        date_cells = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_string(_INSTRUCTION, 0, say("template.instruction"))
        for column, field in enumerate(self._fields):
            header = say(f"fields.{field.name}") + (" *" if field.required else "")
            sheet.write_string(_HEADER, column, header, required if field.required else optional)
            is_date = field.type is FieldType.DATE
            sheet.set_column(
                column, column, max(len(header) + 3, 14), date_cells if is_date else None
            )
            self._validate(column, field)
        self._write_row(_FIRST, {**EXAMPLES[self._kind.name], "note": example_note}, pale)
        for offset, values in enumerate(FILLED_IN_BEFOREHAND.get(self._kind.name, ()), start=1):
            self._write_row(_FIRST + offset, values, None)
        sheet.freeze_panes(_FIRST, 0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)

    def _write_row(self, row: int, values: Any, cell_format: Any) -> None:
        for column, field in enumerate(self._fields):
            text = values.get(field.name, "")
            if text and field.type is FieldType.NUMBER:
                self._sheet.write_number(row, column, float(text), cell_format)
            elif text:
                self._sheet.write_string(row, column, text, cell_format)

    def _validate(self, column: int, field: Field) -> None:
        """Give a column its drop-down and its hint; other words are allowed, with a question."""
        options: dict[str, object] = {
            "validate": "any",
            "input_title": self._say(f"fields.{field.name}")[:_TITLE_LONGEST],
            "input_message": self._say(f"template.{field.type}")[:_HINT_LONGEST],
            "error_type": "warning",
        }
        values = self._listed(field)
        if values:
            options |= {"validate": "list", "source": f"={self._named_list(field, values)}"}
        elif field.type is FieldType.NUMBER:
            options |= {"validate": "decimal", "criteria": ">=", "value": 0}
        self._sheet.data_validation(_FIRST, column, _FIRST + _ROWS_WITH_LISTS, column, options)

    def _named_list(self, field: Field, values: Sequence[str]) -> str:
        lists = self._book.get_worksheet_by_name(LISTS_SHEET)
        if lists is None:
            lists = self._book.add_worksheet(LISTS_SHEET)
            lists.very_hidden()
        column = self._fields.index(field)
        lists.write_column(0, column, values)
        letter = xlsxwriter.utility.xl_col_to_name(column)
        name = f"list_{field.name}"
        self._book.define_name(name, f"={LISTS_SHEET}!${letter}$1:${letter}${len(values)}")
        return name

    def _listed(self, field: Field) -> list[str]:
        lookups = self._lookups
        reference = lookups.reference
        match field.type:
            case FieldType.CHOICE | FieldType.COUNTRY:
                return list(field.choices)
            case FieldType.UNIT:
                return list(_FUEL_UNITS if self._kind.name == "fuel" else reference.units.all)
            case FieldType.CURRENCY:
                return sorted(code for code, year in reference.rates if year == lookups.year)
            case FieldType.FACTOR:
                return [factor.code for factor in sorted(lookups.factors, key=_own_first)]
            case FieldType.AIRPORT:
                return sorted(reference.airports)
        if self._kind.name == "process_gas" and field.name == "subcategory":
            gases = lookups.in_category("process_gas")
            return sorted({gas_name(factor.name.rpartition(" ")[2]) for factor in gases})
        if field.type is FieldType.WORD and field.name == "category":
            return sorted({factor.category for factor in lookups.factors})
        return []


def _own_first(factor: Any) -> tuple[bool, bool, str]:
    return (factor.lab_id is None, factor.code.startswith(("UKGOV-", "USEPA-")), factor.code)


def _latest_year(reference: Reference) -> int:
    return max((year for _, year in reference.rates), default=0)
