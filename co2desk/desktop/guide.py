"""Finds the pages of the guides that ship with the program, in the person's language.

The pages are those of `docs/`: one source for the help in the window, the terminal and the site.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from co2desk.desktop.paths import data_root

USER_PAGES = (
    *("start", "imports", "import-source", "import-columns", "import-review", "import-commit"),
    *("kinds", "activities", "labs", "factors", "results", "offline", "connections", "terminal"),
    "administration",
)
ADMIN_PAGES = (
    *("index", "server", "people", "installing", "workstations", "backup", "upgrade", "monitoring"),
    *("troubleshooting", "standby"),
)
FIRST_PAGE = USER_PAGES[0]
_ADMIN = "admin"
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class GuidePage:
    """A page: its topic (`imports`, `admin/backup`), title, text in Markdown, and file."""

    topic: str
    title: str
    text: str
    path: Path

    def holds(self, words: str) -> bool:
        """Whether every one of the words is somewhere in it; capitals do not count."""
        text = self.text.casefold()
        return all(word in text for word in words.casefold().split())


def guide_folder() -> Path:
    """The folder with `user/`, `admin/` and `screenshots/`."""
    return data_root() / "docs"


def topics() -> Iterator[str]:
    """All topics in the order of reading."""
    yield from USER_PAGES
    yield from (f"{_ADMIN}/{name}" for name in ADMIN_PAGES)


def guide_page(topic: str, language: str) -> GuidePage:
    """The page about `topic` in `language`, in English where it has no other, else the first."""
    if topic not in topics():
        topic = FIRST_PAGE
    folder, name = ("", topic) if topic.startswith(f"{_ADMIN}/") else ("user", topic)
    plain = guide_folder() / folder / f"{name}.md"
    own = plain.with_name(f"{plain.stem}.{language}.md")
    path = own if own.is_file() else plain
    text = path.read_text(encoding="utf-8")
    found = _TITLE.search(text)
    return GuidePage(topic, found[1] if found else topic, text, path)


def topic_of(path: Path) -> str:
    """The topic of a file that a page links to; "" where it is no page of the guides."""
    name = path.name.split(".")[0]
    topic = f"{_ADMIN}/{name}" if path.parent.name == _ADMIN else name
    return topic if topic in topics() and path.suffix == ".md" else ""
