"""What a cell looks like: the evidence on which dialects, headers and tables are told apart."""

import re
from enum import IntEnum


class Shape(IntEnum):
    """The look of one cell."""

    EMPTY = 0
    NUMBER = 1
    DATE = 2
    TIME = 3
    ADDRESS = 4  # of a page, a mailbox or a machine
    CODE = 5
    WORDS = 6
    PROSE = 7
    MIXED = 8  # holds what may be separators
    BROKEN = 9  # holds stray quotes


WORTH = (0.55, 1.0, 1.0, 1.0, 0.99, 0.95, 0.9, 0.75, 0.35, 0.02)
"""By shape, how far a cell speaks for the reading that gave it, 0 to 1.

A wrong delimiter or quote leaves cells that hold other separators, stray quotes or halves of
numbers.
"""


TYPED = frozenset({Shape.NUMBER, Shape.DATE, Shape.TIME})

_NUMBER = (
    r"[-+(]?\s?(?:[$€£¥]|CHF|EUR|USD|GBP)?\s?[-+]?"
    r"(?:[0-9]{1,3}(?:[ '’.,\u00a0\u202f][0-9]{3})+(?:[.,][0-9]+)?"
    r"|[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)"
    r"(?:[eE][-+]?[0-9]{1,3})?\)?\s?(?:%|[$€£¥]|CHF|EUR|USD|GBP)?"
)
_TIME = r"[0-9]{1,2}[:h][0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?(?:\s?[AaPp]\.?[Mm]\.?)?"
_MONTH = (
    r"(?:jan|feb|f[eé]v|mar|m[aä]r|apr|avr|may|mai|jun|juin|jul|juil|aug|ao[uû]|sep|oct|okt|nov|dec|dez|d[eé]c)"
    r"[^\W\d_]{0,6}\.?"
)
_DATE = (
    r"(?:[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}|[0-9]{1,2}[-/.][0-9]{1,2}[-/.](?:[0-9]{4}|[0-9]{2})"
    rf"|[0-9]{{1,2}}\.?[-/ ]?{_MONTH}[-/ ,]{{0,2}}(?:[0-9]{{4}}|[0-9]{{2}})?"
    rf"|{_MONTH}[-/ ]?(?:[0-9]{{1,2}},?[ ]?)?(?:[0-9]{{4}}|[0-9]{{2}})"
    rf"|(?:19|20)[0-9]{{2}}-[0-9]{{2}})"
    rf"(?:(?:[T_]|,?\s{{1,2}}){_TIME}(?:\s?(?:Z|UTC|GMT|[-+][0-9]{{2}}:?[0-9]{{2}}))?)?"
)
_ADDRESS = (
    r"(?:(?:https?|ftp|file)://|www\.)[^\s\"|;]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|[0-9]{1,3}(?:\.[0-9]{1,3}){3}"
)
_MISSING = r"n/?a|nan|null|none|nil|-{1,3}|\?|#N/A|\.{1,3}"
_CODE = r"[#@]?[^\W_]+(?:[-_./:][^\W_]+)*[-_]?"
_WORDS = r"[(\[]?[^\W_](?:[^\W_]|[ .'’&/()\-_+%°#!?\[\]*²³€$\u00a0]|\.{3})*"
_SHAPES = re.compile(
    "|".join(
        f"(?P<{name}>{pattern})"
        for name, pattern in (
            ("EMPTY", rf"\s*|(?i:{_MISSING})"),
            ("TIME", _TIME),
            ("DATE", f"(?i:{_DATE})"),
            ("NUMBER", _NUMBER),
            ("ADDRESS", _ADDRESS),
            ("CODE", _CODE),
            ("WORDS", _WORDS),
        )
    )
)
_SEPARATOR = re.compile(r"[;|¦§]|\w,\w|,,|~\w|\w\^|\w[#!&$%@*=+]\w|::")
_CONTROL = re.compile(r"[\t\x00-\x08\x0e-\x1f]")
_LETTER = re.compile(r"[^\W\d_]")
_STRAY_QUOTE = re.compile(r"^[\"'`]|(?<![0-9])[\"'`]$|\"")
_QUOTED_WORD = re.compile(r"(?:^|[\s(\[])\"[^\"]+\"(?=$|[\s.,;:!?)\]])")


def shape(cell: str) -> Shape:
    """Tell what `cell` looks like."""
    text = cell.strip()
    if len(text) <= 120 and (match := _SHAPES.fullmatch(text)):
        found = Shape[match.lastgroup or "EMPTY"]
        if found is Shape.EMPTY and cell and not text:
            return Shape.MIXED
        if found not in (Shape.WORDS, Shape.CODE):
            return found
        if found is Shape.WORDS and not _LETTER.search(text):
            return Shape.MIXED  # numbers with something between them
        return Shape.MIXED if _SEPARATOR.search(text) else found
    if _CONTROL.search(text):
        return Shape.BROKEN
    if _STRAY_QUOTE.search(_QUOTED_WORD.sub("", text)):
        return Shape.BROKEN
    if _SEPARATOR.search(text):
        return Shape.MIXED
    return Shape.PROSE


class Shapes:
    """Shapes of many cells, each distinct text looked at once."""

    def __init__(self) -> None:
        self._known: dict[str, Shape] = {}

    def __call__(self, cell: str) -> Shape:
        found = self._known.get(cell)
        if found is None:
            found = self._known[cell] = shape(cell)
        return found
