"""Takes passwords out of any text before it is kept or shown."""

import re

_HIDDEN = "***"
_PATTERNS = (
    re.compile(r"(?i)\b(pass(?:word|wd)?|pwd|secret|token|sslpassword)(\s*[=:]\s*)('[^']*'|\S+)"),
    re.compile(r"(\b[a-z][a-z0-9+.-]*://[^\s:/@]*)(:)([^\s@]+)(?=@)"),
)
_SHORTEST = 4


class Redactor:
    """Knows the passwords in use and the shapes in which unknown ones appear."""

    def __init__(self) -> None:
        self._known: set[str] = set()

    def hide(self, secret: str) -> None:
        """Take `secret` out of every text from now on; very short ones would hide words."""
        if len(secret) >= _SHORTEST:
            self._known.add(secret)

    def clean(self, text: str) -> str:
        """Return `text` with every password replaced by ***."""
        for secret in sorted(self._known, key=len, reverse=True):
            text = text.replace(secret, _HIDDEN)
        for pattern in _PATTERNS:
            text = pattern.sub(lambda match: f"{match[1]}{match[2]}{_HIDDEN}", text)
        return text
