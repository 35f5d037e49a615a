"""Checks a block of rows column by column: each different text and combination once."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal, localcontext
from itertools import repeat
from operator import mul

from co2desk.domain.emission import AMOUNTS, FOUR_DECIMALS
from co2desk.importing.block_result import BlockResult, State
from co2desk.importing.cells import Cell
from co2desk.importing.layout import Column, Layout
from co2desk.importing.marks import is_example
from co2desk.importing.parsing.blank import SPREADSHEET_ERRORS
from co2desk.importing.parsing.rounding import RoundedNumber
from co2desk.importing.parsing.text import SUSPICIOUS
from co2desk.importing.rules.row import judge_row
from co2desk.importing.verdict import DayKey

_CellsOf = Callable[[Column], Sequence[Cell]]
_ZERO, _ONE = Decimal(0), Decimal(1)


def check_block(
    layout: Layout, rows: Sequence[Sequence[str]], kinds: Sequence[bytes] | None
) -> BlockResult:
    """Check rows; `kinds` gives a byte per cell where a spreadsheet typed them."""
    odd = [] if set(map(len, rows)) == {layout.width} else _odd_rows(rows, layout.width)
    even_rows = _evened(rows, odd, layout.width)
    texts = list(zip(*even_rows, strict=True)) if even_rows else [()] * layout.width
    types = _cell_types(kinds, layout.width) if kinds is not None else None

    def cells_of(column: Column) -> Sequence[Cell]:
        return _cells(texts[column.index], types[column.index] if types else None)

    keys: list[Iterable[DayKey | Cell]] = []
    days: Sequence[date] = [layout.default_day] * len(rows)
    for column in layout.deciding:
        cells = cells_of(column)
        if column.field.name == layout.kind.date_field:
            found = list(map(layout.verdicts.days.__getitem__, cells))
            days = [day for day, _ in found]
            keys.append([key for _, key in found])
        else:
            keys.append(cells)
    verdicts = list(map(layout.verdicts.__getitem__, zip(*keys, strict=True)))
    amounts, doubtful = _amounts(layout, cells_of, len(rows))
    result = BlockResult(
        bytearray(len(rows)),
        verdicts,
        amounts,
        [],
        days,
        _overrides(layout, cells_of),
        [texts[column.index] for column in layout.free],
    )
    with localcontext(AMOUNTS):
        suspects = _suspects(layout, result, doubtful)
        suspects.update(odd)
        for index in sorted(suspects):
            judge_row(layout, rows[index], result, index)
        _multiply(result)
    return result


def _cells(texts: Sequence[str], types: Sequence[int] | None) -> Sequence[Cell]:
    if types is None or not any(types):
        return texts
    return [(text, kind) if kind else text for text, kind in zip(texts, types, strict=True)]


def _cell_types(kinds: Sequence[bytes], width: int) -> list[Sequence[int]]:
    padded = [kind[:width].ljust(width, b"\0") for kind in kinds]
    return list(zip(*padded, strict=True)) if padded else [()] * width


def _odd_rows(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    return [index for index, row in enumerate(rows) if len(row) != width]


def _evened(
    rows: Sequence[Sequence[str]], odd: Sequence[int], width: int
) -> Sequence[Sequence[str]]:
    if not odd:
        return rows
    evened = list(rows)
    for index in odd:
        row = list(rows[index][:width])
        evened[index] = row + [""] * (width - len(row))
    return evened


def _amounts(
    layout: Layout, cells_of: _CellsOf, count: int
) -> tuple[Sequence[object], Sequence[int]]:
    """The amounts, and the places where there may be none."""
    if layout.amount is None:
        default = layout.kind.amount_default
        return [default if layout.kind.amount else _ONE] * count, range(count if default else 0)
    return layout.cells[layout.amount.field.name].column(cells_of(layout.amount))


def _overrides(layout: Layout, cells_of: _CellsOf) -> list[object] | None:
    if layout.override is None:
        return None
    parsed = layout.cells[layout.override.field.name]
    overrides: list[object] = list(map(parsed.__getitem__, cells_of(layout.override)))
    return overrides if any(value is not None for value in overrides) else None


def _suspects(layout: Layout, result: BlockResult, doubtful: Sequence[int]) -> set[int]:
    """Rows that need a look of their own; all the others are valid as they are."""
    suspects: set[int] = set()
    amounts, verdicts = result.amounts, result.verdicts
    different = set(verdicts)
    bad = {
        verdict
        for verdict in different
        if verdict.errors or verdict.warnings or verdict.unusual_above is not None
    }
    if bad:
        suspects.update(i for i, verdict in enumerate(verdicts) if verdict in bad)
    suspects.update(i for i in doubtful if amounts[i].__class__ is not Decimal)
    if result.overrides is not None:
        suspects.update(i for i, value in enumerate(result.overrides) if value is not None)
    at_least = max((verdict.at_least for verdict in different), default=_ZERO)
    at_most = min((verdict.at_most for verdict in different), default=_ZERO)
    numbers = [amount for amount in amounts if amount.__class__ is Decimal]
    if numbers and (max(numbers) >= at_most or (at_least and min(numbers) < at_least)):
        suspects.update(
            i
            for i, (value, verdict) in enumerate(zip(amounts, verdicts, strict=True))
            if value.__class__ is Decimal and not (verdict.at_least <= value < verdict.at_most)
        )
    for column, texts in zip(layout.free, result.free_texts, strict=True):
        suspects.update(_suspicious_texts(column, texts))
    return suspects


def _suspicious_texts(column: Column, texts: Sequence[str]) -> list[int]:
    """Places of texts too long or with marks that do not belong there, and of an example's note."""
    longest, joined = column.field.longest, "\n".join(texts)
    clean = not SUSPICIOUS.search(joined) and "#" not in joined and not is_example(joined)
    if clean and max(map(len, texts), default=0) <= longest:
        return []
    return [
        i
        for i, text in enumerate(texts)
        if len(text) > longest
        or SUSPICIOUS.search(text)
        or text.strip() in SPREADSHEET_ERRORS
        or is_example(text)
    ]


def _multiply(result: BlockResult) -> None:
    """Quantities and kilograms of all rows, exact and rounded to four decimals."""
    states, verdicts = result.states, result.verdicts
    amounts: list[Decimal] = [
        value
        if value.__class__ is Decimal
        else Decimal(value)
        if isinstance(value, RoundedNumber)
        else _ONE
        for value in result.amounts
    ]
    for index in result.left_out():
        amounts[index] = _ZERO
    if any(verdict.per_amount != 1 for verdict in set(verdicts)):
        amounts = [
            (amount * verdict.per_amount).quantize(FOUR_DECIMALS)
            for amount, verdict in zip(amounts, verdicts, strict=True)
        ]
    result.quantities = amounts
    products = map(mul, amounts, [verdict.factor_value for verdict in verdicts])
    result.kilograms = list(map(Decimal.quantize, products, repeat(FOUR_DECIMALS)))
    for index, override in enumerate(result.overrides or ()):
        if isinstance(override, Decimal) and states[index] <= State.WARNING:
            result.kilograms[index] = override
