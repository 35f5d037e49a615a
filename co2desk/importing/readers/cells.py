"""Values as a spreadsheet library gives them to text and kind of cell."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isfinite
from typing import Any

from co2desk.importing.table import CellKind

_EXACT_INTEGERS = 1e15
_HEAD = 200


def number_text(value: float) -> str:
    """Plain decimal text of a number: the fewest digits that name it, no exponent, no 12.0."""
    if value.is_integer() and -_EXACT_INTEGERS < value < _EXACT_INTEGERS:
        return str(int(value))
    text = repr(value)
    if "e" in text:
        return format(Decimal(text), "f")
    return text


def _datetime_text(value: datetime) -> str:
    if value.microsecond:  # a day is stored as a fraction: seconds come back with noise
        value = (value + timedelta(microseconds=500_000)).replace(microsecond=0)
    if value.time() == time():
        return value.date().isoformat()
    return value.isoformat()


def _time_text(value: time) -> str:
    return value.isoformat("seconds")


def _duration_text(value: timedelta) -> str:
    seconds = round(value.total_seconds())
    sign = "-" if seconds < 0 else ""
    hours, rest = divmod(abs(seconds), 3600)
    return f"{sign}{hours}:{rest // 60:02d}:{rest % 60:02d}"


def _boolean_text(value: bool) -> str:
    return "TRUE" if value else "FALSE"


_TEXTS: dict[type, Callable[[Any], str]] = {
    str: str,
    float: number_text,
    int: str,
    bool: _boolean_text,
    date: date.isoformat,
    datetime: _datetime_text,
    time: _time_text,
    timedelta: _duration_text,
}
_KINDS: dict[type, CellKind] = {
    str: CellKind.TEXT,
    float: CellKind.NUMBER,
    int: CellKind.NUMBER,
    bool: CellKind.BOOLEAN,
    date: CellKind.DATE,
    datetime: CellKind.DATE,
    time: CellKind.TEXT,
    timedelta: CellKind.TEXT,
}


def to_text(rows: Sequence[Sequence[Any]]) -> tuple[list[tuple[str, ...]], list[bytes]]:
    """Turn a grid of values, all rows equally long, into cells of text and their kinds.

    Works by column, because a column mostly holds one type.
    """
    if not rows or not rows[0]:
        return [() for _ in rows], [b"" for _ in rows]
    width = len(rows[0])
    kinds = bytearray(len(rows) * width)
    texts: list[Sequence[str]] = []
    for index, column in enumerate(zip(*rows, strict=True)):
        if _is_text(column):
            texts.append(column)
            continue
        text, kind = _column(column[:_HEAD])
        if len(column) > _HEAD:
            more_text, more_kind = _column(column[_HEAD:])
            text += more_text
            kind += more_kind
        texts.append(text)
        kinds[index::width] = kind
    flat = bytes(kinds)
    return (
        list(zip(*texts, strict=True)),
        [flat[start : start + width] for start in range(0, len(flat), width)],
    )


def _is_text(column: tuple[Any, ...]) -> bool:
    # Stops at the first value that is none, and takes half the time of a look at each type.
    try:
        "".join(column)
    except TypeError:
        return False
    return True


def _column(column: tuple[Any, ...]) -> tuple[list[str], bytes]:
    if _is_text(column):
        return list(column), bytes(len(column))
    types = set(map(type, column))
    if types == {float}:
        return _numbers(column), bytes([CellKind.NUMBER]) * len(column)
    if types == {date}:
        known = {day: day.isoformat() for day in set(column)}
        return [known[day] for day in column], bytes([CellKind.DATE]) * len(column)
    text = [_TEXTS[type(value)](value) for value in column]
    return text, bytes(_KINDS[type(value)] for value in column)


def _numbers(column: tuple[float, ...]) -> list[str]:
    """Turn a column of numbers into text at the speed of `repr`."""
    joined = "\n".join(map(repr, column)) + "\n"
    texts = joined.replace(".0\n", "\n").split("\n")[:-1]
    if "e" in joined or "n" in joined or "-0.0\n" in joined:  # exponents, nan, inf, minus zero
        return [
            _number(value) if "e" in text or "n" in text or text == "-0" else text
            for value, text in zip(column, texts, strict=True)
        ]
    return texts


def _number(value: float) -> str:
    return number_text(value) if isfinite(value) else str(value)
