"""Breaks a text into lines that fit into a width on paper."""

from collections.abc import Iterator

from reportlab.pdfbase.pdfmetrics import stringWidth

_ROUNDING = 0.01


def wrapped(text: str, font: str, size: float, width: float, at_most: int) -> list[str]:
    """The lines of `text`, broken between words, and within a word only where it is too long.

    More than `at_most` lines end in "…". What cannot be printed becomes a space.
    """
    text = "".join(char if char.isprintable() else " " for char in text)
    if stringWidth(text, font, size) <= width + _ROUNDING:
        return [text]
    lines: list[str] = []
    line = ""
    for piece in _pieces(text, font, size, width):
        longer = f"{line} {piece}" if line else piece
        if stringWidth(longer, font, size) <= width + _ROUNDING:
            line = longer
            continue
        lines.append(line)
        line = piece
        if len(lines) == at_most:
            return [*lines[:-1], f"{lines[-1][:-1]}…"]
    return [*(one for one in lines if one), line]


def _pieces(text: str, font: str, size: float, width: float) -> Iterator[str]:
    """Words, and the parts of words that are wider than a line."""
    for word in text.split():
        rest = word
        while rest and stringWidth(rest, font, size) > width + _ROUNDING:
            fitting = len(rest) - 1
            while fitting > 1 and stringWidth(rest[:fitting], font, size) > width:
                fitting -= 1
            yield rest[: max(1, fitting)]
            rest = rest[max(1, fitting) :]
        if rest:
            yield rest
