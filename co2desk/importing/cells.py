"""Reads the cells of one column: each different text once, however often it occurs."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import cast

from rapidfuzz import process

from co2desk.domain.factor import EmissionFactor
from co2desk.domain.issue import IssueCode
from co2desk.domain.plain_words import loses_letters, plain_words
from co2desk.domain.roles import Role
from co2desk.importing.finding import Finding, error
from co2desk.importing.kinds.field import Field, FieldType
from co2desk.importing.kinds.kind import Value
from co2desk.importing.lookups import Lookups
from co2desk.importing.parsing.blank import SPREADSHEET_ERRORS, is_blank
from co2desk.importing.parsing.dates import EARLIEST, LATEST, date_order, parse_date
from co2desk.importing.parsing.numbers import (
    NumberStyle,
    number_style,
    numbers_at_once,
    parse_number,
    parse_plain_number,
)
from co2desk.importing.parsing.rounding import kept_number
from co2desk.importing.parsing.text import parse_text
from co2desk.importing.table import CellKind

Cell = str | tuple[str, int]
"""A cell's text; with its CellKind where a spreadsheet says that it is more than text."""

# Before the unit of an emission factor people write that it counts kilograms of CO2e.
_PER_UNIT = re.compile(
    r"\A\s*kg\s*(?:(?:of\s+|de\s+)?co[2₂][\s-]*(?:e|eq|éq)?\.?)?\s*(?:/|per\b|par\b|pro\b)\s*",
    re.IGNORECASE,
)
_SUGGEST_FROM = 75
_UNPROVED = NumberStyle()


@dataclass(frozen=True)
class Conventions:
    """How a whole column writes numbers and dates; found out when the first cell leaves it open.

    `different_texts` gives the texts of the column, each once. `decimal_mark` and `day_order` are
    the person's answers, "" where there is none.
    """

    different_texts: Callable[[], Collection[str]] = tuple
    decimal_mark: str = ""
    day_order: str = ""
    epoch_1904: bool = False

    @cached_property
    def numbers(self) -> NumberStyle:
        """The column's number style."""
        if self.decimal_mark:
            return NumberStyle(chosen=self.decimal_mark)
        return number_style(self.different_texts())

    @cached_property
    def date_order(self) -> str:
        """The column's order of day and month, "" where nothing proves one."""
        return self.day_order or date_order(self.different_texts())


class ParsedCells(dict[Cell, "Value | Finding"]):
    """Values by cell, read when first asked for; a blank cell is None."""

    def __init__(self, reader: "CellReader") -> None:
        super().__init__()
        self._reader = reader

    def __missing__(self, cell: Cell) -> "Value | Finding":
        value = self[cell] = self._reader(cell)
        return value

    def column(self, cells: Sequence[Cell]) -> tuple[list["Value | Finding"], Sequence[int]]:
        """The values of many cells, and where those may be that are no number.

        Amounts, most of which are different, are read at once rather than each by itself.
        """
        values: list[Value | Finding]
        if self._reader.field.is_amount and set(map(type, cells)) <= {str}:
            numbers, doubtful = numbers_at_once(cast(Sequence[str], cells))
            values = [*numbers]
            for place in doubtful:
                values[place] = self[cells[place]]
            return values, doubtful
        return list(map(self.__getitem__, cells)), range(len(cells))


