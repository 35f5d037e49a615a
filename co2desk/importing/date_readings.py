"""How a column of dates was read, where its cells could have been read otherwise."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from co2desk.domain.issue import IssueCode
from co2desk.importing.parsing.dates import date_order, is_serial, parse_date


@dataclass(frozen=True, slots=True)
class DateReading:
    """The dates of a column (counted from 0) that are read by a decision, not by themselves.

    `count` rows are like `sample`, which was read as `day`. `order` is "dmy" or "mdy"; "" means
    days counted by a spreadsheet. `proof` is the cell that decided; without one, and with an
    order, the person said it.
    """

    column: int
    order: str
    count: int
    sample: str
    day: date
    proof: str = ""


def date_readings(
    column: int, texts: Mapping[str, int], chosen: str, *, epoch_1904: bool = False
) -> Iterator[DateReading]:
    """What was decided for a column, whose `texts` come with their number of rows.

    `chosen` is the order that the person said, "" for none. A question that is still open is no
    reading: its cells are in error.
    """
    order = chosen or date_order(texts)
    if order:
        proof = "" if chosen else _first(text for text in texts if date_order([text]) == order)
        yield from _alike(column, order, proof, _only(texts, _is_open), epoch_1904)
    yield from _alike(column, "", "", _only(texts, is_serial), epoch_1904)


def _only(texts: Mapping[str, int], test: Callable[[str], bool]) -> dict[str, int]:
    return {text: count for text, count in texts.items() if test(text)}


def _is_open(text: str) -> bool:
    return parse_date(text) is IssueCode.AMBIGUOUS_DATE


def _alike(
    column: int, order: str, proof: str, texts: Mapping[str, int], epoch_1904: bool
) -> Iterator[DateReading]:
    days = {
        text: day
        for text in texts
        if isinstance(day := parse_date(text, order, epoch_1904=epoch_1904), date)
    }
    if days:
        sample = max(days, key=lambda text: texts[text])
        count = sum(texts[text] for text in days)
        yield DateReading(column, order, count, sample, days[sample], proof)


def _first(texts: Iterable[str]) -> str:
    return next(iter(texts), "")
