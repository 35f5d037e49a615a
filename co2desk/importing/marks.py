"""Texts by which templates and annotated copies are known again when they come back."""

from co2desk.domain.plain_words import plain_words

EXAMPLE = {
    "en": "Example – this row is not imported",
    "fr": "Exemple – cette ligne n'est pas importée",
    "de": "Beispiel – diese Zeile wird nicht importiert",
}
"""What the note of a template's example row says."""

PROBLEMS = {
    "en": "co2desk: problems",
    "fr": "co2desk : problèmes",
    "de": "co2desk: Probleme",
}
"""Header of the column that an annotated copy adds."""

LISTS_SHEET = "lists"
"""The hidden sheet that holds the drop-downs of a template."""

_PROBLEM_HEADERS = frozenset(map(plain_words, PROBLEMS.values()))


def is_example(text: str) -> bool:
    """Whether a note (or several, joined) holds the mark of an example row."""
    return any(mark in text for mark in EXAMPLE.values())


def is_problems_header(header: str) -> bool:
    """Whether a column was added by an annotated copy, and is to be left alone."""
    return plain_words(header) in _PROBLEM_HEADERS
