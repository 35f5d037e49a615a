"""Numbers as people write them, read exactly or not at all."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from co2desk.domain.issue import IssueCode

_SPACES = " \u00a0\u202f\u2009\u2007"
_APOSTROPHES = "'\u2019\u02bc\u00b4\u2018"
_LONGEST = 60

_NUMBER = re.compile(
    rf"""
    (?P<whole>
        [0-9]*
        | [0-9]{{1,3}} (?: (?P<separator>[{_SPACES}{_APOSTROPHES}]) [0-9]{{3}} )
          (?: (?P=separator) [0-9]{{3}} )*
        | [0-9]{{1,3}} (?: \.[0-9]{{3}} ){{2,}}
        | [0-9]{{1,3}} (?: ,[0-9]{{3}} ){{2,}}
        | [0-9]{{1,3}} (?: \.[0-9]{{3}} )+ (?=,)
        | [0-9]{{1,3}} (?: ,[0-9]{{3}} )+ (?=\.)
    )
    (?: (?P<mark>[.,]) (?P<fraction>[0-9]*) )?
    (?: [eE] (?P<exponent>[+-]?[0-9]{{1,2}}) )?
    """,
    re.VERBOSE,
)
_UNAMBIGUOUS = re.compile(r"[0-9]+(?:[.,](?:[0-9]{1,2}|[0-9]{4,}))?|[0-9]{4,}[.,][0-9]{3}")
_WITHOUT_DOUBT = (
    r"(?:[0-9]{1,3}(?:['\u2019][0-9]{3}){0,2}(?:[.,](?:[0-9]{1,2}|[0-9]{4}))?"
    r"|[0-9]{4,9}(?:[.,][0-9]{1,4})?)"
)
_DOUBTFUL_LINE = re.compile(rf"^(?!{_WITHOUT_DOUBT}$).*$", re.MULTILINE)
_PLAIN = re.compile(r"[+-]?[0-9]*\.?[0-9]*(?:[eE][+-]?[0-9]{1,3})?")
_FRANCS_WITHOUT_CENTIMES = re.compile(r"[.,][-–—]{1,2}$")
_SMALLEST_EXPONENT, _LARGEST_EXPONENT = -30, 30


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """How a column writes numbers, as far as its cells prove it.

    `decimal` holds the marks that some cell can only have used before decimals, `grouping` those
    that some cell can only have used between thousands. `chosen` is the person's answer.
    """

    decimal: frozenset[str] = frozenset()
    grouping: frozenset[str] = frozenset()
    chosen: str = ""

    def is_decimal(self, mark: str) -> bool | None:
        """Whether `mark` before exactly three digits begins decimals; None: it is a question.

        `1.234` under a decimal comma stays a question until some cell groups by points, for
        many people mix both marks.
        """
        if self.chosen:
            return mark == self.chosen
        if mark in self.grouping:
            return None if mark in self.decimal else False
        return True if self.decimal == {mark} else None


def number_style(texts: Iterable[str], chosen: str = "") -> NumberStyle:
    """What the cells of a column prove about its marks; `chosen` settles what they leave open."""
    decimal: set[str] = set()
    grouping: set[str] = set()
    for text in texts:
        core, _, _ = _core(text)
        found = _NUMBER.fullmatch(core)
        if not found or not core:
            continue
        mark, whole = found["mark"], found["whole"]
        inner = "." if "." in whole else "," if "," in whole else ""
        if inner:
            grouping.add(inner)
        if mark and not _allows_both(found):
            decimal.add(mark)
    return NumberStyle(frozenset(decimal), frozenset(grouping), chosen)


def numbers_at_once(texts: Sequence[str]) -> tuple[list[Decimal], list[int]]:
    """The numbers of a whole column, and the places of the texts that need a look of their own.

    Read at once are positive numbers below 10**9 with four decimals at most and one reading
    whatever the column's style: what most columns are full of. The others are 0 in the list.
    """
    joined = "\n".join(texts)
    if joined.count("\n") != len(texts) - 1:  # a text has lines of its own
        return [Decimal(0)] * len(texts), list(range(len(texts)))
    doubtful: list[int] = []
    line = end = 0
    for found in _DOUBTFUL_LINE.finditer(joined):
        line += joined.count("\n", end, found.start())
        end = found.start()
        doubtful.append(line)
    if doubtful:
        plain = list(texts)
        for place in doubtful:
            plain[place] = "0"
        joined = "\n".join(plain)
    bare = joined.replace(",", ".").replace("'", "").replace("\u2019", "")
    return list(map(Decimal, bare.split("\n"))), doubtful


def parse_number(text: str, style: NumberStyle) -> Decimal | IssueCode:
    """The number that a person wrote: `1'234.50`, `12,5`, `80 %`, `(3)` for minus three.

    Thousands may be parted by apostrophes, spaces of all kinds, points or commas; only ASCII
    digits count. `text` is not blank. A percentage is its hundredth part.
    """
    if _UNAMBIGUOUS.fullmatch(text) and len(text) <= _LONGEST:
        return Decimal(text.replace(",", "."))
    core, negative, percent = _core(text)
    found = _NUMBER.fullmatch(core) if len(core) <= _LONGEST else None
    if found is None or not any(digit in core for digit in "0123456789"):
        return IssueCode.NOT_A_NUMBER
    whole, mark, fraction = found["whole"], found["mark"], found["fraction"] or ""
    if not whole and not fraction:
        return IssueCode.NOT_A_NUMBER
    if mark and _allows_both(found):
        begins_decimals = style.is_decimal(mark)
        if begins_decimals is None:
            return IssueCode.AMBIGUOUS_NUMBER
        if not begins_decimals:
            whole, fraction = whole + fraction, ""
    digits = re.sub("[^0-9]", "", whole) or "0"
    exponent = int(found["exponent"] or 0) - (2 if percent else 0)
    if not _SMALLEST_EXPONENT <= exponent <= _LARGEST_EXPONENT:
        return IssueCode.NUMBER_OUT_OF_RANGE
    number = Decimal(f"{digits}.{fraction or 0}" if fraction else digits).scaleb(exponent)
    number = number if exponent <= 0 else number.quantize(Decimal(1)) + 0
    return -number if negative else number


def parse_plain_number(text: str) -> Decimal | IssueCode:
    """A number cell of a spreadsheet: a point before decimals and nothing else."""
    if len(text) > _LONGEST or not _PLAIN.fullmatch(text) or not text.strip("+-.eE"):
        return IssueCode.NOT_A_NUMBER
    number = Decimal(text)
    if not _SMALLEST_EXPONENT <= number.adjusted() <= _LARGEST_EXPONENT:
        return Decimal(0) if not number else IssueCode.NUMBER_OUT_OF_RANGE
    return number


def _core(text: str) -> tuple[str, bool, bool]:
    """The text without sign and percent sign, whether it is negative, whether a percentage."""
    core = text.strip()
    percent = core.endswith("%")
    core = _FRANCS_WITHOUT_CENTIMES.sub("", core.removesuffix("%").rstrip())
    if core.startswith("(") and core.endswith(")"):
        return core[1:-1].strip(), True, percent
    if core.endswith(("-", "−")):
        return core[:-1].rstrip(), True, percent
    if core.startswith(("-", "−", "+")):
        return core[1:].lstrip(), core[0] != "+", percent
    return core, False, percent


def _allows_both(found: re.Match[str]) -> bool:
    """Whether the only mark may part thousands as well as decimals."""
    whole, fraction = found["whole"], found["fraction"] or ""
    return (
        len(fraction) == 3
        and found["exponent"] is None
        and 1 <= len(whole) <= 3
        and not whole.startswith("0")
    )
