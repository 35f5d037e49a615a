"""JSON text that knows whether it is still what was written.

SQLite notices a torn page, but not a flipped bit in the middle of a text: a quantity would change
unseen. So each text begins with its CRC-32.
"""

import json
import zlib
from typing import Any

_SEAL = 8


class BrokenSealError(ValueError):
    """The text is not what was written."""


def seal(value: object) -> str:
    """The value as ASCII JSON behind its checksum; lone surrogates and NUL survive."""
    text = json.dumps(value, separators=(",", ":"))
    return f"{zlib.crc32(text.encode('ascii')):08x}{text}"


def unseal(sealed: str) -> Any:
    """The value that was sealed.

    Raises:
        BrokenSealError: the text was changed after it was sealed.
    """
    checksum, text = sealed[:_SEAL], sealed[_SEAL:]
    if not text or f"{zlib.crc32(text.encode('utf-8', 'surrogatepass')):08x}" != checksum:
        raise BrokenSealError("checksum does not match")
    return json.loads(text)
