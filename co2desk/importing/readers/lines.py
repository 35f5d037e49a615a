"""Text to physical lines, as an editor counts them: ended by CRLF, LF or CR, end kept."""

import io
from collections.abc import Iterator
from itertools import chain

_CHUNK = 1 << 20


def physical_lines(text: str) -> Iterator[str]:
    """Give the lines of `text` one by one, without a second copy of all of it."""
    if len(text) <= _CHUNK:
        return iter(io.StringIO(text, newline=""))
    return chain.from_iterable(io.StringIO(chunk, newline="") for chunk in _chunks(text))


def _chunks(text: str) -> Iterator[str]:
    """Pieces of about a million characters that end where a line ends."""
    start = 0
    while start < len(text):
        end = min(len(text), start + _CHUNK)
        if end < len(text):
            end = _end_of_line(text, start, end)
        yield text[start:end]
        start = end


def _end_of_line(text: str, start: int, end: int) -> int:
    """The last end of a line before `end`, or the first behind it."""
    if cut := text.rfind("\n", start, end) + 1:
        return cut
    cut = text.rfind("\r", start, end - 1) + 1
    if cut and text[cut] != "\n":
        return cut
    following = [place for mark in "\r\n" if (place := text.find(mark, end - 1)) >= 0]
    if not following:
        return len(text)
    place = min(following)
    return place + (2 if text.startswith("\r\n", place) else 1)
