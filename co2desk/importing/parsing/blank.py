"""What people write into a cell that they leave empty."""

BLANKS = frozenset(
    ["", "-", "–", "—", "−", "--", "n/a", "n.a.", "n. a.", "k.a.", "k. a.", "n.d.", "s.o."]
)

_ENGLISH = "#N/A #DIV/0! #REF! #VALUE! #NAME? #NUM! #NULL! #SPILL! #CALC! #GETTING_DATA"
_GERMAN = "#NV #BEZUG! #WERT! #ZAHL! #ÜBERLAUF!"
_FRENCH = "#VALEUR! #NOM? #NOMBRE! #NUL! #PROPAGATION!"
SPREADSHEET_ERRORS = frozenset(f"{_ENGLISH} {_GERMAN} {_FRENCH}".split())
"""Error values as spreadsheets write them into text files, in English, French and German."""


def is_blank(text: str) -> bool:
    """Whether the cell says nothing: empty, a dash, or "n/a" in one of its spellings."""
    return text.strip().lower() in BLANKS
