"""A table bound to its kind, its columns and the reference data, ready to be checked."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from operator import itemgetter

from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.domain.reference import Reference
from co2desk.importing.block import check_block
from co2desk.importing.block_result import BlockResult
from co2desk.importing.cells import CellReader, Conventions, ParsedCells
from co2desk.importing.checked import CheckChoices
from co2desk.importing.columns import recognise
from co2desk.importing.date_readings import DateReading, date_readings
from co2desk.importing.kinds.common import OVERRIDE
from co2desk.importing.kinds.field import FieldType
from co2desk.importing.kinds.kind import Kind
from co2desk.importing.kinds.registry import KINDS
from co2desk.importing.layout import Column, Layout
from co2desk.importing.lookups import Lookups
from co2desk.importing.parsing.dates import parse_date
from co2desk.importing.rows import RowMaker
from co2desk.importing.table import Note, SourceTable
from co2desk.importing.verdict import Verdicts

EVERY_COLUMN = -1
"""As key of `CheckChoices.decimal_marks` and `date_orders`: the answer for all columns."""

_CACHED_AT_MOST = 200_000


class Checker:
    """Checks any rows under the conventions that the whole table gave.

    A file of emission factors is refused where `activities` are expected.
    """

    def __init__(
        self,
        table: SourceTable,
        choices: CheckChoices,
        reference: Reference,
        *,
        activities: bool = True,
    ) -> None:
        self.table = table
        self.choices = choices
        self.reference = reference
        self.kind, self.columns = _kind_and_columns(table, choices, reference)
        if activities and self.kind.name == "factor":
            raise UnusableInput(ErrorCode.FACTORS_NOT_ACTIVITIES, path=table.name)
        _expect_laboratory(choices, reference)
        fields = [
            Column(index, self.kind.by_name[name]) for index, name in sorted(self.columns.items())
        ]
        conventions = {column.index: self._conventions(column.index) for column in fields}
        self.year = choices.year or self._usual_year(fields, conventions)
        self.lookups = Lookups(reference, choices, self.year)
        cells = {
            column.field.name: ParsedCells(
                CellReader.of(column.field, conventions[column.index], self.lookups)
            )
            for column in fields
        }
        self.layout = self._layout(fields, cells)
        self.maker = RowMaker(self.layout, table.header, table.letters)

    def check(
        self, rows: Sequence[Sequence[str]], kinds: Sequence[bytes] | None = None
    ) -> BlockResult:
        """Check some rows; what was read and judged before is known already."""
        self._forget_if_large()
        return check_block(self.layout, rows, kinds)

    def date_readings(self) -> tuple[DateReading, ...]:
        """What was decided about how columns of dates are read; goes through the whole table."""
        found: list[DateReading] = []
        for index, name in self.columns.items():
            if self.kind.by_name[name].type is FieldType.DATE:
                conventions = self._conventions(index)
                texts = Counter(row[index] for row in self.table.rows if len(row) > index)
                found += date_readings(
                    index, texts, conventions.day_order, epoch_1904=conventions.epoch_1904
                )
        return tuple(found)

    @property
    def default_date(self) -> date | None:
        """The date that rows without one were given, None if no row needed it."""
        used = self.layout.verdicts.default_day_used
        return self.layout.default_day if used else None

    def sort_values(self, index: int, texts: Sequence[str]) -> list[float | str]:
        """What to sort the texts of a column by: numbers and dates by value, others as words.

        Words are without regard to case, and "" for blanks.
        """
        name = self.columns.get(index, "")
        if not name or self.kind.by_name[name].type not in (FieldType.NUMBER, FieldType.DATE):
            return [text.strip().casefold() for text in texts]
        values, _ = self.layout.cells[name].column(texts)
        return [
            float(value)
            if isinstance(value, Decimal)
            else value.toordinal()
            if isinstance(value, date)
            else text.strip().casefold()
            for value, text in zip(values, texts, strict=True)
        ]

    def _layout(self, fields: Sequence[Column], cells: dict[str, ParsedCells]) -> Layout:
        amount = _named(fields, self.kind.amount)
        override = _named(fields, OVERRIDE.name)
        free = tuple(column for column in fields if column.field.free)
        deciding = tuple(
            column for column in fields if column not in (amount, override) and column not in free
        )
        verdicts = Verdicts(self.kind, [column.field for column in deciding], cells, self.lookups)
        return Layout(
            self.kind,
            len(self.table.header),
            tuple(fields),
            cells,
            verdicts,
            deciding,
            free,
            amount,
            override,
            date(self.year, 12, 31),
        )

    def _conventions(self, index: int) -> Conventions:
        return Conventions(
            partial(self._different_texts, index),
            _answer(self.choices.decimal_marks, index),
            _answer(self.choices.date_orders, index),
            epoch_1904=self.table.notes.get(Note.DATE_EPOCH) == "1904",
        )

    def _different_texts(self, index: int) -> set[str]:
        try:
            return set(map(itemgetter(index), self.table.rows))
        except IndexError:  # some row is short
            return {row[index] for row in self.table.rows if len(row) > index}

    def _usual_year(self, fields: Iterable[Column], conventions: Mapping[int, Conventions]) -> int:
        """The year of most dates of the file; of today where the file has none."""
        column = _named(fields, self.kind.date_field)
        years: Counter[int] = Counter()
        if column is not None:
            order = conventions[column.index].date_order
            texts = Counter(row[column.index] for row in self.table.rows if len(row) > column.index)
            for text, count in texts.items():
                day = parse_date(text, order)
                if isinstance(day, date):
                    years[day.year] += count
        return years.most_common(1)[0][0] if years else datetime.now().astimezone().year

    def _forget_if_large(self) -> None:
        """Keep memory bounded where a million rows have a million different texts."""
        for known in self.layout.cells.values():
            if len(known) > _CACHED_AT_MOST:
                known.clear()
        if len(self.layout.verdicts) > _CACHED_AT_MOST:
            self.layout.verdicts.clear()
        if len(self.layout.verdicts.days) > _CACHED_AT_MOST:
            self.layout.verdicts.days.clear()


def _answer(answers: Mapping[int, str], index: int) -> str:
    return answers.get(index, answers.get(EVERY_COLUMN, ""))


def _named(fields: Iterable[Column], name: str) -> Column | None:
    return next((column for column in fields if column.field.name == name), None)


def _kind_and_columns(
    table: SourceTable, choices: CheckChoices, reference: Reference
) -> tuple[Kind, Mapping[int, str]]:
    known = ", ".join(KINDS)
    if choices.kind is not None and choices.kind not in KINDS:
        raise UnusableInput(ErrorCode.UNKNOWN_KIND, kind=choices.kind, kinds=known)
    recognition = recognise(
        table, choices.kind or _kind_of(choices.columns), reference.column_mappings
    )
    if not recognition.kind:
        raise UnusableInput(ErrorCode.KIND_NOT_RECOGNISED, path=table.name, kinds=known)
    kind = KINDS[recognition.kind]
    columns = recognition.columns
    if choices.columns is not None:
        columns = {
            index: name
            for index, name in choices.columns.items()
            if name in kind.by_name and 0 <= index < len(table.header)
        }
    missing = [name for name in kind.required if name not in columns.values()]
    if missing:
        raise UnusableInput(ErrorCode.MISSING_COLUMNS, path=table.name, columns=", ".join(missing))
    return kind, columns


def _kind_of(columns: Mapping[int, str] | None) -> str | None:
    """The kind that the fields chosen by the person make up, None where they make up none."""
    named = set((columns or {}).values())
    fitting = [
        kind
        for kind in KINDS.values()
        if named and named >= set(kind.required) and named <= kind.by_name.keys()
    ]
    return max(fitting, key=lambda kind: len(kind.required)).name if fitting else None


def _expect_laboratory(choices: CheckChoices, reference: Reference) -> None:
    code = choices.lab_code
    if code and reference.knows_laboratories and code.casefold() not in reference.laboratories:
        raise UnusableInput(ErrorCode.UNKNOWN_LABORATORY, lab=code)
