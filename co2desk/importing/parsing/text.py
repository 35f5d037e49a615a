"""Words in a cell, in the one form in which the database keeps them."""

import re
import unicodedata

from co2desk.domain.issue import IssueCode

_LINE_BREAKS = re.compile(r"[\t\r\n\x0b\x0c\x85\u2028\u2029]+")
_GUARDED = re.compile(r"'+[=+\-@]")
SUSPICIOUS = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufeff\ufffd]"
)
"""Control and direction marks, halves of characters, and the sign for an unreadable byte."""


def parse_text(text: str, longest: int) -> str | IssueCode:
    """The text without outer spaces, line breaks as spaces, in Unicode form NFC.

    An apostrophe before a sign with which formulas begin is taken away: spreadsheets and this
    program's own exports write it so that the text stays a text. At most `longest` characters; a
    longer text or one with control characters is refused, not mended, so that nothing is changed
    unseen.
    """
    found = SUSPICIOUS.search(text)
    if found:
        unreadable = found[0] == "\ufffd"
        return IssueCode.UNDECODABLE_TEXT if unreadable else IssueCode.CONTROL_CHARACTER
    clean = unicodedata.normalize("NFC", _LINE_BREAKS.sub(" ", text).strip())
    if _GUARDED.match(clean):
        clean = clean[1:]
    return clean if len(clean) <= longest else IssueCode.TEXT_TOO_LONG
