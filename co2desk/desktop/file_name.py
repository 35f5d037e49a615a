"""One part of a path made of a name that anybody may have chosen."""

import re
import unicodedata

_MOST_BYTES = 180
_LONGEST_SUFFIX = 16
# Separators and what Windows refuses; % and ~ stand for other characters in some stores.
_UNSAFE = re.compile(r'[/\\:*?"<>|%~]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)


def safe_file_name(name: str) -> str:
    """A name of at most 180 bytes that stays in its folder on every system.

    Separators, control and invisible characters become `_`; so do dots and blanks at either end,
    and `_` goes before names that Windows keeps for devices. An ending such as `.xlsx` survives
    shortening. The safe name of a safe name is itself.
    """
    text = unicodedata.normalize("NFC", name)
    text = "".join("_" if unicodedata.category(mark)[0] == "C" else mark for mark in text)
    text = unicodedata.normalize("NFC", _UNSAFE.sub("_", text))
    if _RESERVED.fullmatch(text):
        text = f"_{text}"
    return _without_dots_at_the_ends(_shortened(text)) or "_"


def _without_dots_at_the_ends(text: str) -> str:
    core = text.strip(". ")
    start = text.index(core) if core else 0
    return "_" * start + core + "_" * (len(text) - start - len(core))


def _shortened(text: str) -> str:
    if len(text.encode()) <= _MOST_BYTES:
        return text
    dot = text.rfind(".")
    suffix = text[dot:] if dot > 0 and len(text[dot:].encode()) <= _LONGEST_SUFFIX else ""
    room = _MOST_BYTES - len(suffix.encode())
    return text.encode()[:room].decode(errors="ignore") + suffix