@dataclass(frozen=True)
class CellReader:
    """Reads the cells of one field under the conventions of its column."""

    field: Field
    conventions: Conventions
    lookups: Lookups
    words: Mapping[str, str]  # the words of the field's choices, in plain words, to their values

    @classmethod
    def of(cls, field: Field, conventions: Conventions, lookups: Lookups) -> "CellReader":
        """A reader that knows the words of the field's choices."""
        words = {
            plain_words(word): value
            for value, spellings in field.choices.items()
            for word in (value, *spellings)
        }
        return cls(field, conventions, lookups, words)

    def __call__(self, cell: Cell) -> Value | Finding:
        """The value of a cell, None when blank, or what is wrong with it."""
        text, kind = cell if isinstance(cell, tuple) else (cell, CellKind.TEXT)
        if kind == CellKind.ERROR or text.strip() in SPREADSHEET_ERRORS:
            return self._error(IssueCode.EXCEL_ERROR_CELL)
        if kind == CellKind.UNCALCULATED:
            return self._error(IssueCode.FORMULA_NOT_CALCULATED)
        if is_blank(text):
            return None
        match self.field.type:
            case FieldType.NUMBER:
                return self._number(text, kind)
            case FieldType.DATE:
                return self._date(text)
        clean = parse_text(self._mapped(text), self.field.longest)
        if isinstance(clean, IssueCode):
            return self._error(clean, longest=str(self.field.longest))
        return self._word(clean)

    def _word(self, text: str) -> Value | Finding:
        match self.field.type:
            case FieldType.CHOICE:
                return self._choice(text)
            case FieldType.WORD:
                return text if loses_letters(text) else self.words.get(plain_words(text), text)
            case FieldType.UNIT:
                written = _PER_UNIT.sub("", text) if self.field.kg_per else text
                unit = self.lookups.reference.units.normalised(written)
                return unit or self._error(IssueCode.UNKNOWN_UNIT)
            case FieldType.CURRENCY:
                return self._currency(text)
            case FieldType.AIRPORT:
                return self._airport(text)
            case FieldType.COUNTRY:
                return self._country(text)
            case FieldType.FACTOR:
                return self._factor(text)
            case FieldType.LAB:
                return self._lab(text)
            case _:
                return text

    def _number(self, text: str, kind: int) -> Decimal | Finding:
        if kind == CellKind.NUMBER:
            number = parse_plain_number(text)
        elif kind in (CellKind.DATE, CellKind.BOOLEAN):
            number = IssueCode.NOT_A_NUMBER
        else:
            number = parse_number(text, _UNPROVED)
            if number is IssueCode.AMBIGUOUS_NUMBER:
                number = parse_number(text, self.conventions.numbers)
        if isinstance(number, IssueCode):
            return self._error(number)
        if number < 0:
            return self._error(IssueCode.NEGATIVE_QUANTITY)
        kept = kept_number(number, self.field.decimals)
        too_small = number and not kept
        not_whole = self.field.whole and (kept < 1 or kept != kept.to_integral_value())
        if kept >= self.field.below or too_small or not_whole:
            smallest = Decimal(1) if self.field.whole else Decimal(1).scaleb(-self.field.decimals)
            return self._error(
                IssueCode.NUMBER_OUT_OF_RANGE,
                below=f"{self.field.below:f}",
                smallest=f"{smallest:f}",
            )
        return kept

    def _date(self, text: str) -> Value | Finding:
        day = parse_date(text, epoch_1904=self.conventions.epoch_1904)
        if day is IssueCode.AMBIGUOUS_DATE:
            day = parse_date(text, self.conventions.date_order)
        if isinstance(day, IssueCode):
            return self._error(day, earliest=EARLIEST.isoformat(), latest=LATEST.isoformat())
        return day

    def _choice(self, text: str) -> str | Finding:
        # "<100" must not be read as "100": marks that compare are part of a word.
        another = bool(set(text) & set("<≤")) or loses_letters(text)
        value = None if another else self.words.get(plain_words(text))
        if value is not None:
            return value
        params = {"choices": ", ".join(self.field.choices)}
        close = process.extractOne(plain_words(text), list(self.words), score_cutoff=_SUGGEST_FROM)
        if close:
            params["suggestion"] = self.words[close[0]]
        return self._error(IssueCode.UNKNOWN_CHOICE, **params)

    def _currency(self, text: str) -> str | Finding:
        year = self.lookups.year
        code = self.lookups.reference.units.normalised(text) or text.upper()
        if (code, year) in self.lookups.reference.rates:
            return code
        return self._error(IssueCode.UNKNOWN_CURRENCY, currency=code, year=str(year))

    def _country(self, text: str) -> str | Finding:
        if not loses_letters(text) and (code := self.words.get(plain_words(text))):
            return code
        if len(text) == 2 and text.isascii() and text.isalpha():
            return text.upper()
        return self._error(IssueCode.UNKNOWN_CHOICE, choices=", ".join(self.field.choices))

    def _airport(self, text: str) -> str | Finding:
        code = text.upper()
        return code if code in self.lookups.reference.airports else self._unknown_airport(text)

    def _unknown_airport(self, text: str) -> Finding:
        candidates = self.lookups.airports_of_city(text)
        params = {"suggestion": candidates[0]} if len(candidates) == 1 else {}
        return self._error(IssueCode.UNKNOWN_AIRPORT, **params)

    def _factor(self, text: str) -> EmissionFactor | Finding:
        factor = self.lookups.by_code.get(text.casefold())
        if factor is not None:
            return factor
        params = {}
        close = process.extractOne(
            text.casefold(), list(self.lookups.by_code), score_cutoff=_SUGGEST_FROM
        )
        if close:
            params["suggestion"] = self.lookups.by_code[close[0]].code
        return self._error(IssueCode.UNKNOWN_FACTOR, **params)

    def _lab(self, text: str) -> str | Finding | None:
        """The code of another laboratory that the person may write to, None for the import's."""
        if text.casefold() == self.lookups.lab_code.casefold():
            return None
        reference = self.lookups.reference
        lab = reference.laboratories.get(text.casefold())
        if lab is None:
            if not reference.knows_laboratories and not self.lookups.lab_code:
                return text
            return self._error(IssueCode.UNKNOWN_LAB)
        writable = lab.role is not None and lab.role.includes(Role.LAB_MEMBER) and not lab.archived
        return lab.code if writable else self._error(IssueCode.NOT_YOUR_LAB)

    def _mapped(self, text: str) -> str:
        if self.field.type is FieldType.TEXT:
            return text
        return self.lookups.mapped_value(self.field.name, text) or text

    def _error(self, code: IssueCode, **params: str) -> Finding:
        return error(code, self.field.name, **params)
