"""Text brought to one spelling, so that people's spellings of a word find each other."""

import re
import unicodedata

_NOT_A_WORD = re.compile(r"[^a-z0-9]+")
_LETTERS_WITHOUT_DECOMPOSITION = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)


def plain_words(text: str) -> str:
    """Lower case, no accents, one space between words, no other marks.

    `Électricité (réseau)` becomes `electricite reseau`, `natural_gas` and `Natural-Gas` become
    `natural gas`, `m³` becomes `m3`. Text without a Latin letter or digit becomes "". The plain
    words of plain words are themselves.
    """
    return _NOT_A_WORD.sub(" ", _letters(text)).strip()


def loses_letters(text: str) -> bool:
    """Whether plain words leave letters of `text` out, so that they say something else.

    A Cyrillic letter in "kWh" would leave "Wh".
    """
    return not text.isascii() and any(
        letter.isalpha() and not letter.isascii() for letter in _letters(text)
    )


def _letters(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    return letters.translate(_LETTERS_WITHOUT_DECOMPOSITION)
