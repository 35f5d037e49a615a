"""Dates as people write them, read exactly or not at all."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from co2desk.domain.issue import IssueCode
from co2desk.domain.plain_words import plain_words

EARLIEST, LATEST = date(1990, 1, 1), date(2100, 12, 31)

_TIME = (
    r"(?:[T ]\s*[0-9]{1,2}[:.h][0-9]{2}(?:[:.][0-9]{2}(?:[.,][0-9]+)?)?\s*(?:Z|[+-][0-9:]{2,6})?)?"
)
_YEAR_FIRST = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})" + _TIME)
_COMPACT = re.compile(r"((?:19|20|21)[0-9]{2})([0-9]{2})([0-9]{2})")
_YEAR_LAST = re.compile(r"([0-9]{1,2})\s?([-/.])\s?([0-9]{1,2})\s?\2\s?([0-9]{4}|[0-9]{2})" + _TIME)
_SERIAL = re.compile(r"([0-9]{5})(?:\.[0-9]+)?")
_DAY_MONTH = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|er)? ([a-z]+) ([0-9]{4}|[0-9]{2})")
_MONTH_DAY = re.compile(r"([a-z]+) ([0-9]{1,2})(?:st|nd|rd|th)? ([0-9]{4})")

_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "january jan janvier janv januar janner",
            "february feb fevrier fevr fev februar feber",
            "march mar mars marz mrz",
            "april apr avril avr",
            "may mai",
            "june jun juin juni",
            "july jul juillet juil juli",
            "august aug aout",
            "september sep sept septembre",
            "october oct octobre oktober okt",
            "november nov novembre",
            "december dec decembre dezember dez",
        ),
        start=1,
    )
    for word in words.split()
}
_EPOCH_1900 = date(1899, 12, 30)  # right from 1 March 1900 on: Excel believes in 29 February 1900
_EPOCH_1904 = date(1904, 1, 1)


def parse_date(text: str, order: str = "", *, epoch_1904: bool = False) -> date | IssueCode:
    """The day that a person wrote; a time behind it is dropped.

    `order` is "dmy" or "mdy", and decides `03/04/2025`; with "" such a date is a question. Dates
    with points are day first, as nobody writes them otherwise. Five digits are a spreadsheet's
    serial number. Nothing outside 1990 to 2100 is a date.
    """
    core = text.strip()
    if len(core) > 40:
        return IssueCode.NOT_A_DATE
    if found := _YEAR_FIRST.fullmatch(core):
        return _day(found[1], found[3], found[4])
    if found := _YEAR_LAST.fullmatch(core):
        return _year_last(found, order)
    if found := _COMPACT.fullmatch(core):
        return _day(found[1], found[2], found[3])
    if found := _SERIAL.fullmatch(core):
        return _bounded((_EPOCH_1904 if epoch_1904 else _EPOCH_1900) + timedelta(int(found[1])))
    return _with_month_name(plain_words(core))


def date_order(texts: Iterable[str]) -> str:
    """ "dmy" or "mdy" where the column's cells prove one and only one of them, else ""."""
    orders = set()
    for text in texts:
        found = _YEAR_LAST.fullmatch(text.strip())
        if found and found[2] != ".":
            first, second = int(found[1]), int(found[3])
            if first > 12 >= second:
                orders.add("dmy")
            if second > 12 >= first:
                orders.add("mdy")
    return orders.pop() if len(orders) == 1 else ""


def is_serial(text: str) -> bool:
    """Whether a text is taken for a day that a spreadsheet counted."""
    return _SERIAL.fullmatch(text.strip()) is not None


def _year_last(found: re.Match[str], order: str) -> date | IssueCode:
    first, mark, second, year = found[1], found[2], found[3], found[4]
    if mark == "." or int(first) > 12 or first == second:
        return _day(year, second, first)
    if int(second) > 12:
        return _day(year, first, second)
    if order == "dmy":
        return _day(year, second, first)
    if order == "mdy":
        return _day(year, first, second)
    valid = isinstance(_day(year, first, second), date) and int(first) and int(second)
    return IssueCode.AMBIGUOUS_DATE if valid else IssueCode.NOT_A_DATE


def _with_month_name(words: str) -> date | IssueCode:
    if found := _DAY_MONTH.fullmatch(words):
        day, month, year = found[1], found[2], found[3]
    elif found := _MONTH_DAY.fullmatch(words):
        month, day, year = found[1], found[2], found[3]
    else:
        return IssueCode.NOT_A_DATE
    number = _MONTHS.get(month)
    return _day(year, str(number), day) if number else IssueCode.NOT_A_DATE


def _day(year: str, month: str, day: str) -> date | IssueCode:
    try:
        return _bounded(date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day)))
    except ValueError:
        return IssueCode.NOT_A_DATE


def _bounded(day: date) -> date | IssueCode:
    return day if EARLIEST <= day <= LATEST else IssueCode.NOT_A_DATE
