"""Which decimal mark a file is written with, as far as its numbers say so."""

import re
from collections.abc import Iterable

_SAMPLE_ROWS = 2_000
_SPACE = "'’ \u00a0\u202f"
# A mark is proven by digits behind it that cannot be a group of three, by a leading zero, or by
# another mark that groups the digits before it.
_COMMA = re.compile(
    rf"[-+]?(?:[0-9]{{1,3}}(?:[.{_SPACE}][0-9]{{3}})+,[0-9]+|0,[0-9]+"
    r"|[0-9]+,(?:[0-9]{1,2}|[0-9]{4,})|[0-9]{4,},[0-9]+)(?:\s?%)?"
)
_POINT = re.compile(
    rf"[-+]?(?:[0-9]{{1,3}}(?:[,{_SPACE}][0-9]{{3}})+\.[0-9]+|0?\.[0-9]+"
    r"|[0-9]+\.(?:[0-9]{1,2}|[0-9]{4,})|[0-9]{4,}\.[0-9]+)(?:\s?%)?"
)


def decimal_mark(rows: Iterable[Iterable[str]]) -> str:
    """Give "," or "." where the evidence is for one of them by far, else ""."""
    commas = points = 0
    for index, row in enumerate(rows):
        if index >= _SAMPLE_ROWS:
            break
        for cell in row:
            text = cell.strip()
            if "," in text or "." in text:
                commas += bool(_COMMA.fullmatch(text))
                points += bool(_POINT.fullmatch(text))
    if commas > 4 * points:
        return ","
    if points > 4 * commas:
        return "."
    return ""
