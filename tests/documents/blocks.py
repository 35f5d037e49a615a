"""The commands of a guide: its `sh` blocks, with what the remark above each says of it."""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

_BLOCK = re.compile(
    r"(?:^<!-- (?P<remark>.*?) -->\n\n)?^```sh\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Block:
    """Commands that follow one another.

    `exit` is the code that the block promises; `typed` are the lines that a person types;
    `stand_in` is run in place of what needs systemd; `skipped` says why it cannot be run at all.
    """

    place: str
    code: str
    exit: int = 0
    typed: tuple[str, ...] = ()
    stand_in: str = ""
    skipped: str = ""


def blocks_of(path: Path) -> list[Block]:
    """All blocks of a page, in their order.

    Raises:
        ValueError: a remark that means nothing.
    """
    text = path.read_text(encoding="utf-8")
    found = []
    for match in _BLOCK.finditer(text):
        line = text.count("\n", 0, match.start("code")) + 1
        place = f"{path.relative_to(ROOT)}:{line}"
        found.append(_block(place, match["code"], match["remark"] or ""))
    return found


def _block(place: str, code: str, remark: str) -> Block:
    match remark.split(maxsplit=2):
        case []:
            return Block(place, code)
        case ["exit", number]:
            return Block(place, code, exit=int(number))
        case ["typed:", *_]:
            return Block(place, code, typed=tuple(remark.split()[1:]))
        case ["without", "systemd:", command]:
            return Block(place, code, stand_in=command)
        case ["not", "run:", why]:
            return Block(place, code, skipped=why)
    raise ValueError(f"{place}: what does {remark!r} say?")
