"""Which delimiter, quote and escape a text is written in.

The measure is consistency of data: the right dialect gives rows of equal length whose cells look
like values. It follows the idea of van den Burg, Nazábal and Sutton, "Wrangling messy CSV files by
detecting row and type patterns", Data Mining and Knowledge Discovery 33 (2019), with weights of its
own: worth by shape of cell, agreement of the shapes within a column, rows of one cell at the ends
(titles, notes) left out, and a prior for the delimiters that people use.
"""

import re
from dataclasses import dataclass, replace

from co2desk.importing.readers.dialect_candidates import candidates, escapes, quotes
from co2desk.importing.readers.dialect_score import fit
from co2desk.importing.readers.lines import physical_lines
from co2desk.importing.readers.records import TextDialect
from co2desk.importing.readers.shapes import Shapes

_HEAD_LINES = 100
_PART_LINES = 30
_LINE_CHARACTERS = 4_000


@dataclass(frozen=True, slots=True)
class Detection:
    """The dialect found; `confidence` 0 to 1 compares it with the best other delimiter."""

    dialect: TextDialect
    confidence: float


def detect_dialect(
    text: str, delimiter: str | None = None, quote: str | None = None, escape: str | None = None
) -> Detection:
    """Find the dialect of `text`; what is given is taken as it is."""
    sample = _sample(text)
    lines = [line for line in _lines(sample) if line.strip()]
    if not lines:
        return Detection(TextDialect(delimiter or ",", '"' if quote is None else quote), 0.0)
    if declared := _declared_delimiter(lines[0]):
        delimiter = delimiter or declared
    shapes = Shapes()
    scored: list[tuple[float, TextDialect]] = []
    best_score = 0.0
    for candidate in candidates(sample, lines, delimiter):
        for quote_choice in quotes(sample, candidate, quote):
            dialect = replace(candidate, quote=quote_choice)
            for final in escapes(sample, dialect, escape):
                score = fit(sample, final, shapes, best_score)
                best_score = max(best_score, score)
                scored.append((score, final))
    best = max(scored, key=lambda pair: pair[0])[1]
    others = [score for score, dialect in scored if dialect.delimiter != best.delimiter]
    rival = max(others, default=0.0)
    confidence = 1.0 if delimiter else min(1.0, 2.2 * (1 - rival / max(best_score, 0.01)))
    return Detection(_settle(best, sample, quote), round(max(0.05, confidence), 2))


def _settle(dialect: TextDialect, sample: str, quote: str | None) -> TextDialect:
    """With no quotes in sight, the usual one stays in force for what the sample did not show."""
    if quote is None and not dialect.quote and '"' not in sample:
        return replace(dialect, quote='"')
    return dialect


def _declared_delimiter(line: str) -> str | None:
    """Read the `sep=;` line by which Excel is told the delimiter."""
    match = re.fullmatch(r"\"?sep=(.|\\t)\"?", line.strip("\r\n"), re.IGNORECASE)
    return {"\\t": "\t"}.get(match[1], match[1]) if match else None


def _sample(text: str) -> str:
    """Lines from the head, and from middle and tail if no cell runs over lines in the head."""
    head = _first_lines(text, 0, _HEAD_LINES)
    if len(head) >= len(text):
        return head
    if re.search(r"[,;\t|^]\"[^\"\r\n]*[\r\n]+[^\"]*\"", head):
        return _first_lines(text, 0, _HEAD_LINES + 2 * _PART_LINES)
    parts = [head]
    for position in (len(text) // 2, max(len(head), len(text) - 6_000)):
        if position > len(head):
            begin = text.find("\n", position) + 1
            parts.append(_first_lines(text, begin, _PART_LINES) if begin else "")
    return "".join(part if part.endswith(("\n", "\r")) else part + "\n" for part in parts if part)


def _first_lines(text: str, begin: int, count: int) -> str:
    block = text[begin : begin + count * _LINE_CHARACTERS]
    lines = list(physical_lines(block))[:count]
    return "".join(lines)


def _lines(text: str) -> list[str]:
    return list(physical_lines(text))
