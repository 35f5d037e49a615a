"""Which dialects a text may be written in: delimiters, quotes and escapes that stand in it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from co2desk.importing.readers.delimiter_prior import prior
from co2desk.importing.readers.records import TextDialect

_SCHEMES = frozenset({"://", ":/", "//", ":\\", "--", "---", "...", "..", "+/-"})
_NEVER = frozenset("\"'`.()[]{}\r\n\0")
_LONG = re.compile(r"(?<![^\w\s\"'])[!#-&*+,\-/:-@\\^|~§¦]{2,3}(?![^\w\s\"'])|\\t|\t{2,3}")
_QUOTES = ('"', "'", "`")


def candidates(sample: str, lines: Sequence[str], delimiter: str | None) -> list[TextDialect]:
    if delimiter is not None:
        return _with_variants(delimiter, sample)
    found = [TextDialect("")]
    counts: Counter[str] = Counter()
    for line in lines:
        counts.update(set(line))
    least = max(1, 0.2 * len(lines))
    singles = [
        char
        for char, count in counts.items()
        if count >= least and not char.isalnum() and char not in _NEVER
    ]
    singles.sort(key=lambda char: prior(char) * counts[char], reverse=True)
    for char in singles[:8] + _long_delimiters(sample, lines):
        found.extend(_with_variants(char, sample))
    return found


def _long_delimiters(sample: str, lines: Sequence[str]) -> list[str]:
    """Delimiters of several characters: in most lines, and their characters hardly elsewhere."""
    counts: Counter[str] = Counter()
    for line in lines:
        counts.update(set(_LONG.findall(line)) - _SCHEMES)
    found = []
    for text, count in counts.most_common(6):
        mark = max(text, key=lambda char: char != " ")
        whole = sample.count(text) * text.count(mark)
        if count >= max(2, 0.7 * len(lines)) and whole >= 0.9 * sample.count(mark):
            found.append(text)
    return found


def _with_variants(delimiter: str, sample: str) -> list[TextDialect]:
    """The delimiter alone; followed by a blank, if it mostly is; in runs, if it is the blank."""
    if delimiter == " ":
        runs = len(re.findall(r"(?<=\S) {2,}(?=\S)", sample))
        single = len(re.findall(r"(?<=\S) (?=\S)", sample))
        return [TextDialect(" ", collapse=runs > 0.1 * (single + runs))]
    plain = TextDialect(delimiter)
    if delimiter in ",;|:":
        all_of_them = sample.count(delimiter)
        spaced = len(re.findall(re.escape(delimiter) + r"(?: |(?=[\r\n]))", sample))
        before_quote = len(re.findall(re.escape(delimiter) + r" +[\"']", sample))
        if before_quote or spaced > 0.9 * all_of_them:
            return [replace(plain, skip_space=True), plain]
    return [plain]


def quotes(sample: str, dialect: TextDialect, chosen: str | None) -> list[str]:
    """Quotes that open and close cells; with none in sight, the usual one can do no harm."""
    if chosen is not None:
        return [chosen]
    found = [mark for mark in _QUOTES if mark in sample and _encloses(mark, sample, dialect)]
    return [*found, ""] if '"' in sample or found else ['"']


def _encloses(quote: str, sample: str, dialect: TextDialect) -> bool:
    edge = f"[{re.escape(dialect.delimiter)}\r\n]" if len(dialect.delimiter) == 1 else r"[\r\n]"
    long = f"|(?<={re.escape(dialect.delimiter + quote)})" if len(dialect.delimiter) > 1 else ""
    # The quote comes first in both patterns, which lets the search run from quote to quote.
    opening = rf"{quote}(?:(?<={edge}{quote})|(?<={edge} {quote}){long})"
    closing = rf"{quote} ?(?:$|{edge}{'|' + re.escape(dialect.delimiter) if long else ''})"
    opened = len(re.findall(opening, sample)) + sample.startswith(quote)
    closed = len(re.findall(closing, sample))
    if not opened or not closed:
        return False
    if quote == '"' or (opened > 1 and closed > 1):
        return True
    # One cell in apostrophes proves nothing, unless it keeps a delimiter together.
    inner = re.escape(dialect.delimiter)
    enclosed = rf"(?:^|{edge}){quote}[^{quote}\r\n]*{inner}[^{quote}\r\n]*{quote}(?:{edge}|$)"
    return bool(inner) and re.search(enclosed, sample) is not None


def escapes(sample: str, dialect: TextDialect, chosen: str | None) -> list[TextDialect]:
    if chosen is not None:
        return [replace(dialect, escape="" if chosen == dialect.quote else chosen)]
    found = [dialect]
    escaped = [
        mark for mark in (dialect.quote, dialect.delimiter) if mark and f"\\{mark}" in sample
    ]
    if escaped and dialect.delimiter not in ("", "\\", "\\t"):
        found.append(replace(dialect, escape="\\"))
    return found
